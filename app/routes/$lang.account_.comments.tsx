import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { commentsOf } from '../comments/comment-store.server.ts'
import { OwnComments } from '../comments/own-comments.tsx'
import { withdrawComment } from '../comments/withdraw-comment.server.ts'
import { chapterAt } from '../courses/model/chapter-at.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({ comment: z.string().regex(/^[1-9]\d{0,14}$/) })

// What was done, as the address says it after the redirect, and the text that tells it.
const notices = {
  sent: 'comments:done.sent',
  'sent-before': 'comments:done.sentBefore',
  withdrawn: 'comments:done.withdrawn',
} as const
const noticeNames = Object.keys(notices) as (keyof typeof notices)[]

/** What the learner has sent, and where it stands. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const done = new URL(request.url).searchParams.get('done')
  const comments = await commentsOf(learnerId)
  return {
    title: translate(language)('comments:mine'),
    lang: language.tag,
    done: noticeNames.find((name) => name === done) ?? null,
    comments: comments.map((comment) => ({
      ...comment,
      ...chapterAt(context.catalogue, comment, language.tag),
    })),
  }
}

/** Withdraws one of the learner's own. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const form = checkForm(await readForm(request), schema)
  if (form.kind === 'bad') throw httpError(400)
  if (!(await withdrawComment(learnerId, Number(form.value.comment)))) throw httpError(404)
  throw seeOther(`/${language.tag}/account/comments?done=withdrawn`)
}

export const headers = privateHeaders

export default function Mine() {
  const { t } = useTexts()
  const { title, lang, done, comments } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      {done && (
        <p>
          <output>{t(notices[done])}</output>
        </p>
      )}
      {comments.length === 0 && <p>{t('comments:mineNone')}</p>}
      <OwnComments comments={comments} action={`/${lang}/account/comments`} />
      <p>
        <a href={`/${lang}/account`}>{t('accounts:backToAccount')}</a>
      </p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
