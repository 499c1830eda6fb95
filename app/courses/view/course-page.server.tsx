import { renderToStaticMarkup } from 'react-dom/server'
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
  const Content = contentOf(text)
  const glossary = `/${lang}/courses/${course.id}/glossary`
  const components = {
    ...tableComponents,
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
    html: renderToStaticMarkup(<Content components={components} />),
  }
}
