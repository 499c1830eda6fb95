import { publishedIn } from '../comments/published.server.ts'
import {
  type Chapter,
  type ChapterText,
  type Course,
  inLanguage,
} from '../courses/model/chapter.ts'
import { countryQuery } from '../courses/model/countries.ts'
import type { Language } from '../i18n/languages.ts'
import { readCourseProgress } from '../progress/course-progress.server.ts'
import type { ChapterProgress } from '../progress/progress.ts'

/** A chapter as a line of the contents. */
export interface ContentsLine {
  number: number
  title: string
  summary: string
  minutes: number
  questions: number
  countries: number
  /** How many comments tell of the country that is chosen for this visit; null without one. */
  fromCountry: number | null
  address: string
  /** The language of the title, where it is not the page's. */
  lang: string | null
  progress: ChapterProgress | null
}

/**
 * A course's contents page: its parts and chapters in a language, and for a learner how far they
 * have come.
 */
export interface Contents {
  title: string
  summary: string
  lang: string | null
  address: string
  parts: { id: string; title: string; chapters: ContentsLine[] }[]
  next: { title: string; address: string } | null
  /** How many chapters a learner has read and finished, of all. */
  soFar: { read: number; finished: number; of: number } | null
}

function soFarIn(chapters: ChapterProgress[]) {
  const count = (is: (chapter: ChapterProgress) => boolean) => chapters.filter(is).length
  return {
    read: count(({ readOn }) => readOn !== null),
    finished: count(({ isFinished }) => isFinished),
    of: chapters.length,
  }
}

function countFrom(country: string, { course, slug }: Chapter, { comments }: ChapterText) {
  const all = [...comments, ...publishedIn({ course, chapter: slug })]
  return all.filter((comment) => comment.country === country).length
}

/**
 * Lists a course's chapters in a language; their addresses carry a chosen country along. A guest
 * needs no database.
 */
export async function listContents(
  course: Course,
  language: Language,
  learnerId: string | null,
  country: string | null = null,
): Promise<Contents> {
  const own = inLanguage(course.texts, language.tag, course.source)
  const progress = learnerId ? await readCourseProgress(course, learnerId) : null
  const address = `/${language.tag}/courses/${course.id}`
  const query = countryQuery(country)
  const textOf = (chapter: Course['chapters'][number]) =>
    inLanguage(chapter.texts, language.tag, course.source)
  return {
    title: own.text.title,
    summary: own.text.summary,
    lang: own.isFallback ? own.lang : null,
    address,
    parts: course.parts
      .filter((part) => part.chapters.length > 0)
      .map((part) => ({
        id: part.id,
        title: own.text.parts[part.id] ?? '',
        chapters: part.chapters.map((chapter) => {
          const { text, lang, isFallback } = textOf(chapter)
          return {
            number: chapter.number,
            title: text.title,
            summary: text.summary,
            minutes: text.minutes,
            questions: text.questions.length,
            countries: new Set(text.comments.map((comment) => comment.country)).size,
            fromCountry: country === null ? null : countFrom(country, chapter, text),
            address: `${address}/${chapter.slug}${query}`,
            lang: isFallback ? lang : null,
            progress: progress?.chapters.get(chapter) ?? null,
          }
        }),
      })),
    soFar: progress ? soFarIn([...progress.chapters.values()]) : null,
    next: progress?.next
      ? {
          title: textOf(progress.next.chapter).text.title,
          address: `${address}/${progress.next.chapter.slug}${query}${progress.next.place ? `#${progress.next.place}` : ''}`,
        }
      : null,
  }
}
