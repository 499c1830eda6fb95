import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publishedIn } from '../comments/published.server.ts'
import { commentKey, countriesOf, fromCountry } from '../comments/published-comment.ts'
import { PublishedList } from '../comments/published-list.tsx'
import { chapterAddress } from '../courses/model/chapter.ts'
import { nameOf } from '../courses/model/chapter-name.ts'
import { countryName } from '../courses/model/countries.ts'
import { translate } from '../i18n/i18n.ts'
import { localeOf } from '../i18n/locale.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { orNotFound } from '../platform/http-errors.ts'
import { sectionsOf } from '../reading/reading.ts'
import { requireChapter } from '../reading/require-chapter.server.ts'
import { pageSize, pagesOf, requestedPage } from '../ui/page-numbers.ts'
import { pageTitle } from '../ui/page-title.ts'
import { PageTurn } from '../ui/pagination.tsx'

/**
 * Every published comment of a chapter, or those from one country, a page of them at a time; with
 * `?comment=`, the page that has that one now.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const reading = await requireChapter(params, context)
  const { chapter, course, language } = reading
  const { searchParams } = new URL(request.url)
  const all = publishedIn({ course: course.id, chapter: chapter.slug })
  const country = searchParams.get('country')
  const wanted = fromCountry(all, country)
  const key = searchParams.get('comment')
  const at = key === null ? 0 : wanted.findIndex((comment) => commentKey(comment) === key)
  orNotFound(at < 0 ? null : at + 1)
  const page = key ? pagesOf(at + 1) : orNotFound(requestedPage(searchParams))
  const pages = pagesOf(wanted.length)
  orNotFound(page > pages || (country && wanted.length === 0) ? null : page)
  const countries = [...countriesOf(all)]
    .map(([code, count]) => ({ code, count, name: countryName(code, language.tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, localeOf(language.tag)))
  return {
    title: translate(language)('comments:allOf', {
      chapter: nameOf(course, chapter, language.tag).title,
    }),
    address: chapterAddress(chapter, language),
    sections: sectionsOf(reading),
    comments: wanted.slice((page - 1) * pageSize, page * pageSize),
    country,
    countries,
    page,
    pages,
    isGuest: reading.learnerId === null,
  }
}

export default function AllComments() {
  const { t } = useTexts()
  const { title, address, sections, comments, country, countries, page, pages, isGuest } =
    useLoaderData<typeof loader>()
  const here = `${address}/comments`
  const at = (code: string | null, number = 1) => {
    const search = new URLSearchParams({
      ...(code ? { country: code } : {}),
      ...(number > 1 ? { page: String(number) } : {}),
    }).toString()
    return search ? `${here}?${search}` : here
  }
  return (
    <article className="sheet-page">
      <p className="kicker">
        <a href={address}>{t('comments:backToChapter')}</a>
      </p>
      <h1>{title}</h1>
      <p>{comments.length > 0 ? t('comments:fromReadersIntro') : t('comments:noneHere')}</p>
      {countries.length > 1 && (
        <p className="letters-bar">
          {[{ code: null, name: t('comments:allFrom'), count: 0 }, ...countries].map(
            ({ code, name, count }) => (
              <a key={code} href={at(code)} aria-current={code === country ? 'true' : undefined}>
                {code ? `${name} (${count})` : name}
              </a>
            ),
          )}
        </p>
      )}
      {comments.length > 0 && (
        <PublishedList comments={comments} sections={sections} chapter={address} countryAt={at} />
      )}
      <PageTurn page={page} pages={pages} at={(number) => at(country, number)} />
      <p>
        <a href={`${address}/comment`}>{isGuest ? t('comments:sendSignIn') : t('comments:send')}</a>
      </p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
