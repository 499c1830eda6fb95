import { useTexts } from '../../i18n/use-texts.ts'
import { PostForm, SubmitButton } from '../../ui/form.tsx'

/** A learner's sessions, each with a button that ends it, but for the one of this browser. */
export function SessionList({
  sessions,
  action,
}: {
  sessions: { id: string; ownDevice: boolean; startedOn: string; endsOn: string; isHere: boolean }[]
  action: string
}) {
  const { t } = useTexts()
  return (
    <>
      <ul>
        {sessions.map(({ id, ownDevice, startedOn, endsOn, isHere }) => (
          <li key={id}>
            {[
              t('accounts:sessionStarted', { day: startedOn }),
              isHere && t('accounts:sessionHere'),
              t(ownDevice ? 'accounts:sessionOwnDevice' : 'accounts:sessionShort', { day: endsOn }),
            ]
              .filter(Boolean)
              .join(' · ')}
            {!isHere && (
              <PostForm action={action}>
                <input type="hidden" name="intent" value="end-session" />
                <input type="hidden" name="session" value={id} />
                <SubmitButton plain>{t('accounts:endSessionOf', { day: startedOn })}</SubmitButton>
              </PostForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <PostForm action={action}>
          <input type="hidden" name="intent" value="end-others" />
          <SubmitButton plain>{t('accounts:endOthers')}</SubmitButton>
        </PostForm>
      )}
    </>
  )
}
