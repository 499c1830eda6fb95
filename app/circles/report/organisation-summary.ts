import type { Day } from '../../platform/calendar-day.ts'
import { daysAfter } from '../../platform/calendar-day.ts'
import { reopenDays } from '../closing-rules.ts'

/**
 * What circles have done together. `people` are those who were at one meeting at least, counted in
 * each circle.
 */
export interface Sums {
  circles: number
  people: number
  meetings: number
  hours: number
}

/** The circles of a course that ended in a quarter. */
export interface QuarterSum extends Sums {
  course: string
  /** "2026-Q1" */
  quarter: string
}

/** What a host sees of all circles. */
export interface OrganisationSummary {
  quarters: QuarterSum[]
  total: Sums
}

/** People in the smallest circle that is counted in a sum (SAFETY P12). */
export const minPeople = 5

/** The first day of the quarter that a day lies in. */
export function firstDayOfQuarter(day: Day): Day {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

/** The quarter that a day lies in: "2026-Q1". */
export function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/**
 * The last quarter whose sums are due, and the first day that is not in it. They wait as long as a
 * circle that was closed can be opened again, and its trainers can still note who came to the last
 * meeting.
 */
export function lastDueQuarter(today: Day): { quarter: string; before: Day } {
  const before = firstDayOfQuarter(daysAfter(today, -reopenDays))
  return { quarter: quarterOf(daysAfter(before, -1)), before }
}

/**
 * Puts the sums of quarters in the order of the page, with their total. Null where there are none.
 */
export function summarise(sums: readonly QuarterSum[]): OrganisationSummary | null {
  if (sums.length === 0) return null
  const quarters = [...sums].sort(
    (a, b) => b.quarter.localeCompare(a.quarter) || a.course.localeCompare(b.course),
  )
  const sumOf = (key: keyof Sums) => sums.reduce((total, sum) => total + sum[key], 0)
  const total = {
    circles: sumOf('circles'),
    people: sumOf('people'),
    meetings: sumOf('meetings'),
    hours: sumOf('hours'),
  }
  return { quarters, total }
}
