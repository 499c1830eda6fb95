import type { ComponentType, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import {
  type Chapter,
  type ChapterText,
  type Course,
  chapterAddress,
  inLanguage,
} from '../courses/model/chapter.ts'
import { contentOf } from '../courses/view/chapter-content.server.tsx'
import { ChapterContext, type ChapterView } from '../courses/view/chapter-view.tsx'
import { chapterComponents, Words } from '../courses/view/components.tsx'
import { markedIn, TextLanguage } from '../courses/view/fallback.tsx'
import { i18nFor } from '../i18n/i18n.ts'
import { languageName } from '../i18n/locale.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { type Book, chapterNameOf, chapterTextOf, courseTextOf, questionsOf } from './book.ts'
import { Key, PaperQuiz, QuizSheet } from './paper-quiz.tsx'
import { type LinkTarget, placeIds, placeLinks } from './place-links.ts'

/** How a package shows chapters where it does not as the page does. */
export interface ChapterForm {
  components: Record<string, ComponentType<never>>
  target: LinkTarget
  /** Whether the words of each chapter are explained at its end too, as on its page. */
  withWords: boolean
}

/**
 * Renders something of a book as markup, with the interface's texts. What comes is well-formed XML:
 * React closes every element and writes every attribute with a value.
 */
export function renderMarkup({ language }: Pick<Book, 'language'>, children: ReactNode): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language)}>{children}</I18nextProvider>,
  )
}

/** What a reader is told of a translation that is none, or is not finished. */
function Notices({
  text,
  course,
  isFallback,
}: {
  text: ChapterText
  course: Course
  isFallback: boolean
}) {
  const { t, i18n } = useTexts()
  if (isFallback)
    return (
      <p className="notice">
        {t('courses:notTranslated', { language: languageName(course.source, i18n.language) })}
      </p>
    )
  return text.state === 'draft' ? <p className="notice">{t('courses:draftTranslation')}</p> : null
}

function Opening({ book, chapter }: { book: Book; chapter: Chapter }) {
  const { t } = useTexts()
  const { text, isFallback } = chapterTextOf(book, chapter)
  return (
    <>
      <header>
        <p className="kicker">
          {courseTextOf(book).parts[chapter.part]} ·{' '}
          {t('courses:chapter', { number: chapter.number })}
        </p>
        <h1 id="title">{text.title}</h1>
        <p className="lead">{text.summary}</p>
      </header>
      <Notices text={text} course={book.course} isFallback={isFallback} />
      <section className="objectives" aria-labelledby="objectives">
        <h2 id="objectives">{t('courses:objectives')}</h2>
        <ul>
          {text.objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

function viewOf(book: Book, chapter: Chapter): ChapterView {
  const { course, language } = book
  const { text } = chapterTextOf(book, chapter)
  return {
    course,
    courseText: inLanguage(course.texts, text.lang, course.source).text,
    text,
    language,
    address: chapterAddress(chapter, language),
    translations: [],
    answersForm: null,
    country: null,
    query: '',
    queryFor: () => '',
    hasPictures: true,
    hasPermalinks: false,
    bookmark: null,
  }
}

/** Puts a piece of a chapter in its place: ids with the chapter's name, links within the package. */
function placed(book: Book, chapter: Chapter, markup: string, target: LinkTarget): string {
  const courseAddress = `/${book.language.tag}/courses/${book.course.id}`
  return placeLinks(placeIds(markup, chapter.slug), { slug: chapter.slug, courseAddress }, target)
}

/** The language of a chapter's text, where it is not that of the book. */
export function languageOf(book: Book, chapter: Chapter): { lang?: string; dir?: string } {
  const { text, isFallback } = chapterTextOf(book, chapter)
  return isFallback ? { lang: text.lang, dir: 'ltr' } : {}
}

/** A chapter's number and title, and in which language it is read where that is not the book's. */
export function NamedChapter({ book, chapter }: { book: Book; chapter: Chapter }) {
  const { title, lang, textLang } = chapterNameOf(book, chapter)
  const name = `${chapter.number}. ${title}`
  return (
    <>
      {lang === null ? name : <span {...markedIn(lang)}>{name}</span>}
      <TextLanguage lang={textLang} />
    </>
  )
}

/**
 * A chapter as it stands on its page, with the self-check as on paper: opening, text, words. Its
 * figures are not drawn: a file draws them once.
 */
export function renderChapter(book: Book, chapter: Chapter, form: ChapterForm): string {
  const Content = contentOf(chapterTextOf(book, chapter).text)
  const questions = questionsOf(book, chapter)
  const components = {
    ...chapterComponents,
    Quiz: () => <PaperQuiz questions={questions} chapter={chapter.slug} />,
    ...form.components,
  }
  const markup = renderMarkup(
    book,
    <ChapterContext.Provider value={viewOf(book, chapter)}>
      <Opening book={book} chapter={chapter} />
      <div className="text">
        <Content components={components} />
        {form.withWords && <Words />}
      </div>
    </ChapterContext.Provider>,
  )
  return placed(book, chapter, markup, form.target)
}

/** A chapter's self-check as a sheet to hand out: under the chapter's name, without a word of its key. */
export function renderQuiz(book: Book, chapter: Chapter): string {
  const { title } = chapterTextOf(book, chapter).text
  const markup = renderMarkup(
    book,
    <QuizSheet questions={questionsOf(book, chapter)} title={title} />,
  )
  return placed(book, chapter, markup, () => null)
}

/** The key to a chapter's self-check, under the chapter's name or under "Answers". */
export function renderKey(
  book: Book,
  chapter: Chapter,
  { target }: Pick<ChapterForm, 'target'>,
  title: string,
): string {
  const markup = renderMarkup(book, <Key questions={questionsOf(book, chapter)} title={title} />)
  return placed(book, chapter, markup, target)
}
