import type { Day } from '../platform/calendar-day.ts'
import { httpError } from '../platform/http-errors.ts'
import { changeVisit, recordVisit } from '../progress/visit-store.server.ts'
import type { takeOtherButton } from '../quizzes/chapter-quiz/quiz-state.ts'
import { type Reading, textsFor } from './reading.ts'

/** What a learner says of a chapter: when they called it read, where the bookmark is. */
type VisitChange = Parameters<typeof changeVisit>[1]

/** What was pressed, and the section that it stands beside. */
type Button = NonNullable<ReturnType<typeof takeOtherButton>>

/**
 * Marks a chapter read or not, or moves the bookmark, as a button asks. Returns the part of the page
 * to go back to. Refuses what it does not know.
 */
export async function changeChapter({
  reading,
  learnerId,
  button,
  today,
}: {
  reading: Reading
  learnerId: string
  button: Button
  today: Day
}): Promise<string> {
  const place = { learnerId, course: reading.course.id, chapter: reading.chapter.slug }
  const { change, goTo } = requestedChange(reading, button, today)
  await recordVisit(place, today)
  await changeVisit(place, change)
  return goTo
}

/** What a button asks to change, refused before anything is stored. */
function requestedChange(
  reading: Reading,
  { intent, item }: Button,
  today: Day,
): { change: VisitChange; goTo: string } {
  if (item && intent !== 'bookmark') throw httpError(400)
  switch (intent) {
    case 'read':
      return { change: { readOn: today }, goTo: '#read' }
    case 'unread':
      return { change: { readOn: null }, goTo: '#read' }
    case 'unbookmark':
      return { change: { section: null }, goTo: '#read' }
    case 'bookmark':
      if (!textsFor(reading).text.sections.some(({ id }) => id === item)) throw httpError(400)
      return { change: { section: item }, goTo: `#${item}` }
    default:
      throw httpError(400)
  }
}
