import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AccountProblems, NewPassphraseField, OwnDeviceTick, PseudonymField } from '../accounts/account-fields.tsx'
import { newPassphrase } from '../accounts/passphrase.ts'
import { privateHeaders } from '../accounts/private-headers.ts'
import { problemTexts } from '../accounts/problem-texts.ts'
import { typedPseudonym } from '../accounts/pseudonym.ts'
import { recover } from '../accounts/recover.server.ts'
import { typedCode } from '../accounts/recovery-codes.ts'
import { refuseGuessable } from '../accounts/refuse-guessable.server.ts'
import { suggestPassphrase } from '../accounts/suggestions.server.ts'
import { titlesOf } from '../courses/chapter.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { seeOther } from '../platform/outcomes.ts'
import { Field, SubmitButton } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({ pseudonym: typedPseudonym, code: typedCode, passphraseNew: newPassphrase, ownDevice: z.string().optional() })

/** Asks for a code, and offers a random new passphrase; someone who is signed in already is sent home. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  if (await context.learner()) throw seeOther(`/${language.tag}`)
  const passphrase = suggestPassphrase(language.tag, { pseudonym: '', titles: titlesOf(context.catalogue) })
  return { title: translate(language)('accounts:recover'), lang: language.tag, passphrase }
}

/** Sets the new passphrase and signs in. The code is never sent back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  if (await context.learner()) throw seeOther(`/${language.tag}`)
  const fields = await readForm(request)
  const form = checkForm(fields, schema.superRefine(refuseGuessable('passphraseNew', { titles: titlesOf(context.catalogue) })))
  const typed = { pseudonym: fields.get('pseudonym') ?? '', ownDevice: fields.get('ownDevice') === 'on' }
  if (form.kind === 'bad') return data({ problems: problemTexts(form.problems, t), typed }, { status: 400 })

  const { pseudonym, code, passphraseNew, ownDevice } = form.value
  const outcome = await recover({ pseudonym, code, newPassphrase: passphraseNew, ownDevice: ownDevice === 'on' })
  switch (outcome.kind) {
    case 'recovered':
      throw seeOther(`/${language.tag}/account?done=recovered`, { 'Set-Cookie': outcome.cookie })
    case 'refused':
      return data({ problems: problemTexts({ pseudonym: 'accounts:recoverRefused' }, t), typed }, { status: 400 })
    case 'wait': {
      const problems: Record<string, string> = { pseudonym: t('accounts:waitSeconds', { seconds: outcome.seconds }) }
      return data({ problems, typed }, { status: 429, headers: { 'Retry-After': String(outcome.seconds) } })
    }
  }
}

export const headers = privateHeaders

export default function Recover() {
  const { t } = useTexts()
  const { lang, passphrase } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  const problems = tried?.problems ?? {}
  return (
    <article className="sheet-page">
      <h1>{t('accounts:recover')}</h1>
      <AccountProblems problems={problems} />
      <p>{t('accounts:recoverIntro')}</p>
      <form method="post" action={`/${lang}/recover`}>
        <PseudonymField problems={problems} value={tried?.typed.pseudonym} />
        <Field
          name="code"
          label={t('accounts:code')}
          hint={t('accounts:codeHint')}
          seenBy={t('accounts:codeSeenBy')}
          problem={problems.code}
          type="text"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <NewPassphraseField
          name="passphraseNew"
          problems={problems}
          label={t('accounts:passphraseNew')}
          hint={t('accounts:passphraseNewHint')}
          suggestion={passphrase}
          isTriedAlready={tried !== undefined}
        />
        <OwnDeviceTick isTicked={tried?.typed.ownDevice ?? false} />
        <SubmitButton>{t('accounts:recoverNow')}</SubmitButton>
      </form>
      <p>
        <a href={`/${lang}/sign-in`}>{t('accounts:rememberPassphrase')}</a>
      </p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageTitle(matches, data?.title ?? '')
