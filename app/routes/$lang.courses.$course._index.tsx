import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countryName } from '../courses/model/countries.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { orNotFound } from '../platform/http-errors.ts'
import { listContents } from '../reading/contents.server.ts'
import { ContentsFolds } from '../reading/contents-folds.tsx'
import { chosenCountry, leavesOutPictures } from '../reading/countries/told-of.server.ts'
import { SearchForm } from '../reading/search/search-form.tsx'
import { pageTitle } from '../ui/page-title.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const course = orNotFound(context.catalogue.courses.get(params.course ?? ''))
  const learner = await context.learner()
  const url = new URL(request.url)
  const country = chosenCountry(url, course)
  return {
    home: `/${language.tag}`,
    contents: await listContents(course, language, learner?.learnerId ?? null, {
      country,
      hasPictures: !leavesOutPictures(url),
    }),
    country: country && countryName(country, language.tag),
    isSignedIn: learner !== null,
    isModerator: learner?.roles.has('moderator') ?? false,
    pages: {
      tools: course.tools.size > 0,
      guide: course.pages.has('leading-a-circle'),
      about: course.pages.has('about'),
    },
  }
}

export default function CourseContents() {
  const { t } = useTexts()
  const { home, contents, country, isSignedIn, isModerator, pages } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page contents-page">
      <p className="kicker">{t('courses:contents')}</p>
      <h1 lang={contents.lang ?? undefined}>{contents.title}</h1>
      <p className="lead" lang={contents.lang ?? undefined}>
        {contents.summary}
      </p>
      {contents.next && (
        <p className="actions">
          <a className="button" href={contents.next.address}>
            {t('progress:continue', { title: contents.next.title })}
          </a>
        </p>
      )}
      {isSignedIn && <p className="quiet">{t('progress:seenBy')}</p>}
      <SearchForm home={home} />
      <nav className="course-pages" aria-label={contents.title}>
        {pages.guide && <a href={`${contents.address}/guide`}>{t('courses:guide')}</a>}
        {pages.tools && <a href={`${contents.address}/tools`}>{t('tools:toolbox')}</a>}
        <a href={`${contents.address}/check`}>{t('reviews:check')}</a>
        <a href={`${contents.address}/glossary`}>{t('courses:glossary')}</a>
        <a href={`${home}/countries`}>{t('countries:title')}</a>
      </nav>
      {country && (
        <p className="notice">
          {t('courses:commentsFrom', { country })}.{' '}
          <a href={contents.address}>{t('courses:allCountries')}</a>
        </p>
      )}
      <ContentsFolds contents={contents} />
      <p className="course-pages">
        <a href={`${contents.address}/take`}>{t('packages:take')}</a>
        <a href={`${contents.address}/question-banks`}>{t('questions:carry')}</a>
        {isModerator && <a href={`${contents.address}/questions`}>{t('questions:rewriteTitle')}</a>}
        {pages.about && <a href={`${contents.address}/about`}>{t('courses:about')}</a>}
      </p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.contents.title ?? '', data?.contents.summary)
