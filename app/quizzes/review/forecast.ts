import { type Day, daysAfter } from '../../platform/calendar-day.ts'

/** How many questions come back in some days, both of them included. */
export interface DueSpan {
  from: Day
  to: Day
  count: number
}

/** When a learner's questions come back: those whose day has come, week by week, and after that. */
export interface Forecast {
  now: number
  weeks: DueSpan[]
  later: number
}

/** For how many weeks a forecast looks ahead. */
export const weeksAhead = 6

/**
 * Counts the days on which questions come back. The first week begins tomorrow: what waits today is
 * counted by itself.
 */
export function forecast(dueOn: readonly Day[], today: Day): Forecast {
  const weeks = Array.from({ length: weeksAhead }, (_, week) => {
    const from = daysAfter(today, 1 + 7 * week)
    const to = daysAfter(today, 7 + 7 * week)
    return { from, to, count: dueOn.filter((day) => day >= from && day <= to).length }
  })
  const last = daysAfter(today, 7 * weeksAhead)
  return {
    now: dueOn.filter((day) => day <= today).length,
    weeks,
    later: dueOn.filter((day) => day > last).length,
  }
}
