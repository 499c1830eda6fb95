import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AccountProblems, NewPassphraseField, OwnDeviceTick, PseudonymField } from '../accounts/account-fields.tsx'
import { newPassphrase } from '../accounts/passphrase.ts'
import { privateHeaders } from '../accounts/private-headers.ts'
import { problemTexts } from '../accounts/problem-texts.ts'
import { newPseudonym } from '../accounts/pseudonym.ts'
import { refuseGuessable } from '../accounts/refuse-guessable.server.ts'
import { safePath } from '../accounts/safe-path.ts'
import { signUp } from '../accounts/sign-up.server.ts'
import { suggestPassphrase, suggestPseudonym } from '../accounts/suggestions.server.ts'
import { titlesOf } from '../courses/chapter.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { environment } from '../platform/environment.server.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { seeOther } from '../platform/outcomes.ts'
import { SubmitButton } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({ pseudonym: newPseudonym, passphrase: newPassphrase, ownDevice: z.string().optional(), to: z.string().optional() })

/** Offers a random pseudonym and passphrase, others at each visit. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  if (await context.learner()) throw seeOther(`/${language.tag}`)
  const pseudonym = suggestPseudonym(language.tag)
  return {
    title: translate(language)('accounts:signUp'),
    lang: language.tag,
    to: safePath(new URL(request.url).searchParams.get('to')),
    pseudonym,
    passphrase: suggestPassphrase(language.tag, { pseudonym, titles: titlesOf(context.catalogue) }),
    unusedMonths: environment.UNUSED_MONTHS,
  }
}

/** Where the recovery codes are shown, and from there on to where the person was going. */
function codesPath(lang: string, to: string | null): string {
  return `/${lang}/account/codes${to ? `?to=${encodeURIComponent(to)}` : ''}`
}

/** Makes the account and goes on to its recovery codes. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  if (await context.learner()) throw seeOther(`/${language.tag}`)
  const unguessed = schema.superRefine(refuseGuessable('passphrase', { titles: titlesOf(context.catalogue) }))
  const form = checkForm(await readForm(request), unguessed)
  if (form.kind === 'bad') return data({ problems: problemTexts(form.problems, t), typed: form.typed }, { status: 400 })

  const { pseudonym, passphrase, ownDevice, to } = form.value
  const outcome = await signUp({ pseudonym, passphrase, ownDevice: ownDevice === 'on' })
  const typed: Record<string, string> = { pseudonym, ...(ownDevice ? { ownDevice } : {}), ...(to ? { to } : {}) }
  switch (outcome.kind) {
    case 'signed-up':
      throw seeOther(codesPath(language.tag, safePath(to)), { 'Set-Cookie': outcome.cookie })
    case 'taken':
      return data({ problems: problemTexts({ pseudonym: 'accounts:pseudonymTaken' }, t), typed }, { status: 400 })
    case 'wait': {
      const problems: Record<string, string> = { pseudonym: t('accounts:waitSeconds', { seconds: outcome.seconds }) }
      return data({ problems, typed }, { status: 429, headers: { 'Retry-After': String(outcome.seconds) } })
    }
  }
}

export const headers = privateHeaders

export default function SignUp() {
  const { t } = useTexts()
  const offered = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  const problems = tried?.problems ?? {}
  const to = safePath(tried?.typed.to) ?? offered.to
  const onward = to ? `?to=${encodeURIComponent(to)}` : ''
  return (
    <article className="sheet-page">
      <h1>{t('accounts:signUp')}</h1>
      <AccountProblems problems={problems} />
      <p>
        {t('accounts:signUpIntro')} {t('accounts:unusedErased', { count: offered.unusedMonths })}
      </p>
      <form method="post" action={`/${offered.lang}/sign-up`}>
        <PseudonymField problems={problems} value={tried?.typed.pseudonym ?? offered.pseudonym} hint={t('accounts:pseudonymHint')} />
        <NewPassphraseField
          name="passphrase"
          problems={problems}
          label={t('accounts:passphrase')}
          hint={t('accounts:passphraseHint')}
          suggestion={offered.passphrase}
          isTriedAlready={tried !== undefined}
        />
        <OwnDeviceTick isTicked={tried?.typed.ownDevice === 'on'} />
        {to && <input type="hidden" name="to" value={to} />}
        <SubmitButton>{t('accounts:signUp')}</SubmitButton>
      </form>
      <p>
        <a href={`/${offered.lang}/sign-up${onward}`}>{t('accounts:suggestOthers')}</a>
      </p>
      <p>
        <a href={`/${offered.lang}/sign-in${onward}`}>{t('accounts:haveAccount')}</a>
      </p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageTitle(matches, data?.title ?? '')
