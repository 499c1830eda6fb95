import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
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
import { suggestPassphrase } from '../accounts/passphrases/suggestions.server.ts'
import { problemTexts } from '../accounts/problem-texts.ts'
import { typedPseudonym } from '../accounts/pseudonym.ts'
import { recover } from '../accounts/recovery/recover.server.ts'
import { typedCode } from '../accounts/recovery/recovery-codes.ts'
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
import { titlesOf } from '../courses/model/chapter.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { Field, PostForm, SubmitButton } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({
  pseudonym: typedPseudonym,
  code: typedCode,
  passphraseNew: newPassphrase,
  ownDevice: z.string().optional(),
  to: z.string().optional(),
  pending: z.string().optional(),
})

/**
 * Asks for a code, and offers a random new passphrase; someone who is signed in already is sent
 * home.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  await leaveIfSignedIn(context, `/${language.tag}`)
  const passphrase = suggestPassphrase(language.tag, {
    pseudonym: '',
    titles: titlesOf(context.catalogue),
  })
  const to = safePath(new URL(request.url).searchParams.get('to'))
  return { title: translate(language)('accounts:recover'), lang: language.tag, passphrase, to }
}

/**
 * Sets the new passphrase and signs in, also for a form that was sent without a session. The code
 * is never sent back.
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
    schema.superRefine(refuseGuessable('passphraseNew', { titles: titlesOf(context.catalogue) })),
  )
  const typed: Record<string, string> = {
    pseudonym: fields.get('pseudonym') ?? '',
    ...(fields.get('ownDevice') === 'on' ? { ownDevice: 'on' } : {}),
  }
  if (form.kind === 'bad')
    return signInForm(onward, { problems: problemTexts(form.problems, t), typed }, { status: 400 })

  const { pseudonym, code, passphraseNew, ownDevice } = form.value
  const outcome = await recover({
    pseudonym,
    code,
    newPassphrase: passphraseNew,
    ownDevice: ownDevice === 'on',
  })
  switch (outcome.kind) {
    case 'recovered':
      return resumeAfter(outcome.cookie, {
        ...onward,
        context,
        path: `/${language.tag}/account?done=recovered`,
      })
    case 'refused':
      return signInForm(
        onward,
        { problems: problemTexts({ pseudonym: 'accounts:recoverRefused' }, t), typed },
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

export default function Recover() {
  const { t } = useTexts()
  const { lang, passphrase, to } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  if (tried?.kind === 'resume') return <ResumePage {...tried} />
  const problems = tried?.problems ?? {}
  const onward = tried ?? { to, pending: null }
  const page = `/${lang}/recover`
  return (
    <article className="sheet-page">
      <h1>{t('accounts:recover')}</h1>
      <AccountProblems problems={problems} />
      <PendingNotice page={page} pending={onward.pending} />
      <p>{t('accounts:recoverIntro')}</p>
      <PostForm action={page}>
        <PseudonymField problems={problems} value={tried?.typed.pseudonym} />
        <Field
          name="code"
          label={t('accounts:code')}
          hint={t('accounts:codeHint')}
          seenBy={t('accounts:codeSeenBy')}
          problem={problems.code}
          type="text"
          dir="ltr"
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
          isTriedAlready={tried?.isTried}
        />
        <OwnDeviceTick isTicked={tried?.typed.ownDevice === 'on'} />
        <OnwardFields {...onward} />
        <SubmitButton>{t('accounts:recoverNow')}</SubmitButton>
      </PostForm>
      <OnwardLink page={`/${lang}/sign-in`} {...onward}>
        {t('accounts:rememberPassphrase')}
      </OnwardLink>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
