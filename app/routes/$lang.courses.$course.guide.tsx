import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nameOf } from '../courses/model/chapter-name.ts'
import { showPage } from '../courses/view/course-page.server.tsx'
import { CoursePageView } from '../courses/view/course-page-view.tsx'
import { markedIn, TextLanguage } from '../courses/view/fallback.tsx'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { orNotFound } from '../platform/http-errors.ts'
import { pageTitle } from '../ui/page-title.ts'

export function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const course = orNotFound(context.catalogue.courses.get(params.course ?? ''))
  const contentsAddress = `/${language.tag}/courses/${course.id}`
  const chapters = course.chapters
    .filter((chapter) => chapter.guides.size > 0)
    .map((chapter) => {
      const { title, lang, textLang } = nameOf(course, chapter, language.tag)
      return {
        number: chapter.number,
        title,
        lang,
        textLang,
        address: `${contentsAddress}/guide/${chapter.slug}`,
      }
    })
  return {
    page: showPage(course, orNotFound(course.pages.get('leading-a-circle')), language.tag),
    contentsAddress,
    chapters,
  }
}

export default function Guide() {
  const { t } = useTexts()
  const { chapters, ...page } = useLoaderData<typeof loader>()
  return (
    <CoursePageView {...page}>
      <h2 id="chapters">{t('courses:guideChapters')}</h2>
      <ol className="chapters">
        {chapters.map(({ number, title, lang, textLang, address }) => (
          <li key={number} value={number}>
            <h3>
              <a href={address}>
                <span className="number">{number}</span> <span {...markedIn(lang)}>{title}</span>
              </a>
              <TextLanguage lang={textLang} />
            </h3>
          </li>
        ))}
      </ol>
      <nav className="course-pages" aria-label={t('questions:carry')}>
        <a href={`${page.contentsAddress}/question-banks`}>{t('questions:carry')}</a>
      </nav>
    </CoursePageView>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.page.text.title ?? '', data?.page.text.summary)
