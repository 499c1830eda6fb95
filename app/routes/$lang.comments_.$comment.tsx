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
import { DeclineFields } from '../comments/decide-forms.tsx'
import { declineReasons, type ModeratorDecision, maxNoteLength } from '../comments/decision.ts'
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
import { PostForm } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const declineForm = z.object({
  intent: z.enum(['decline', 'take-back']),
  reason: z.enum(declineReasons, 'comments:chooseReason'),
  note: z.string().max(maxNoteLength, 'comments:noteTooLong').optional(),
})

// Its button sends what is typed below it along, so that it is not lost where the other moderator was
// first.
const publishForm = z.object({
  intent: z.literal('publish'),
  reason: z.string().max(40).optional(),
  note: z.string().max(5000).optional(),
})
type Problems = Record<string, string>

function typedIn(fields: URLSearchParams): { reason?: string; note?: string } {
  return { reason: fields.get('reason') ?? undefined, note: fields.get('note') ?? undefined }
}

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
    comment: { ...comment, ...chapterAt(context.catalogue, comment, language.tag) },
  }
}

/**
 * Decides on the comment. The one who comes second is shown what the first decided, with all that
 * they typed.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  const { learnerId } = await requireRole({ request, context }, 'moderator')
  const id = numberIn(params.comment)
  const fields = await readForm(request)
  const intent = fields.get('intent')
  let decision: ModeratorDecision = { to: 'published' }
  if (intent === 'publish') checkForm(fields, publishForm)
  else {
    const form = checkForm(fields, declineForm)
    if (form.kind === 'bad') {
      if (form.problems.intent) throw httpError(400)
      return data(
        { problems: problemTexts(form.problems, t), typed: typedIn(fields), isTooLate: false },
        { status: 400 },
      )
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
      return data({ problems: {} as Problems, typed: typedIn(fields), isTooLate: true })
    case 'own':
      throw httpError(403)
    case 'gone':
      throw seeOther(`${list}?done=gone`)
  }
}

export const headers = privateHeaders

export default function Decide() {
  const { t } = useTexts()
  const { title, here, comment } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  const { id, state, isOwn, reason, note } = comment
  const mayDecline = !isOwn && state !== 'declined'
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      <AccountProblems problems={tried?.problems ?? {}} />
      {tried?.isTooLate && (
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
      {mayDecline && (
        <PostForm action={`${here}/${id}`}>
          {state === 'waiting' && (
            <p className="actions">
              <button type="submit" name="intent" value="publish" formNoValidate>
                {t('comments:actPublish')}
              </button>
            </p>
          )}
          <DeclineFields from={state} typed={tried?.typed ?? {}} problems={tried?.problems ?? {}} />
        </PostForm>
      )}
      <p>
        <a href={here}>{t('comments:moderate')}</a>
      </p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
