import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countryName } from '../courses/model/countries.ts'
import { formatList } from '../i18n/format-list.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { isToldOf } from '../reading/countries/told-of.server.ts'
import { FoundPlaces } from '../reading/search/found-places.tsx'
import { closest, groupHits } from '../reading/search/group-hits.ts'
import { hitsOnPage, maxQueryLength } from '../reading/search/query.ts'
import { searchCourses } from '../reading/search/search.server.ts'
import { SearchForm } from '../reading/search/search-form.tsx'
import { requestedPage } from '../ui/page-numbers.ts'
import { pageTitle } from '../ui/page-title.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { searchParams } = new URL(request.url)
  const query = (searchParams.get('q') ?? '').trim().slice(0, maxQueryLength)
  const page = requestedPage(searchParams) ?? 1
  const { catalogue } = context
  const { hits, count, unknown, countries } = await searchCourses(
    catalogue,
    language.tag,
    query,
    page,
  )
  return {
    title: translate(language)('pages:search'),
    home: `/${language.tag}`,
    query,
    count,
    page,
    unknown,
    countries: countries
      .filter((code) => [...catalogue.courses.values()].some((course) => isToldOf(course, code)))
      .map((code) => ({ code, name: countryName(code, language.tag) })),
    found: groupHits(hits, page === 1 ? closest : 0),
  }
}

export default function Search() {
  const { t, i18n } = useTexts()
  const { title, home, query, count, page, unknown, countries, found } =
    useLoaderData<typeof loader>()
  const pages = Math.max(1, Math.ceil(count / hitsOnPage))
  const first = (page - 1) * hitsOnPage + 1
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      <SearchForm home={home} query={query} />
      {query && (
        <h2>
          {count === 0
            ? t('pages:noResults', { query })
            : pages === 1 || page > pages
              ? t('pages:results', { count })
              : t('pages:resultsFrom', {
                  first,
                  last: Math.min(count, first + hitsOnPage - 1),
                  count,
                })}
        </h2>
      )}
      {count > 0 && unknown.length > 0 && (
        <p className="quiet">
          {t('pages:unknownWords', { words: formatList(unknown, i18n.language) })}
        </p>
      )}
      {countries.length > 0 && page === 1 && (
        <ul className="facts">
          {countries.map(({ code, name }) => (
            <li key={code}>
              <a href={`${home}/countries/${code}`}>{t('pages:allFrom', { country: name })}</a>
            </li>
          ))}
        </ul>
      )}
      <FoundPlaces found={found} home={home} />
      {pages > 1 && (
        <nav className="turn" aria-label={t('pages:morePages')}>
          {page > 1 && (
            <a
              href={`?q=${encodeURIComponent(query)}&page=${Math.min(page - 1, pages)}`}
              rel="prev"
            >
              {t('pages:fewerResults')}
            </a>
          )}
          {page < pages && (
            <a
              href={`?q=${encodeURIComponent(query)}&page=${page + 1}`}
              rel="next"
              className="next"
            >
              {t('pages:moreResults')}
            </a>
          )}
        </nav>
      )}
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
