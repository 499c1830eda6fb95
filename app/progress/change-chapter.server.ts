import type { Day } from '../platform/clock.ts'
import { refuse } from '../platform/outcomes.ts'
import { type Reading, textsFor } from './chapter-page.server.tsx'
import { changeVisit, noteOpened } from './visit-store.server.ts'

/** Marks a chapter read or not, or moves the bookmark, as a form asks. Returns the part of the page to go back to. Refuses what it does not know. */
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
  const section = fields.get('section')
  await noteOpened(place, today)
  switch (fields.get('intent')) {
    case 'read':
      await changeVisit(place, { readOn: today })
      return '#read'
    case 'unread':
      await changeVisit(place, { readOn: null })
      return '#read'
    case 'unbookmark':
      await changeVisit(place, { section: null })
      return '#read'
    case 'bookmark':
      if (!textsFor(reading).text.sections.some((one) => one.id === section)) throw refuse(400)
      await changeVisit(place, { section })
      return `#${section}`
    default:
      throw refuse(400)
  }
}
