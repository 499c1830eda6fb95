import type { Day } from '../platform/clock.ts'

/** A day with its day of the week, since that is what people meet by: "Saturday 14 March 2026". English has the day first. */
export function shownDay(day: Day, lang: string): string {
  const [language] = lang.split('-')
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day))
}
