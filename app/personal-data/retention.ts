import { type Day, dayOf, daysAfter, monthsAfter } from '../platform/calendar-day.ts'

const halfDay = 12 * 60 * 60 * 1000

/**
 * The day as it is where it begins last on Earth (UTC−12): "before 21 November" is then over for
 * everyone.
 */
function lastDayOnEarth(now: Date): Day {
  return dayOf(new Date(now.getTime() - halfDay))
}

/**
 * Where the month has no such day it goes on into the next: 31 August and six months is 3 March.
 * Never a day too early.
 */
function wholeMonthsAfter(day: Day, months: number): Day {
  const first = `${day.slice(0, 7)}-01`
  return daysAfter(monthsAfter(first, months), Number(day.slice(8)) - 1)
}

/**
 * The day before which someone must be here again, or their account is erased: so many months after
 * they last were (SAFETY P10).
 */
export function erasedOn(lastSeenOn: Day, months: number): Day {
  return wholeMonthsAfter(lastSeenOn, months)
}

/** Whether the day of {@link erasedOn} has come, wherever the owner is. */
export function isUnused(lastSeenOn: Day, months: number, now: Date): boolean {
  return lastDayOnEarth(now) >= erasedOn(lastSeenOn, months)
}

/** A day for a first, wide search: anyone who was here after it cannot be unused. */
export function latestUnused(months: number, now: Date): Day {
  const month = monthsAfter(`${lastDayOnEarth(now).slice(0, 7)}-01`, -months).slice(0, 7)
  return `${month}-31`
}
