import { type Day, monthsAfter } from '../platform/calendar-day.ts'
import type { Circle, Totals } from './circle.ts'

/**
 * What a circle has done so far: held meetings, their study hours, and how many people were there.
 */
export function totalsOf(circle: Circle): Totals {
  if (circle.totals) return circle.totals
  const heldMeetings = circle.meetings.filter(({ state }) => state === 'held')
  return {
    meetings: heldMeetings.length,
    hours: heldMeetings.reduce((sum, { hoursHeld }) => sum + (hoursHeld ?? 0), 0),
    participants: new Set(heldMeetings.flatMap(({ present }) => present)).size,
    attendances: heldMeetings.reduce((sum, { present }) => sum + present.length, 0),
    women: circle.counts?.women ?? null,
    youth: circle.counts?.youth ?? null,
  }
}

/**
 * The last day on which anything happens in a circle: from it the retention time counts. A circle
 * that nobody closes ends with its last meeting.
 */
export function lastDayOf(circle: Circle): Day {
  if (circle.closedOn) return circle.closedOn
  const days = circle.meetings.filter(({ state }) => state !== 'cancelled').map(({ day }) => day)
  return [circle.startedOn, ...days].sort().at(-1) as Day
}

/** The day on which seats, notes and words of a circle are erased; its totals stay. */
export function retiresOn(circle: Circle, months: number): Day {
  return monthsAfter(lastDayOf(circle), months)
}
