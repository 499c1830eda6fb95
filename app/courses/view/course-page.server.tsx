import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { i18nFor, offeredLanguages } from '../../i18n/i18n.ts'
import { bestLanguage, findLanguage } from '../../i18n/languages.ts'
import {
  type Course,
  type CoursePage,
  inLanguage,
  type Lang,
  type PageText,
} from '../model/chapter.ts'
import { contentOf } from './chapter-content.server.tsx'
import { wordId } from './chapter-view.tsx'
import { tableComponents } from './components.tsx'
import { staleComponents } from './stale-texts.tsx'

/** A page of a course, ready to be shown: its text in the language asked for or in the source's. */
export interface CoursePageContent {
  text: Pick<PageText, 'title' | 'summary' | 'state'>
  /** The language of the text where it is not that of the page around it. */
  lang: Lang | null
  html: string
}

/** Shows a page of a course that is no chapter. A term leads to the glossary. */
export function showPage(course: Course, page: CoursePage, lang: Lang): CoursePageContent {
  const { text, lang: textLang, isFallback } = inLanguage(page.texts, lang, course.source)
  const language = findLanguage(lang, offeredLanguages(true)) ?? bestLanguage(null)
  const Content = contentOf(text)
  const glossary = `/${lang}/courses/${course.id}/glossary`
  const components = {
    ...tableComponents,
    ...staleComponents,
    Term: ({ id, children }: { id: string; children?: React.ReactNode }) => (
      <a className="term" href={`${glossary}#${wordId(id)}`}>
        {children}
      </a>
    ),
  }
  const { title, summary, state } = text
  return {
    text: { title, summary, state },
    lang: isFallback ? textLang : null,
    html: renderToStaticMarkup(
      <I18nextProvider i18n={i18nFor(language)}>
        <Content components={components} />
      </I18nextProvider>,
    ),
  }
}
