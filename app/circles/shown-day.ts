import type { Day } from '../platform/clock.ts'

/** A day in words, in a language: "Saturday 14 March 2026". */
export function shownDay(day: Day, lang: string): string {
  return new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  )
}
