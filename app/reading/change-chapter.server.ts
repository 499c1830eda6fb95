import type { Day } from '../platform/calendar-day.ts'
import { httpError } from '../platform/http-errors.ts'
import { changeVisit, recordVisit } from '../progress/visit-store.server.ts'
import { type Reading, textsFor } from './chapter-page.server.tsx'

/** What a learner says of a chapter: when they called it read, where the bookmark is. */
type VisitChange = Parameters<typeof changeVisit>[1]

/**
 * Marks a chapter read or not, or moves the bookmark, as a form asks. Returns the part of the page
 * to go back to. Refuses what it does not know.
 */
export async function changeChapter({
  reading,
  learnerId,
  fields,
  today,
}: {
  reading: Reading
  learnerId: string
  fields: URLSearchParams
  today: Day
}): Promise<string> {
  const place = { learnerId, course: reading.course.id, chapter: reading.chapter.slug }
  const { change, goTo } = changeAsked(reading, fields, today)
  await recordVisit(place, today)
  await changeVisit(place, change)
  return goTo
}

/** What a form asks to change, refused before anything is stored. */
function changeAsked(
  reading: Reading,
  fields: URLSearchParams,
  today: Day,
): { change: VisitChange; goTo: string } {
  const section = fields.get('section')
  for (const name of fields.keys())
    if (name !== 'intent' && name !== 'section') throw httpError(400)
  switch (fields.get('intent')) {
    case 'read':
      return { change: { readOn: today }, goTo: '#read' }
    case 'unread':
      return { change: { readOn: null }, goTo: '#read' }
    case 'unbookmark':
      return { change: { section: null }, goTo: '#read' }
    case 'bookmark':
      if (!textsFor(reading).text.sections.some((one) => one.id === section)) throw httpError(400)
      return { change: { section }, goTo: `#${section}` }
    default:
      throw httpError(400)
  }
}
