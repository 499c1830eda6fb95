import {
  type Catalogue,
  type Chapter,
  type ChapterText,
  type Course,
  type CourseText,
  inLanguage,
} from '../courses/model/chapter.ts'
import { type ChapterName, nameOf } from '../courses/model/chapter-name.ts'
import type { Language } from '../i18n/languages.ts'
import type { Question } from '../quizzes/types/question-type.ts'
import { parseQuestion } from '../quizzes/types/question-types.ts'

/** Chapters of a course in a language, to be carried away. Every package is made of one. */
export interface Book {
  course: Course
  language: Language
  chapters: readonly Chapter[]
  /** What the file calls itself: the neutral name that the host gave the site. */
  title: string
  /** The catalogue's version: what was made of another one is out of date. */
  version: string
}

/** A request for a book that cannot be met, and what can be asked for instead. */
export interface NoSuchBook {
  asked: 'course' | 'lang' | 'chapters'
  possible: string[]
}

/** Finds what is to be packed: all chapters of the course where none is named. */
export function findBook(
  { courses, version }: Catalogue,
  asked: { course: string; lang: string | undefined; chapters: string[]; title: string },
  languages: readonly Language[],
): Book | NoSuchBook {
  const course = courses.get(asked.course)
  if (!course) return { asked: 'course', possible: [...courses.keys()] }
  const language = languages.find(({ tag }) => tag === (asked.lang ?? course.source))
  if (!language) return { asked: 'lang', possible: languages.map(({ tag }) => tag) }
  const slugs = course.chapters.map(({ slug }) => slug)
  if (asked.chapters.some((slug) => !slugs.includes(slug)))
    return { asked: 'chapters', possible: slugs }
  const chapters = course.chapters.filter(
    ({ slug }) => asked.chapters.length === 0 || asked.chapters.includes(slug),
  )
  return { course, language, chapters, title: asked.title, version }
}

/** The course's words in the language of the book. */
export function courseTextOf({ course, language }: Book): CourseText {
  return inLanguage(course.texts, language.tag, course.source).text
}

/** A chapter's text in the language of the book, or in the source's where there is none. */
export function chapterTextOf(
  { course, language }: Book,
  chapter: Chapter,
): { text: ChapterText; isFallback: boolean } {
  return inLanguage(chapter.texts, language.tag, course.source)
}

/** What a chapter is called in the language of the book. */
export function chapterNameOf({ course, language }: Book, chapter: Chapter): ChapterName {
  return nameOf(course, chapter, language.tag)
}

/** The chapters of a book in their parts, with the parts' names; a part without any is left out. */
export function partsOf(book: Book): { id: string; title: string; chapters: Chapter[] }[] {
  const { parts } = courseTextOf(book)
  return book.course.parts
    .map(({ id, chapters }) => ({
      id,
      title: parts[id] ?? '',
      chapters: chapters.filter((chapter) => book.chapters.includes(chapter)),
    }))
    .filter(({ chapters }) => chapters.length > 0)
}

/** A chapter's questions as they are asked: mixed as on the page. */
export function questionsOf(book: Book, chapter: Chapter): Question[] {
  return chapterTextOf(book, chapter).text.questions.map(parseQuestion)
}

/**
 * The newest month in which a fact of the book was checked, "2026-11": what its files are dated by,
 * since the day on which they were made says when somebody used the site. A year alone, where nobody
 * wrote down the month, is taken for its first.
 */
export function monthOf(book: Book): string {
  const months = book.chapters.flatMap((chapter) =>
    chapterTextOf(book, chapter).text.comments.map(({ checked }) =>
      checked.length === 4 ? `${checked}-01` : checked,
    ),
  )
  return months.sort().at(-1) ?? '2026-01'
}
