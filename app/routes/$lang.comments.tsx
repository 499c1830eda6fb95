import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireRole } from '../accounts/sessions/sessions.server.ts'
import { commentsToModerate, countComments } from '../comments/comment-store.server.ts'
import { PublishForm } from '../comments/decide-forms.tsx'
import { ModeratedComment } from '../comments/moderated-comment.tsx'
import { chapterAt } from '../courses/model/chapter-at.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { orNotFound } from '../platform/http-errors.ts'
import { pageSize, pagesOf, requestedPage } from '../ui/page-numbers.ts'
import { pageTitle } from '../ui/page-title.ts'
import { PageTurn } from '../ui/pagination.tsx'

// What was decided on the page before, as the address says it, and the text that tells it.
const notices = {
  published: 'comments:done.published',
  declined: 'comments:done.declined',
  gone: 'comments:done.gone',
} as const
const noticeNames = Object.keys(notices) as (keyof typeof notices)[]

/**
 * The comments that wait, the oldest first, or with `list=published` those that can be taken back,
 * the newest first.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireRole({ request, context }, 'moderator')
  const { searchParams } = new URL(request.url)
  const list = searchParams.get('list') === 'published' ? 'published' : 'waiting'
  const counts = await countComments()
  const pages = pagesOf(counts[list])
  // The last one was decided on, and this page with it: the list ends before.
  const page = Math.min(orNotFound(requestedPage(searchParams)), pages)
  const comments = await commentsToModerate(learnerId, list, {
    offset: (page - 1) * pageSize,
    limit: pageSize,
  })
  return {
    title: translate(language)('comments:moderate'),
    here: `/${language.tag}/comments`,
    list,
    counts,
    page,
    pages,
    done: noticeNames.find((name) => name === searchParams.get('done')) ?? null,
    comments: comments.map((comment) => ({
      ...comment,
      ...chapterAt(context.catalogue, comment, language.tag),
    })),
  } as const
}

export const headers = privateHeaders

export default function Moderate() {
  const { t } = useTexts()
  const { title, here, list, counts, page, pages, done, comments } = useLoaderData<typeof loader>()
  const lists = [
    { name: 'waiting', label: t('comments:waitingList'), address: here },
    { name: 'published', label: t('comments:publishedList'), address: `${here}?list=published` },
  ] as const
  const at = (number: number) => `${here}?${new URLSearchParams({ list, page: String(number) })}`
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      {done && (
        <p>
          <output>{t(notices[done])}</output>
        </p>
      )}
      <p>{t('comments:moderateIntro')}</p>
      <p className="letters-bar">
        {lists.map(({ name, label, address }) => (
          <a key={name} href={address} aria-current={name === list ? 'page' : undefined}>
            {label} ({counts[name]})
          </a>
        ))}
      </p>
      {comments.length === 0 && (
        <p>{t(list === 'waiting' ? 'comments:waitingNone' : 'comments:publishedNone')}</p>
      )}
      <ol className="told">
        {comments.map((comment) => (
          <li key={comment.id}>
            <ModeratedComment comment={comment} />
            {comment.isOwn ? (
              <p className="notice">{t('comments:ownWaits')}</p>
            ) : (
              <div className="actions">
                {comment.state === 'waiting' && <PublishForm action={`${here}/${comment.id}`} />}
                <a className="button plain" href={`${here}/${comment.id}`}>
                  {t(list === 'waiting' ? 'comments:actDecline' : 'comments:actTakeBack')}
                </a>
              </div>
            )}
          </li>
        ))}
      </ol>
      <PageTurn page={page} pages={pages} at={at} />
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
