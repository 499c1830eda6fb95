import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AccountProblems } from '../accounts/account-fields.tsx'
import { problemTexts } from '../accounts/problem-texts.ts'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireRole } from '../accounts/sessions/sessions.server.ts'
import { commentToModerate } from '../comments/comment-store.server.ts'
import { decideComment } from '../comments/decide-comment.server.ts'
import { DeclineForm, PublishForm } from '../comments/decide-forms.tsx'
import { type Decision, declineReasons, maxNoteLength } from '../comments/decision.ts'
import { reasonTexts, stateTexts } from '../comments/decision-texts.ts'
import { ModeratedComment } from '../comments/moderated-comment.tsx'
import { normalizeCommentText } from '../comments/written-comment.ts'
import { chapterAt } from '../courses/model/chapter-at.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { httpError, orNotFound, seeOther } from '../platform/http-errors.ts'
import { pageTitle } from '../ui/page-title.ts'

const publishForm = z.object({ intent: z.literal('publish') })
const declineForm = z.object({
  intent: z.enum(['decline', 'take-back']),
  reason: z.enum(declineReasons, 'comments:chooseReason'),
  note: z.string().max(maxNoteLength, 'comments:noteTooLong').optional(),
})

/** The number of a comment in an address; not found where it is none. */
function numberIn(text: string | undefined): number {
  return Number(orNotFound(/^[1-9]\d{0,14}$/.exec(text ?? '')?.[0]))
}

/** One comment, where it stands, and what a moderator may do with it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireRole({ request, context }, 'moderator')
  const comment = orNotFound(await commentToModerate(learnerId, numberIn(params.comment)))
  return {
    title: translate(language)('comments:decideOn'),
    here: `/${language.tag}/comments`,
    isTooLate: new URL(request.url).searchParams.has('late'),
    comment: { ...comment, ...chapterAt(context.catalogue, comment, language.tag) },
  }
}

/** Decides on the comment. The one who comes second is shown what the first decided. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  const { learnerId } = await requireRole({ request, context }, 'moderator')
  const id = numberIn(params.comment)
  const fields = await readForm(request)
  const intent = fields.get('intent')
  let decision: Decision = { to: 'published' }
  if (intent === 'publish') checkForm(fields, publishForm)
  else {
    const form = checkForm(fields, declineForm)
    if (form.kind === 'bad') {
      if (form.problems.intent) throw httpError(400)
      return data({ problems: problemTexts(form.problems, t), typed: form.typed }, { status: 400 })
    }
    decision = {
      to: 'declined',
      reason: form.value.reason,
      note: normalizeCommentText(form.value.note ?? '', language.tag) || null,
    }
  }
  const from = intent === 'take-back' ? 'published' : 'waiting'
  const outcome = await decideComment(
    { id, from, moderatorId: learnerId, today: dayOf(context.clock.now()) },
    decision,
  )
  const list = `/${language.tag}/comments`
  switch (outcome.kind) {
    case 'decided':
      throw seeOther(`${list}?${from === 'published' ? 'list=published&' : ''}done=${decision.to}`)
    case 'otherwise-now':
      throw seeOther(`${list}/${id}?late`)
    case 'own':
      throw httpError(403)
    case 'gone':
      throw seeOther(`${list}?done=gone`)
  }
}

export const headers = privateHeaders

export default function Decide() {
  const { t } = useTexts()
  const { title, here, isTooLate, comment } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  const { id, state, isOwn, reason, note } = comment
  const mayDecline = !isOwn && state !== 'declined'
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      <AccountProblems problems={tried?.problems ?? {}} />
      {isTooLate && (
        <p className="notice" role="alert">
          {t('comments:now', { state: t(stateTexts[state]) })}
        </p>
      )}
      <p className="quiet">{t(stateTexts[state])}</p>
      <ModeratedComment comment={comment} />
      {reason && (
        <p className="notice">{t('comments:declinedWhy', { reason: t(reasonTexts[reason]) })}</p>
      )}
      {note && <p className="notice">{t('comments:moderatorsWords', { note })}</p>}
      {isOwn && state === 'waiting' && <p className="notice">{t('comments:ownWaits')}</p>}
      {!isOwn && state === 'waiting' && (
        <div className="actions">
          <PublishForm action={`${here}/${id}`} />
        </div>
      )}
      {mayDecline && (
        <>
          <h2>{t(state === 'waiting' ? 'comments:actDecline' : 'comments:actTakeBack')}</h2>
          <DeclineForm
            action={`${here}/${id}`}
            from={state}
            typed={tried?.typed ?? {}}
            problems={tried?.problems ?? {}}
          />
        </>
      )}
      <p>
        <a href={here}>{t('comments:moderate')}</a>
      </p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
