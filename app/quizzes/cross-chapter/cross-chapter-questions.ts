import {
  type Catalogue,
  type Chapter,
  chapterAddress,
  inLanguage,
  sectionOfPlace,
  titleOfPlace,
} from '../../courses/model/chapter.ts'
import { nameOf } from '../../courses/model/chapter-name.ts'
import { seedOf, shuffle } from '../../platform/shuffle.ts'
import type { Question } from '../types/question-type.ts'
import { parseQuestion } from '../types/question-types.ts'

/** Where a question stands among all courses. */
export interface QuestionPlace {
  course: string
  chapter: string
  question: string
}

/**
 * A question that is asked together with those of other chapters: its id is then that of its place.
 */
export interface CrossChapterQuestion {
  place: QuestionPlace
  chapter: Chapter
  question: Question
  hash: string
  /** Where its answer stands: the place itself, and the section around it. */
  source: { address: string; sectionAddress: string; chapter: string; section: string }
}

/**
 * The id of a question among those of all courses. Ids of courses, chapters and questions have no
 * full stop.
 */
export function crossChapterId({ course, chapter, question }: QuestionPlace): string {
  return `${course}.${chapter}.${question}`
}

/**
 * The places that a form's fields name, each once, in their order. What names none is left for the
 * person who reads the form to refuse.
 */
export function placesIn(fields: URLSearchParams): QuestionPlace[] {
  const id = '([a-z0-9-]+)\\.([a-z0-9-]+)\\.([a-z0-9-]+)'
  const places = new Map<string, QuestionPlace>()
  for (const [name, value] of fields) {
    const match =
      new RegExp(`^[a-z]+\\.${id}(?:\\.|$)`).exec(name) ??
      new RegExp(`^${id}$`).exec(name.includes('.') ? '' : value)
    if (!match) continue
    const [course, chapter, question] = match.slice(1) as [string, string, string]
    places.set(match.slice(1).join('.'), { course, chapter, question })
  }
  return [...places.values()]
}

/**
 * The question at a place, in a language, as it is asked among others; null where it is no more.
 */
export function crossChapterQuestion(
  catalogue: Catalogue,
  place: QuestionPlace,
  language: { tag: string },
): CrossChapterQuestion | null {
  const course = catalogue.courses.get(place.course)
  const chapter = course?.chapters.find(({ slug }) => slug === place.chapter)
  const hash = chapter?.questionHashes.get(place.question)
  if (!course || !chapter || !hash) return null
  const { text } = inLanguage(chapter.texts, language.tag, course.source)
  const written = text.questions.find(({ id }) => id === place.question)
  if (!written) return null
  const question = { ...parseQuestion(written), id: crossChapterId(place) }
  const at = chapterAddress(chapter, language)
  const source = {
    address: `${at}#${question.see}`,
    sectionAddress: `${at}#${sectionOfPlace(text, question.see)}`,
    chapter: nameOf(course, chapter, language.tag).title,
    section: titleOfPlace(text, question.see),
  }
  return { place, chapter, question, hash, source }
}

/**
 * Mixes questions so that no two of one chapter follow each other, where that is possible. The same
 * questions and the same seed give the same order, however they came.
 */
export function interleave<T extends QuestionPlace>(questions: readonly T[], seed: string): T[] {
  const sorted = [...questions].sort((a, b) => (crossChapterId(a) < crossChapterId(b) ? -1 : 1))
  const chapters = new Map<string, T[]>()
  for (const one of shuffle(sorted, seedOf(seed))) {
    const key = `${one.course}.${one.chapter}`
    chapters.set(key, [...(chapters.get(key) ?? []), one])
  }
  const mixed: T[] = []
  let last: T[] | undefined
  while (mixed.length < questions.length) {
    // Always from the chapter that has most left, but not from the one just asked: nothing else
    // keeps one chapter's from piling up at the end.
    const open = [...chapters.values()].filter((list) => list.length > 0 && list !== last)
    const next = (open.length > 0 ? open : [last as T[]]).reduce((max, list) =>
      list.length > max.length ? list : max,
    )
    mixed.push(next.shift() as T)
    last = next
  }
  return mixed
}
