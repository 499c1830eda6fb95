import { gzipSync } from 'fflate'
import { titleOfPlace } from '../courses/model/chapter.ts'
import { i18nFor } from '../i18n/i18n.ts'
import { type Book, chapterTextOf, questionsOf } from './book.ts'
import { countriesOf } from './book-index.tsx'
import { type LinkTarget, placedId } from './place-links.ts'
import type { BookData, QuizData } from './script/book-data.ts'

// Of the texts of packages, the scripts say only what a search found and what a platform stores.
const saidByScripts = /^(found|lms)/

/** The interface's texts that the scripts need. */
function textsOf({ language }: Book): BookData['texts'] {
  const i18n = i18nFor(language)
  const namespace = (name: string): Record<string, string> =>
    i18n.getResourceBundle(language.tag, name)
  const packages = Object.entries(namespace('packages')).filter(([key]) => saidByScripts.test(key))
  return { quizzes: namespace('quizzes'), packages: Object.fromEntries(packages) }
}

/** What the script asks and knows of some chapters of a book, in its language. */
export function collectData(book: Book, chapters: Book['chapters'], target: LinkTarget): BookData {
  const quizzes = chapters.map(({ slug }, i): QuizData => {
    const chapter = chapters[i] as Book['chapters'][number]
    const { text } = chapterTextOf(book, chapter)
    const questions = questionsOf(book, chapter).map((question) => ({
      ...question,
      id: placedId(slug, question.id),
    }))
    const places = questions.map(({ id, see }) => [
      id,
      { address: target(slug, see) ?? '', title: titleOfPlace(text, see) },
    ])
    return { chapter: slug, questions, places: Object.fromEntries(places) }
  })
  const countries = countriesOf(book).map(({ name, comments }) => ({
    name,
    comments: comments.map(({ chapter, id }) => placedId(chapter, id)),
  }))
  return { lang: book.language.tag, texts: textsOf(book), quizzes, countries }
}

/**
 * Data as the content of a script element: the questions repeat what the text and the key say, so
 * they are packed.
 */
export function asScript(data: BookData): string {
  const bytes = gzipSync(new TextEncoder().encode(JSON.stringify(data)), { level: 9, mtime: 1 })
  return Buffer.from(bytes).toString('base64')
}
