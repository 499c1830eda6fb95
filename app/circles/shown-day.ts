import type { Day } from '../platform/clock.ts'

/** A day with its day of the week, since that is what people meet by: "Saturday 14 March 2026". English has the day first. */
export function formatDay(day: Day, lang: string): string {
  const [language] = lang.split('-')
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day))
}

/** From the first day to the last, with the year, since a report is kept: "14 March – 4 April 2026". */
export function formatPeriod(first: Day, last: Day, lang: string): string {
  const [language] = lang.split('-')
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : lang, { dateStyle: 'long', timeZone: 'UTC' })
  return format.formatRange(new Date(first), new Date(last))
}
