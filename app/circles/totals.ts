import type { Day } from '../platform/clock.ts'
import type { Circle, Totals } from './circle.ts'
import { daysAfter } from './plan/propose-plan.ts'

/** What a circle has done so far: held meetings, their study hours, and how many people were there. */
export function totalsOf(circle: Circle): Totals {
  if (circle.totals) return circle.totals
  const held = circle.meetings.filter(({ state }) => state === 'held')
  return {
    meetings: held.length,
    hours: held.reduce((sum, { hoursHeld }) => sum + (hoursHeld ?? 0), 0),
    participants: new Set(held.flatMap(({ present }) => present)).size,
    attendances: held.reduce((sum, { present }) => sum + present.length, 0),
    women: circle.counts?.women ?? null,
    youth: circle.counts?.youth ?? null,
  }
}

/** The last day on which anything happens in a circle: from it the retention time counts. A circle that nobody closes ends with its last meeting. */
export function lastDayOf(circle: Circle): Day {
  if (circle.closedOn) return circle.closedOn
  const days = circle.meetings.filter(({ state }) => state !== 'cancelled').map(({ day }) => day)
  return [circle.startedOn, ...days].sort().at(-1) as Day
}

/** The day so many months later; the last day of a month that is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0))
  const first = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), 1)).toISOString().slice(0, 10)
  return daysAfter(first, Math.min(date, last.getUTCDate()) - 1)
}

/** The day on which seats, notes and words of a circle are erased; its totals stay. */
export function retiresOn(circle: Circle, months: number): Day {
  return addMonths(lastDayOf(circle), months)
}
