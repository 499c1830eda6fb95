import { useTranslation } from 'react-i18next'
import { SubmitButton } from '../ui/form.tsx'

/** A learner's sessions, each with a button that ends it, but for the one of this browser. */
export function SessionList({
  sessions,
  action,
}: {
  sessions: { id: string; ownDevice: boolean; startedOn: string; isHere: boolean }[]
  action: string
}) {
  const { t } = useTranslation('accounts')
  return (
    <>
      <ul>
        {sessions.map(({ id, ownDevice, startedOn, isHere }) => (
          <li key={id}>
            {[t('sessionStarted', { day: startedOn }), t(ownDevice ? 'sessionOwnDevice' : 'sessionShort'), isHere && t('sessionHere')]
              .filter(Boolean)
              .join(', ')}
            {!isHere && (
              <form method="post" action={action}>
                <input type="hidden" name="intent" value="end-session" />
                <input type="hidden" name="session" value={id} />
                <SubmitButton plain>{t('endSessionOf', { day: startedOn })}</SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action={action}>
          <input type="hidden" name="intent" value="end-others" />
          <SubmitButton plain>{t('endOthers')}</SubmitButton>
        </form>
      )}
    </>
  )
}
