import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { searchCourses } from '../reading/search.server.ts'
import { Field, SubmitButton } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const query = (new URL(request.url).searchParams.get('q') ?? '').trim()
  return {
    title: translate(language)('pages:search'),
    home: `/${language.tag}`,
    query,
    found: searchCourses(context.catalogue, language.tag, query),
  }
}

export default function Search() {
  const { t } = useTexts()
  const { title, home, query, found } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      <search>
        <form method="get" action={`${home}/search`} className="search-form">
          <Field
            name="q"
            type="search"
            label={t('pages:searchLabel')}
            hint={t('pages:searchHint')}
            seenBy={t('pages:searchSeenBy')}
            defaultValue={query}
            maxLength={100}
          />
          <SubmitButton>{title}</SubmitButton>
        </form>
      </search>
      {query && (
        <h2>
          {found.length > 0
            ? t('pages:results', { count: found.length })
            : t('pages:noResults', { query })}
        </h2>
      )}
      <ol className="found">
        {found.map(({ course, path, chapterTitle, section, sectionTitle, excerpt }) => (
          <li key={`${path}#${section}`}>
            <h3>
              <a href={`${home}/courses/${course}/${path}${section ? `#${section}` : ''}`}>
                {sectionTitle ? `${chapterTitle}: ${sectionTitle}` : chapterTitle}
              </a>
            </h3>
            <p>
              {excerpt.map(({ text, isFound, at }) =>
                isFound ? <mark key={at}>{text}</mark> : text,
              )}
            </p>
          </li>
        ))}
      </ol>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
