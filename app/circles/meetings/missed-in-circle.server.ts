import type { Course } from '../../courses/chapter.ts'
import { mostMissed } from '../../quizzes/most-missed.server.ts'
import { type Circle, type Meeting, seated } from '../circle.ts'
import { learnersIn } from '../circle-store.server.ts'
import { chaptersBefore } from './show-run-sheet.ts'

/**
 * Which questions of what a circle has read before a meeting its people missed most: an order of questions, with nothing of who or how many, and
 * nothing at all of fewer than five people (SAFETY P12).
 */
export async function missedInCircle({
  circleId,
  circle,
  course,
  meeting,
}: {
  circleId: string
  circle: Circle
  course: Course
  meeting: Meeting
}): Promise<{ chapter: string; question: string }[]> {
  const chapters = chaptersBefore(circle, course, meeting).map(({ slug }) => slug)
  if (chapters.length === 0) return []
  const seats = seated(circle).filter(({ hasAccount }) => hasAccount)
  const learners = await learnersIn(
    circleId,
    seats.map(({ id }) => id),
  )
  return mostMissed({ course, chapters, learnerIds: [...learners.values()], limit: 3 })
}
