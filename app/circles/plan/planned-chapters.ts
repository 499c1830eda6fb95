import {
  type Chapter,
  type Course,
  chapterAddress,
  inLanguage,
} from '../../courses/model/chapter.ts'
import { nameOf } from '../../courses/model/chapter-name.ts'
import type { Circle } from '../circle.ts'
import type { PlannedChapter } from './propose-plan.ts'

const usualHours = 2

/**
 * What a plan must know of each chapter of a course, in the course's order. A chapter without a
 * guide is taken to fill two study hours.
 */
export function plannedChapters(course: Course): PlannedChapter[] {
  return course.chapters.map(({ slug, texts, guides }) => {
    const { minutes, groupWork } = inLanguage(texts, course.source, course.source).text
    return {
      slug,
      minutes,
      exerciseMinutes: groupWork.exercise?.minutes ?? 0,
      hours: guides.get(course.source)?.hours ?? usualHours,
    }
  })
}

/**
 * The chapters of a course, by slug, that no meeting of a circle has: those of a cancelled meeting
 * among them.
 */
export function chaptersNotPlanned(
  { meetings }: Pick<Circle, 'meetings'>,
  course: Course | undefined,
): string[] {
  const planned = new Set(
    meetings.flatMap(({ state, chapters }) => (state === 'cancelled' ? [] : chapters)),
  )
  return (course?.chapters ?? []).flatMap(({ slug }) => (planned.has(slug) ? [] : slug))
}

/** A chapter as a circle's pages name it. */
export interface NamedChapter {
  slug: string
  number: number
  title: string
  /** The language of the title, where it is not the page's. */
  lang: string | null
  /** The language of the chapter itself, where it is not the page's. */
  textLang: string | null
  address: string
}

/** A chapter by its slug; null when the course has no such chapter any more. */
export function nameChapter(
  course: Course | undefined,
  slug: string,
  lang: string,
): NamedChapter | null {
  const chapter: Chapter | undefined = course?.chapters.find((one) => one.slug === slug)
  if (!course || !chapter) return null
  const { summary: _, ...name } = nameOf(course, chapter, lang)
  return { slug, number: chapter.number, ...name, address: chapterAddress(chapter, { tag: lang }) }
}
