/** A day, written "2026-03-14", in UTC. All that the database knows of when someone studied. */
export type Day = string

const midnight = (day: Day) => new Date(`${day}T00:00:00Z`)

/** The day that a moment falls on. */
export function dayOf(moment: Date): Day {
  return moment.toISOString().slice(0, 10)
}

/** Whether a text is a day that exists: "2026-02-30" does not. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const moment = midnight(text)
  return !Number.isNaN(moment.getTime()) && dayOf(moment) === text
}

/** The day so many days later, or earlier. */
export function daysAfter(day: Day, days: number): Day {
  const moment = midnight(day)
  moment.setUTCDate(moment.getUTCDate() + days)
  return dayOf(moment)
}

/**
 * The day so many months later. Where the month has no such day, it is the month's last: 31 August
 * and six months is 28 February.
 */
export function monthsAfter(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0))
  return dayOf(
    new Date(
      Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())),
    ),
  )
}
