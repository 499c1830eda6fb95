import type { Catalogue } from '../courses/model/chapter.ts'
import type { Language } from '../i18n/languages.ts'
import { dayOf, daysAfter } from '../platform/calendar-day.ts'
import { findSeat } from './circle.ts'
import { findOwnCircle, type ListedCircle } from './circle-store.server.ts'
import { localTime } from './local-time.ts'
import { applyDueProposal } from './people/trainer-rules.ts'
import { listMeetings, nextMeeting } from './show-circle.ts'

/** A meeting that a person goes to soon, and whether they lead it. */
export interface UpcomingMeeting {
  name: string
  dayInWords: string
  day: string
  address: string
  isLeader: boolean
}

/** How many days ahead a meeting is called near, and of how many circles it is looked for. */
const soon = 7
const max = 8

/**
 * The next meeting within a week of the circles that a person sits in; null where none is that near.
 * One that they lead comes before one that they only go to.
 */
export async function upcomingMeeting(options: {
  circles: readonly Pick<ListedCircle, 'id' | 'name'>[]
  learnerId: string
  language: Language
  now: Date
  catalogue: Pick<Catalogue, 'courses'>
}): Promise<UpcomingMeeting | null> {
  const { circles, learnerId, language, now, catalogue } = options
  const found = await Promise.all(
    circles.slice(0, max).map(async ({ id, name }): Promise<UpcomingMeeting[]> => {
      const own = await findOwnCircle(id, learnerId)
      if (!own) return []
      const circle = applyDueProposal(own.circle, dayOf(now))
      const course = catalogue.courses.get(circle.course)
      const next = nextMeeting(listMeetings(circle, course, language, now), circle, now)
      const last = daysAfter(localTime(now, circle.timeZone).day, soon)
      if (!next || next.day > last) return []
      const isLeader = findSeat(circle, own.seatId)?.isTrainer ?? false
      const meeting = `/${language.tag}/circles/${id}/meetings/${next.number}`
      return [
        {
          name,
          dayInWords: next.dayInWords,
          day: next.day,
          address: isLeader ? `${meeting}/run-sheet` : meeting,
          isLeader,
        },
      ]
    }),
  )
  const [first] = found
    .flat()
    .sort((a, b) => Number(b.isLeader) - Number(a.isLeader) || (a.day < b.day ? -1 : 1))
  return first ?? null
}
