import { useTexts } from '../i18n/use-texts.ts'
import { Choices, LongField, PostForm, SeenBy, SubmitButton } from '../ui/form.tsx'
import { declineReasons, maxNoteLength } from './decision.ts'
import { reasonTexts } from './decision-texts.ts'

/** The button that publishes a waiting comment. */
export function PublishForm({ action }: { action: string }) {
  const { t } = useTexts()
  return (
    <PostForm action={action}>
      <input type="hidden" name="intent" value="publish" />
      <SubmitButton>{t('comments:actPublish')}</SubmitButton>
    </PostForm>
  )
}

/**
 * What declines a waiting comment, or takes back a published one, and says why. It stands in the
 * form of its page.
 */
export function DeclineFields({
  from,
  typed,
  problems,
}: {
  from: 'waiting' | 'published'
  typed: Partial<Record<string, string>>
  problems: Partial<Record<string, string>>
}) {
  const { t } = useTexts()
  const isWaiting = from === 'waiting'
  const seenBy = { id: 'decline-seen' }
  return (
    <>
      <h2>{t(isWaiting ? 'comments:actDecline' : 'comments:actTakeBack')}</h2>
      <p>{t('comments:declineHint')}</p>
      <SeenBy id={seenBy.id}>{t('comments:noteSeenBy')}</SeenBy>
      <Choices
        name="reason"
        label={t('comments:declineWhy')}
        seenBy={seenBy}
        problem={problems.reason}
        options={declineReasons.map((value) => ({ value, label: t(reasonTexts[value]) }))}
        chosen={typed.reason}
      />
      <LongField
        name="note"
        label={t('comments:note')}
        hint={t('comments:noteHint')}
        seenBy={seenBy}
        problem={problems.note}
        defaultValue={typed.note}
        rows={4}
        maxLength={maxNoteLength}
      />
      <button
        type="submit"
        className="plain"
        name="intent"
        value={isWaiting ? 'decline' : 'take-back'}
      >
        {t(isWaiting ? 'comments:actDecline' : 'comments:actTakeBack')}
      </button>
    </>
  )
}
