import { useTexts } from '../i18n/use-texts.ts'
import { Field, Problems, Tick } from '../ui/form.tsx'

/** What an account's form gets back from a try: what is wrong, by field. */
type FieldProblems = Record<string, string>

/** What is wrong with an account's form, above it. */
export function AccountProblems({ problems }: { problems: FieldProblems }) {
  const { t } = useTexts()
  return (
    <Problems
      title={t('accounts:problemsTitle')}
      items={Object.entries(problems).map(([name, text]) => ({ name, text }))}
    />
  )
}

/** The pseudonym. `hint` is for someone who is choosing one. */
export function PseudonymField({
  problems,
  value,
  hint,
}: {
  problems: FieldProblems
  value?: string
  hint?: string
}) {
  const { t } = useTexts()
  return (
    <Field
      name="pseudonym"
      label={t('accounts:pseudonym')}
      hint={hint}
      seenBy={t('accounts:pseudonymSeenBy')}
      problem={problems.pseudonym}
      defaultValue={value}
      autoCapitalize="none"
      spellCheck={false}
      required
    />
  )
}

/**
 * The passphrase that someone has already, hidden as it is typed unless a button shows it, which
 * needs a script. As a "one-time code" Chromium does not ask whether to save it, and Firefox saved
 * nothing when it was tried: a wrong tap would save it, and even a "no" notes the pseudonym
 * (SAFETY P7). Other browsers were not tried.
 */
export function PassphraseField({ problems, label }: { problems: FieldProblems; label: string }) {
  const { t } = useTexts()
  return (
    <Field
      name="passphrase"
      label={label}
      seenBy={t('accounts:passphraseTypedSeenBy')}
      problem={problems.passphrase}
      type="password"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      after={
        <button
          type="button"
          className="plain show"
          data-shows="passphrase"
          aria-pressed="false"
          hidden
        >
          {t('accounts:showPassphrase')}
        </button>
      }
      required
    />
  )
}

/**
 * A passphrase to be chosen, in plain sight so that it can be written down. A suggestion stands in
 * it at first; after a try that failed it is empty, since what was typed is not sent back, and the
 * suggestion stands above it.
 */
export function NewPassphraseField({
  name,
  problems,
  label,
  hint,
  suggestion,
  isTriedAlready,
}: {
  name: 'passphrase' | 'passphraseNew'
  problems: FieldProblems
  label: string
  hint: string
  suggestion?: string
  isTriedAlready?: boolean
}) {
  const { t } = useTexts()
  const again = (
    <>
      {t('accounts:passphraseAgain')} <strong translate="no">{suggestion}</strong>
    </>
  )
  return (
    <Field
      name={name}
      label={label}
      hint={isTriedAlready ? again : hint}
      seenBy={t('accounts:passphraseSeenBy')}
      problem={problems[name]}
      type="text"
      defaultValue={isTriedAlready ? undefined : suggestion}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      required
    />
  )
}

/** Two weeks instead of thirty minutes, with the risk in words. */
export function OwnDeviceTick({ isTicked }: { isTicked: boolean }) {
  const { t } = useTexts()
  return (
    <Tick
      name="ownDevice"
      label={t('accounts:ownDevice')}
      hint={t('accounts:ownDeviceHint')}
      seenBy={t('accounts:ownDeviceSeenBy')}
      defaultChecked={isTicked}
    />
  )
}
