import type { Day } from '../platform/calendar-day.ts'
import { localeOf } from './locale.ts'

const format = (tag: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(localeOf(tag), { ...options, timeZone: 'UTC' })

/** French numbers every day of a month but the first, "1er mars", which `Intl` does not know. */
function formatOne(day: Day, tag: string, options: Intl.DateTimeFormatOptions): string {
  const written = format(tag, options).format(new Date(day))
  return tag.split('-')[0] === 'fr' ? written.replace(/(^| )1(?= \p{L})/u, '$11er') : written
}

/** A day as people write it in a language: "21 November 2027", "1er novembre 2027". */
export function formatDay(day: Day, tag: string): string {
  return formatOne(day, tag, { dateStyle: 'long' })
}

/** A day with its day of the week, since that is what people meet by: "Saturday 14 March 2026". */
export function formatWeekday(day: Day, tag: string): string {
  return formatOne(day, tag, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

/** A month, "2026-03", as it is read in a language: "March 2026". A year alone stays a year. */
export function formatMonth(month: string, tag: string): string {
  const isYear = month.length === 4
  return format(tag, { year: 'numeric', ...(isYear ? {} : { month: 'long' }) }).format(
    new Date(isYear ? `${month}-01-01` : `${month}-01`),
  )
}

/**
 * From the first day to the last, with the year, since a report is kept: "14 March – 4 April 2026".
 */
export function formatPeriod(first: Day, last: Day, tag: string): string {
  return format(tag, { dateStyle: 'long' }).formatRange(new Date(first), new Date(last))
}

/** Some days of the coming weeks, without the year: "15–21 March", "29 December – 4 January". */
export function formatSpan(first: Day, last: Day, tag: string): string {
  const days = format(tag, { day: 'numeric', month: 'long' })
  const [from, to] = [new Date(first), new Date(last)]
  // Over a new year a range would say both years.
  return first.slice(0, 4) === last.slice(0, 4)
    ? days.formatRange(from, to)
    : `${days.format(from)} – ${days.format(to)}`
}
