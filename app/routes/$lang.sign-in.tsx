import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AccountProblems, OwnDeviceTick, PassphraseField, PseudonymField } from '../accounts/account-fields.tsx'
import { typedPassphrase } from '../accounts/passphrase.ts'
import { privateHeaders } from '../accounts/private-headers.ts'
import { problemTexts } from '../accounts/problem-texts.ts'
import { typedPseudonym } from '../accounts/pseudonym.ts'
import { safePath } from '../accounts/safe-path.ts'
import { signIn } from '../accounts/sign-in.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { environment } from '../platform/environment.server.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { seeOther } from '../platform/outcomes.ts'
import { SubmitButton } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({
  pseudonym: typedPseudonym,
  passphrase: typedPassphrase,
  ownDevice: z.string().optional(),
  to: z.string().optional(),
})

/** Asks who is there; someone who is signed in already is sent home. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  if (await context.learner()) throw seeOther(`/${language.tag}`)
  return {
    title: translate(language)('accounts:signIn'),
    lang: language.tag,
    unusedMonths: environment.UNUSED_MONTHS,
    to: safePath(new URL(request.url).searchParams.get('to')),
  }
}

/** Signs in and goes on to where the person was going. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  if (await context.learner()) throw seeOther(`/${language.tag}`)
  const form = checkForm(await readForm(request), schema)
  if (form.kind === 'bad') return data({ problems: problemTexts(form.problems, t), typed: form.typed }, { status: 400 })

  const { pseudonym, passphrase, ownDevice, to } = form.value
  const outcome = await signIn({ pseudonym, passphrase, ownDevice: ownDevice === 'on' })
  const typed: Record<string, string> = { pseudonym, ...(ownDevice ? { ownDevice } : {}), ...(to ? { to } : {}) }
  switch (outcome.kind) {
    case 'signed-in':
      throw seeOther(safePath(to) ?? `/${language.tag}`, { 'Set-Cookie': outcome.cookie })
    case 'refused':
      return data({ problems: problemTexts({ pseudonym: 'accounts:signInRefused' }, t), typed }, { status: 400 })
    case 'wait': {
      const problems: Record<string, string> = { pseudonym: t('accounts:waitSeconds', { seconds: outcome.seconds }) }
      return data({ problems, typed }, { status: 429, headers: { 'Retry-After': String(outcome.seconds) } })
    }
  }
}

export const headers = privateHeaders

export default function SignIn() {
  const { t } = useTexts()
  const { lang, unusedMonths, to: asked } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  const problems = tried?.problems ?? {}
  const to = safePath(tried?.typed.to) ?? asked
  return (
    <article className="sheet-page">
      <h1>{t('accounts:signIn')}</h1>
      <AccountProblems problems={problems} />
      <p>{t('accounts:signInIntro')}</p>
      <form method="post" action={`/${lang}/sign-in`}>
        <PseudonymField problems={problems} value={tried?.typed.pseudonym} />
        <PassphraseField problems={problems} label={t('accounts:passphrase')} />
        <OwnDeviceTick isTicked={tried?.typed.ownDevice === 'on'} />
        {to && <input type="hidden" name="to" value={to} />}
        <SubmitButton>{t('accounts:signIn')}</SubmitButton>
      </form>
      <p>
        <a href={`/${lang}/recover`}>{t('accounts:lostPassphrase')}</a>
      </p>
      <p>{t('accounts:unusedErased', { count: unusedMonths })}</p>
      <p>
        <a href={`/${lang}/sign-up${to ? `?to=${encodeURIComponent(to)}` : ''}`}>{t('accounts:needAccount')}</a>
      </p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageTitle(matches, data?.title ?? '')
