import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  AccountProblems,
  NewPassphraseField,
  OwnDeviceTick,
  PseudonymField,
} from '../accounts/account-fields.tsx'
import { newPassphrase } from '../accounts/passphrases/passphrase.ts'
import { refuseGuessable } from '../accounts/passphrases/refuse-guessable.server.ts'
import { suggestPassphrase, suggestPseudonym } from '../accounts/passphrases/suggestions.server.ts'
import { problemTexts } from '../accounts/problem-texts.ts'
import { newPseudonym } from '../accounts/pseudonym.ts'
import { pendingCodes } from '../accounts/recovery/pending-recovery-codes.server.ts'
import { CodeSheet } from '../accounts/recovery/recovery-code-views.tsx'
import {
  OnwardFields,
  OnwardLink,
  PendingNotice,
  ResumePage,
} from '../accounts/sessions/pending-form-views.tsx'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import {
  becomeLearner,
  leaveIfSignedIn,
  receivePending,
  resumeFor,
  signInForm,
  waitForm,
} from '../accounts/sessions/resume.server.ts'
import { safePath } from '../accounts/sessions/safe-path.ts'
import { signUp } from '../accounts/sign-up.server.ts'
import { titlesOf } from '../courses/model/chapter.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { formatCode } from '../platform/code-format.ts'
import { environment } from '../platform/environment.server.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { seeOther } from '../platform/http-errors.ts'
import { PostForm, SubmitButton } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({
  pseudonym: newPseudonym,
  passphrase: newPassphrase,
  ownDevice: z.string().optional(),
  to: z.string().optional(),
  pending: z.string().optional(),
})

/** Offers a random pseudonym and passphrase, others at each visit. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  await leaveIfSignedIn(context, `/${language.tag}`)
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

/**
 * Makes the account and goes on to its recovery codes; or offers one, for a form that was sent
 * without a session.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  const fields = await readForm(request)
  const { isNew, ...onward } = receivePending(request, fields, context)
  const learner = await context.learner()
  if (learner) return resumeFor(learner, { ...onward, context, path: `/${language.tag}` })
  if (isNew) return signInForm(onward, { isTried: false })
  const form = checkForm(
    fields,
    schema.superRefine(refuseGuessable('passphrase', { titles: titlesOf(context.catalogue) })),
  )
  if (form.kind === 'bad')
    return signInForm(
      onward,
      { problems: problemTexts(form.problems, t), typed: form.typed },
      { status: 400 },
    )

  const { pseudonym, passphrase, ownDevice } = form.value
  const outcome = await signUp({ pseudonym, passphrase, ownDevice: ownDevice === 'on' })
  const typed: Record<string, string> = { pseudonym, ...(ownDevice ? { ownDevice } : {}) }
  switch (outcome.kind) {
    case 'signed-up': {
      if (!onward.pending)
        throw seeOther(codesPath(language.tag, onward.to), { 'Set-Cookie': outcome.cookie })
      const { sessionId } = await becomeLearner(outcome.cookie, context)
      const codes = (await pendingCodes(sessionId))?.map(formatCode) ?? []
      return data(
        { kind: 'codes' as const, codes, ...onward },
        { headers: { 'Set-Cookie': outcome.cookie } },
      )
    }
    case 'taken':
      return signInForm(
        onward,
        { problems: problemTexts({ pseudonym: 'accounts:pseudonymTaken' }, t), typed },
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

export default function SignUp() {
  const { t } = useTexts()
  const offered = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  if (tried?.kind === 'resume') return <ResumePage {...tried} />
  if (tried?.kind === 'codes')
    return (
      <article className="sheet-page">
        <h1>{t('accounts:codes')}</h1>
        <CodeSheet {...tried} action={`/${offered.lang}/account/codes`} />
      </article>
    )
  const problems = tried?.problems ?? {}
  const onward = tried ?? { to: offered.to, pending: null }
  const page = `/${offered.lang}/sign-up`
  return (
    <article className="sheet-page">
      <h1>{t('accounts:signUp')}</h1>
      <AccountProblems problems={problems} />
      <PendingNotice page={page} pending={onward.pending} />
      <p>
        {t('accounts:signUpIntro')} {t('accounts:unusedErased', { count: offered.unusedMonths })}
      </p>
      <PostForm action={page}>
        <PseudonymField
          problems={problems}
          value={tried?.typed.pseudonym ?? offered.pseudonym}
          hint={t('accounts:pseudonymHint')}
        />
        <NewPassphraseField
          name="passphrase"
          problems={problems}
          label={t('accounts:passphrase')}
          hint={t('accounts:passphraseHint')}
          suggestion={offered.passphrase}
          isTriedAlready={tried?.isTried}
        />
        <OwnDeviceTick isTicked={tried?.typed.ownDevice === 'on'} />
        <OnwardFields {...onward} />
        <SubmitButton>{t('accounts:signUp')}</SubmitButton>
      </PostForm>
      <OnwardLink page={page} {...onward}>
        {t('accounts:suggestOthers')}
      </OnwardLink>
      <OnwardLink page={`/${offered.lang}/sign-in`} {...onward}>
        {t('accounts:haveAccount')}
      </OnwardLink>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
