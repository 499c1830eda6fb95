import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatList } from '../i18n/format-list.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { FoundPlaces } from '../reading/search/found-places.tsx'
import { groupHits } from '../reading/search/group-hits.ts'
import { maxQueryLength } from '../reading/search/query.ts'
import { searchCourses } from '../reading/search/search.server.ts'
import { SearchForm } from '../reading/search/search-form.tsx'
import { pageTitle } from '../ui/page-title.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const query = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, maxQueryLength)
  const { hits, unknown } = await searchCourses(context.catalogue, language.tag, query)
  return {
    title: translate(language)('pages:search'),
    home: `/${language.tag}`,
    query,
    count: hits.length,
    unknown,
    found: groupHits(hits),
  }
}

export default function Search() {
  const { t, i18n } = useTexts()
  const { title, home, query, count, unknown, found } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      <SearchForm home={home} query={query} />
      {query && (
        <h2>{count > 0 ? t('pages:results', { count }) : t('pages:noResults', { query })}</h2>
      )}
      {count > 0 && unknown.length > 0 && (
        <p className="quiet">
          {t('pages:unknownWords', { words: formatList(unknown, i18n.language) })}
        </p>
      )}
      <FoundPlaces found={found} home={home} />
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
