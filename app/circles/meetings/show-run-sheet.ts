import {
  type Chapter,
  type Course,
  chapterAddress,
  type Illustration,
  inLanguage,
} from '../../courses/model/chapter.ts'
import { nameOf } from '../../courses/model/chapter-name.ts'
import type { Guide } from '../../courses/model/guide.ts'
import type { GroupWork } from '../../courses/parse/group-work.ts'
import { figuresFor } from '../../courses/parse/illustration.ts'
import { withCurlyQuotes } from '../../i18n/curly-quotes.ts'
import { type Circle, findSeat, inOrder, type Meeting, type Roles } from '../circle.ts'
import { minutesAfter } from '../local-time.ts'
import { questionsToRemember, type ReadAloudQuestion } from './remember.ts'
import { type RunStep, writeRunSheet } from './run-sheet.ts'

/** A chapter as the run sheet shows it. */
export interface RunSheetChapter extends GroupWork {
  slug: string
  number: number
  title: string
  /** The language of the title, where it is not the text's. */
  titleLang: string | null
  address: string
  /** The text's own language, where it is not the page's. */
  lang: string | null
  materials: string | null
  aim: string | null
  goesWrong: Guide['goesWrong']
  summary: string
  pictures: Illustration[]
}

/** A step with the time on the wall when it begins, and who leads it. */
export interface RunSheetStepView extends RunStep {
  at: string
  leader: string | null
}

/**
 * All that leads a circle through a meeting. Names are those that the circle sees; null where
 * nobody has the task yet.
 */
export interface RunSheetViewModel {
  number: number
  day: string
  start: string
  ends: string
  hours: number
  people: Record<keyof Roles, string | null>
  nextPeople: Record<keyof Roles, string | null> | null
  steps: RunSheetStepView[]
  leftOut: string[]
  chapters: RunSheetChapter[]
  remembered: (ReadAloudQuestion & { title: string })[]
  /** Tasks of earlier meetings that are not done yet. */
  openTasks: { id: string; text: string; name: string | null }[]
  /** The drawings' shared figures, as symbols. */
  figures: string
}

/** How many questions a group can talk through in the minutes of "what do we remember?". */
const maxQuestions = 3

function names(circle: Circle, roles: Roles): Record<keyof Roles, string | null> {
  const nameOf = (seat: string | null) => findSeat(circle, seat)?.name || null
  return {
    leads: nameOf(roles.leads),
    remembers: nameOf(roles.remembers),
    notes: nameOf(roles.notes),
  }
}

function chapterView(course: Course, chapter: Chapter, lang: string): RunSheetChapter {
  const { text, lang: textLang, isFallback } = inLanguage(chapter.texts, lang, course.source)
  const guide = guideOf(course, chapter, lang)
  const name = nameOf(course, chapter, lang)
  return {
    slug: chapter.slug,
    number: chapter.number,
    title: withCurlyQuotes(name.title, name.lang ?? lang),
    titleLang: name.lang === name.textLang ? null : lang,
    address: chapterAddress(chapter, { tag: lang }),
    lang: isFallback ? textLang : null,
    materials: guide?.materials ?? null,
    aim: guide?.aim ?? null,
    goesWrong: guide?.goesWrong ?? [],
    summary: withCurlyQuotes(text.summary, textLang),
    pictures: [...text.illustrations.values()],
    ...withCurlyQuotes(text.groupWork, textLang),
  }
}

function guideOf(course: Course, chapter: Chapter, lang: string): Guide | null {
  const { text, lang: textLang } = inLanguage(chapter.guides, lang, course.source)
  return withCurlyQuotes(text ?? null, textLang)
}

/**
 * The chapters of the meetings before this one, in the course's order: what the group can be asked
 * to remember.
 */
function chaptersBefore(circle: Circle, course: Course, meeting: Meeting): Chapter[] {
  const all = inOrder(circle.meetings)
  const before = all.slice(
    0,
    all.findIndex(({ id }) => id === meeting.id),
  )
  const read = new Set(
    before.filter(({ state }) => state !== 'cancelled').flatMap(({ chapters }) => chapters),
  )
  return course.chapters.filter(({ slug }) => read.has(slug))
}

/**
 * Writes the run sheet of a meeting in a language: what a circle needs from the first minute to the
 * last.
 */
export function runSheetView({
  circle,
  course,
  meeting,
  lang,
}: {
  circle: Circle
  course: Course
  meeting: Meeting
  lang: string
}): RunSheetViewModel {
  const meetings = inOrder(circle.meetings)
  const index = meetings.findIndex(({ id }) => id === meeting.id)
  const isLive = ({ state }: Meeting) => state !== 'cancelled'
  const earlier = meetings.slice(0, index).filter(isLive)
  const next = meetings.slice(index + 1).find(isLive)
  const chapters = meeting.chapters.flatMap(
    (slug) => course.chapters.find((chapter) => chapter.slug === slug) ?? [],
  )
  const { steps, leftOut } = writeRunSheet({
    hours: meeting.hours,
    isFirst: earlier.length === 0,
    chapters: chapters.map((chapter) => {
      const { minutes, groupWork } = inLanguage(chapter.texts, lang, course.source).text
      return {
        slug: chapter.slug,
        minutes,
        exerciseMinutes: groupWork.exercise?.minutes ?? 0,
        guide: guideOf(course, chapter, lang),
      }
    }),
  })
  const before = chaptersBefore(circle, course, meeting).map((chapter) => ({
    slug: chapter.slug,
    ...inLanguage(chapter.texts, lang, course.source).text,
    name: nameOf(course, chapter, lang),
  }))
  const people = names(circle, meeting.roles)
  const shownChapters = chapters.map((chapter) => chapterView(course, chapter, lang))
  return {
    number: index + 1,
    day: meeting.day,
    start: meeting.start,
    ends: minutesAfter(
      meeting.start,
      steps.reduce((sum, { minutes }) => sum + minutes, 0),
    ),
    hours: meeting.hours,
    people,
    nextPeople: next ? names(circle, next.roles) : null,
    steps: steps.map((step) => ({
      ...step,
      at: minutesAfter(meeting.start, step.from),
      leader: step.kind === 'remember' ? (people.remembers ?? people.leads) : people.leads,
    })),
    leftOut: leftOut.flatMap(({ words }) => words?.step ?? []),
    chapters: shownChapters,
    remembered: questionsToRemember(before, { meeting: index, max: maxQuestions }).map(
      (question) => {
        const text = before.find(({ slug }) => slug === question.chapter)
        const title = withCurlyQuotes(text?.name.title ?? '', text?.name.lang ?? lang)
        return { ...withCurlyQuotes(question, text?.lang ?? lang), title }
      },
    ),
    openTasks: earlier.flatMap(({ tasks }) =>
      tasks
        .filter(({ isDone }) => !isDone)
        .map(({ id, text, seat }) => ({ id, text, name: findSeat(circle, seat)?.name || null })),
    ),
    figures: figuresFor(
      shownChapters.flatMap(({ pictures }) => pictures),
      course.figures,
    ),
  }
}
