import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  AccountProblems,
  OwnDeviceTick,
  PassphraseField,
  PseudonymField,
} from '../accounts/account-fields.tsx'
import { typedPassphrase } from '../accounts/passphrases/passphrase.ts'
import { problemTexts } from '../accounts/problem-texts.ts'
import { typedPseudonym } from '../accounts/pseudonym.ts'
import {
  OnwardFields,
  OnwardLink,
  PendingNotice,
  ResumePage,
} from '../accounts/sessions/pending-form-views.tsx'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import {
  leaveIfSignedIn,
  receivePending,
  resumeAfter,
  resumeFor,
  signInForm,
  waitForm,
} from '../accounts/sessions/resume.server.ts'
import { safePath } from '../accounts/sessions/safe-path.ts'
import { signIn } from '../accounts/sessions/sign-in.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { environment } from '../platform/environment.server.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { PostForm, SubmitButton } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({
  pseudonym: typedPseudonym,
  passphrase: typedPassphrase,
  ownDevice: z.string().optional(),
  to: z.string().optional(),
  pending: z.string().optional(),
})

/** Asks who is there; someone who is signed in already is sent home. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  await leaveIfSignedIn(context, `/${language.tag}`)
  return {
    title: translate(language)('accounts:signIn'),
    lang: language.tag,
    unusedMonths: environment.UNUSED_MONTHS,
    to: safePath(new URL(request.url).searchParams.get('to')),
  }
}

/** The same for every account: capitals are looked for in what was typed. */
function refusalFor(passphrase: string) {
  return passphrase === passphrase.toLowerCase()
    ? 'accounts:signInRefused'
    : 'accounts:signInRefusedCapitals'
}

/**
 * Signs in and goes on to where the person was going; or asks who is there, for a form that was
 * sent without a session.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  const home = `/${language.tag}`
  const fields = await readForm(request)
  const { isNew, ...onward } = receivePending(request, fields, context)
  const learner = await context.learner()
  if (learner) return resumeFor(learner, { ...onward, context, path: home })
  if (isNew) return signInForm(onward, { isTried: false })
  const form = checkForm(fields, schema)
  if (form.kind === 'bad')
    return signInForm(
      onward,
      { problems: problemTexts(form.problems, t), typed: form.typed },
      { status: 400 },
    )

  const { pseudonym, passphrase, ownDevice } = form.value
  const outcome = await signIn({ pseudonym, passphrase, ownDevice: ownDevice === 'on' })
  const typed: Record<string, string> = { pseudonym, ...(ownDevice ? { ownDevice } : {}) }
  switch (outcome.kind) {
    case 'signed-in':
      return resumeAfter(outcome.cookie, { ...onward, context, path: onward.to ?? home })
    case 'refused':
      return signInForm(
        onward,
        { problems: problemTexts({ pseudonym: refusalFor(passphrase) }, t), typed },
        { status: 400 },
      )
    case 'wait':
      return waitForm(
        onward,
        { pseudonym: t('accounts:waitSeconds', { seconds: outcome.seconds }) },
        typed,
        outcome.seconds,
      )
  }
}

export const headers = privateHeaders

export default function SignIn() {
  const { t } = useTexts()
  const { lang, unusedMonths, to } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  if (tried?.kind === 'resume') return <ResumePage {...tried} />
  const problems = tried?.problems ?? {}
  const onward = tried ?? { to, pending: null }
  const page = `/${lang}/sign-in`
  return (
    <article className="sheet-page">
      <h1>{t('accounts:signIn')}</h1>
      <AccountProblems problems={problems} />
      <PendingNotice page={page} pending={onward.pending} />
      <p>{t('accounts:signInIntro')}</p>
      <PostForm action={page}>
        <PseudonymField problems={problems} value={tried?.typed.pseudonym} />
        <PassphraseField problems={problems} label={t('accounts:passphrase')} />
        <OwnDeviceTick isTicked={tried?.typed.ownDevice === 'on'} />
        <OnwardFields {...onward} />
        <SubmitButton>{t('accounts:signIn')}</SubmitButton>
      </PostForm>
      <p>{t('accounts:unusedErased', { count: unusedMonths })}</p>
      <OnwardLink page={`/${lang}/recover`} {...onward}>
        {t('accounts:lostPassphrase')}
      </OnwardLink>
      <OnwardLink page={`/${lang}/sign-up`} {...onward}>
        {t('accounts:needAccount')}
      </OnwardLink>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
