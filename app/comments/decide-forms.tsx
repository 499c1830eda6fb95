import { useTexts } from '../i18n/use-texts.ts'
import { Choices, LongField, PostForm, SubmitButton } from '../ui/form.tsx'
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

/** The form that declines a waiting comment, or takes back a published one, and says why. */
export function DeclineForm({
  action,
  from,
  typed,
  problems,
}: {
  action: string
  from: 'waiting' | 'published'
  typed: Partial<Record<string, string>>
  problems: Partial<Record<string, string>>
}) {
  const { t } = useTexts()
  const isWaiting = from === 'waiting'
  return (
    <PostForm action={action}>
      <input type="hidden" name="intent" value={isWaiting ? 'decline' : 'take-back'} />
      <p>{t('comments:declineHint')}</p>
      <Choices
        name="reason"
        label={t('comments:declineWhy')}
        seenBy={t('comments:noteSeenBy')}
        problem={problems.reason}
        options={declineReasons.map((value) => ({ value, label: t(reasonTexts[value]) }))}
        chosen={typed.reason}
      />
      <LongField
        name="note"
        label={t('comments:note')}
        hint={t('comments:noteHint')}
        seenBy={t('comments:noteSeenBy')}
        problem={problems.note}
        defaultValue={typed.note}
        rows={4}
        maxLength={maxNoteLength}
      />
      <SubmitButton plain>
        {t(from === 'waiting' ? 'comments:actDecline' : 'comments:actTakeBack')}
      </SubmitButton>
    </PostForm>
  )
}
