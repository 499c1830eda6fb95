import {
  type Chapter,
  type ChapterText,
  type Course,
  type CourseText,
  chapterAddress,
  inLanguage,
  neighbours,
} from '../courses/model/chapter.ts'
import { nameOf } from '../courses/model/chapter-name.ts'
import { carriedQuery } from '../courses/model/countries.ts'
import type { Language } from '../i18n/languages.ts'

/** A chapter in a language, for a reader. */
export interface Reading {
  course: Course
  chapter: Chapter
  language: Language
  languages: readonly Language[]
  learnerId: string | null
  /** The country that the reader has chosen for this visit; it goes along in the links. */
  country?: string | null
  /** Whether pictures are shown, or only described: in this page, or in all that the reader opens. */
  pictures?: 'shown' | 'left out' | 'never'
  /** The form was sent as a learner's, but the session has ended. */
  wasSignedOut?: boolean
}

/** What links from a chapter carry along: the chosen country, and that pictures are left out. */
export const carriedBy = ({ country, pictures }: Pick<Reading, 'country' | 'pictures'>) =>
  carriedQuery(country, pictures !== 'left out')

/**
 * Whether a form was sent as a learner's although nobody is signed in: the session ended while the
 * page was open.
 */
export function wasSignedOut(reading: Reading, fields: URLSearchParams): boolean {
  return fields.get('as') === 'learner' && reading.learnerId === null
}

/** The chapter's text and the course's words, in the reader's language or in the source's. */
export function textsFor({ course, chapter, language }: Reading): {
  text: ChapterText
  courseText: CourseText
  isFallback: boolean
} {
  const { text, isFallback } = inLanguage(chapter.texts, language.tag, course.source)
  return { text, courseText: inLanguage(course.texts, text.lang, course.source).text, isFallback }
}

/** The sections that a chapter is made of, without their own parts. */
export function sectionsOf(reading: Reading): { id: string; title: string }[] {
  return textsFor(reading)
    .text.sections.filter(({ depth }) => depth === 2)
    .map(({ id, title }) => ({ id, title }))
}

/**
 * The language that a section is offered in beside its heading: the source's, to compare a
 * translation with; or the other one of two. All languages are in the menu at the top of the page.
 */
export function translationsOf(reading: Reading) {
  const { course, chapter, language, languages } = reading
  const others = languages.filter(({ tag }) => tag !== language.tag && chapter.texts.has(tag))
  return (others.length > 1 ? others.filter(({ tag }) => tag === course.source) : others).map(
    (other) => ({
      language: other,
      address: chapterAddress(chapter, other) + carriedBy(reading),
    }),
  )
}

/** A chapter beside this one, as a link to it names it; what the reader has chosen goes along. */
export function linkTo(reading: Reading, other: Chapter | undefined) {
  if (!other) return null
  const { course, language } = reading
  return {
    number: other.number,
    title: nameOf(course, other, language.tag).title,
    address: chapterAddress(other, language) + carriedBy(reading),
  }
}

/** The chapter to go on to, as a link to it names it. */
export const nextOf = (reading: Reading) =>
  linkTo(reading, neighbours(reading.course, reading.chapter).next)

/** Where the check of the whole course is, for the last chapter: what comes after it. */
export const checkAfter = ({ course, chapter, language }: Reading) =>
  neighbours(course, chapter).next ? null : `/${language.tag}/courses/${course.id}/check`
