import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { typedPassphrase } from '../accounts/passphrases/passphrase.ts'
import { passphraseRefusal } from '../accounts/passphrases/passphrase-refusal.ts'
import { problemTexts } from '../accounts/problem-texts.ts'
import {
  pendingCodes,
  removePendingCodes,
} from '../accounts/recovery/pending-recovery-codes.server.ts'
import { countCodes } from '../accounts/recovery/recovery-code-store.server.ts'
import { CodeSheet, RenewCodes } from '../accounts/recovery/recovery-code-views.tsx'
import { renewCodes } from '../accounts/recovery/renew-codes.server.ts'
import { readPending } from '../accounts/sessions/pending-form.ts'
import { ResumePage } from '../accounts/sessions/pending-form-views.tsx'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { resumeFor } from '../accounts/sessions/resume.server.ts'
import { safePath } from '../accounts/sessions/safe-path.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { formatCode } from '../platform/code-format.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { pageTitle } from '../ui/page-title.ts'

const writtenForm = z.object({
  intent: z.literal('written'),
  to: z.string().optional(),
  pending: z.string().optional(),
})
const renewForm = z.object({ intent: z.literal('renew'), passphrase: typedPassphrase })

/**
 * New codes that are not yet written down, for the session that asked for them; else only how many
 * are left.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId, sessionId } = await requireLearner({ request, context })
  return {
    title: translate(language)('accounts:codes'),
    lang: language.tag,
    to: safePath(new URL(request.url).searchParams.get('to')),
    codes: (await pendingCodes(sessionId))?.map(formatCode) ?? null,
    left: await countCodes(learnerId),
  }
}

/**
 * Goes on once the codes are written down, or makes new ones for someone who gives their
 * passphrase.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  const learner = await requireLearner({ request, context })
  const { learnerId, sessionId } = learner
  const fields = await readForm(request)
  switch (fields.get('intent')) {
    case 'written': {
      checkForm(fields, writtenForm)
      await removePendingCodes(sessionId)
      const to = safePath(fields.get('to'))
      return resumeFor(learner, {
        pending: readPending(to, fields.get('pending')),
        context,
        path: to ?? `/${language.tag}`,
      })
    }
    case 'renew': {
      const form = checkForm(fields, renewForm)
      if (form.kind === 'bad')
        return data({ problems: problemTexts(form.problems, t) }, { status: 400 })
      const outcome = await renewCodes({ learnerId, sessionId, passphrase: form.value.passphrase })
      if (outcome.kind !== 'renewed') return passphraseRefusal(outcome, t)
      throw seeOther(`/${language.tag}/account/codes?to=/${language.tag}/account`)
    }
    default:
      throw httpError(400)
  }
}

export const headers = privateHeaders

export default function Codes() {
  const { t } = useTexts()
  const { lang, to, codes, left } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  if (sent && 'pending' in sent) return <ResumePage {...sent} />
  const problems = sent?.problems ?? {}
  const page = `/${lang}/account/codes`
  return (
    <article className="sheet-page">
      <h1>{t('accounts:codes')}</h1>
      {codes ? (
        <CodeSheet codes={codes} to={to} pending={null} action={page} />
      ) : (
        <RenewCodes left={left} problems={problems} action={page} />
      )}
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
