import { type Day, dayOf } from '../../platform/calendar-day.ts'

const minute = 60_000
const day = 24 * 60 * minute
const unusedOnOwnDevice = 14 * day
const unusedElsewhere = 30 * minute

/** What decides how long a session lives apart from its use. */
export interface Term {
  /** The person called the device their own. */
  ownDevice: boolean
  startedOn: Day
}

/**
 * The day on which a session ends for good, as it begins in UTC, however much it is used: 90 days
 * after that of signing in on one's own device, elsewhere two. Only the day of signing in is stored
 * (decision 008).
 */
export function endsOn({ ownDevice, startedOn }: Term): Day {
  return dayOf(new Date(Date.parse(startedOn) + (ownDevice ? 90 : 2) * day))
}

/**
 * When a session that is used now ends, unless it is used again. On one's own device that is a
 * midnight, so two weeks or up to a day less: the database then knows the day of the last use and
 * not the moment.
 */
export function expiryOf(term: Term, now: Date): Date {
  const time = now.getTime()
  const unused = term.ownDevice ? time - (time % day) + unusedOnOwnDevice : time + unusedElsewhere
  return new Date(Math.min(unused, Date.parse(endsOn(term))))
}

/**
 * Whether a use of a session is worth a write: at most one a minute, and on one's own device one a
 * day.
 */
export function isRenewalDue(term: Term, expiresAt: Date, now: Date): boolean {
  return expiryOf(term, now).getTime() - expiresAt.getTime() >= minute
}

/**
 * For how many seconds a browser keeps the cookie from now on; null: until it is closed. Never
 * longer than the session can live.
 */
export function cookieSeconds(term: Term, now: Date): number | null {
  if (!term.ownDevice) return null
  return Math.max(
    0,
    Math.floor(Math.min(unusedOnOwnDevice, Date.parse(endsOn(term)) - now.getTime()) / 1000),
  )
}
