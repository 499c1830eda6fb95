import type { Chapter } from '../courses/model/chapter.ts'
import type { Day } from '../platform/calendar-day.ts'

/** What is stored of a learner's visit to a chapter. */
export interface StoredVisit {
  chapter: string
  openedOn: Day
  readOn: Day | null
  section: string | null
  turn: number
}

/**
 * An answered question: whether this answer was right, and to which wording of the question it was
 * given.
 */
export interface AnsweredQuestion {
  chapter: string
  question: string
  questionHash: string
  isRight: boolean
}

/** How far a learner has come in one chapter. Private to the learner. */
export interface ChapterProgress {
  openedOn: Day | null
  readOn: Day | null
  bookmark: string | null
  /** Questions as they stand now that were answered right at least once. */
  right: number
  questions: number
  /** Read, as the learner says, and each question answered right once. */
  isFinished: boolean
}

/**
 * How far a learner has come in a chapter. Answers to an earlier wording of a question do not
 * count.
 */
export function progressIn(
  chapter: Chapter,
  visit: StoredVisit | undefined,
  answered: AnsweredQuestion[],
): ChapterProgress {
  const right = new Set<string>()
  for (const { chapter: slug, question, questionHash, isRight } of answered) {
    if (slug === chapter.slug && isRight && chapter.questionHashes.get(question) === questionHash)
      right.add(question)
  }
  const questions = chapter.questionHashes.size
  return {
    openedOn: visit?.openedOn ?? null,
    readOn: visit?.readOn ?? null,
    bookmark: visit?.section ?? null,
    right: right.size,
    questions,
    isFinished: Boolean(visit?.readOn) && right.size === questions,
  }
}

/**
 * The first question that is still to be answered right, for someone who has begun with the
 * questions; null for one who has not.
 */
function firstLeft(chapter: Chapter, answered: AnsweredQuestion[]): string | null {
  const own = answered.filter((one) => one.chapter === chapter.slug)
  if (own.length === 0) return null
  const isRight = ([id, hash]: [string, string]) =>
    own.some((one) => one.question === id && one.questionHash === hash && one.isRight)
  return [...chapter.questionHashes].find((question) => !isRight(question))?.[0] ?? null
}

/**
 * Where to go on, and at which place in it, bookmark or question: the chapter visited last, or,
 * when it is finished, the first after it that is not. Null when all are finished or none was
 * opened.
 */
export function whereToContinue(
  chapters: Chapter[],
  visits: StoredVisit[],
  answered: AnsweredQuestion[],
): { chapter: Chapter; place: string | null } | null {
  const last = visits.reduce<StoredVisit | undefined>(
    (best, visit) => (!best || visit.turn > best.turn ? visit : best),
    undefined,
  )
  const start = chapters.findIndex((chapter) => chapter.slug === last?.chapter)
  if (start < 0) return null
  const inTurn = [...chapters.slice(start), ...chapters.slice(0, start)]
  for (const chapter of inTurn) {
    const progress = progressIn(
      chapter,
      visits.find((visit) => visit.chapter === chapter.slug),
      answered,
    )
    if (!progress.isFinished)
      return { chapter, place: progress.bookmark ?? firstLeft(chapter, answered) }
  }
  return null
}
