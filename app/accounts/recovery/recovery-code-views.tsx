import { useTexts } from '../../i18n/use-texts.ts'
import { PostForm, SubmitButton } from '../../ui/form.tsx'
import { AccountProblems, PassphraseField } from '../account-fields.tsx'
import { type Onward, OnwardFields } from '../sessions/pending-form-views.tsx'

/** New codes, to be written down, printed or selected and copied, and the button that says so. */
export function CodeSheet({
  codes,
  action,
  ...onward
}: { codes: string[]; action: string } & Onward) {
  const { t } = useTexts()
  return (
    <>
      <p>{t('accounts:codesIntro')}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code dir="ltr" translate="no">
              {code}
            </code>
          </li>
        ))}
      </ol>
      <p>{t('accounts:codesKeep')}</p>
      <p>{t('accounts:codesSeenBy')}</p>
      <PostForm action={action}>
        <input type="hidden" name="intent" value="written" />
        <OnwardFields {...onward} />
        <SubmitButton>{t('accounts:codesWritten')}</SubmitButton>
      </PostForm>
    </>
  )
}

/** How many codes are left, and the form that makes new ones. */
export function RenewCodes({
  left,
  problems,
  action,
}: {
  left: number
  problems: Record<string, string>
  action: string
}) {
  const { t } = useTexts()
  return (
    <>
      <AccountProblems problems={problems} />
      <p>{t('accounts:codesLeft', { count: left })}</p>
      <p>{t('accounts:codesRenewIntro')}</p>
      <PostForm action={action}>
        <input type="hidden" name="intent" value="renew" />
        <PassphraseField problems={problems} label={t('accounts:passphraseNow')} />
        <SubmitButton>{t('accounts:codesRenew')}</SubmitButton>
      </PostForm>
    </>
  )
}
