/** A day, written "2026-03-14", in UTC. All that the database knows of when someone studied. */
export type Day = string

/** The source of time. Tests give their own. */
export interface Clock {
  now(): Date
}

/** The clock on the wall. */
export const systemClock: Clock = { now: () => new Date() }

/** The day that a moment falls on. */
export function dayOf(moment: Date): Day {
  return moment.toISOString().slice(0, 10)
}

/** A day as it is read in a language: "14 March 2026". */
export function dayInWords(day: Day, lang: string): string {
  return new Intl.DateTimeFormat([lang, 'en'], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** A month, "2026-03", as it is read in a language: "March 2026". */
export function monthInWords(month: string, lang: string): string {
  const format = new Intl.DateTimeFormat([lang, 'en'], { year: 'numeric', month: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${month}-01T00:00:00Z`))
}
