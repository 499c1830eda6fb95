/** The source of time. Tests give their own. */
export interface Clock {
  now(): Date
}

/** The clock on the wall. */
export const systemClock: Clock = { now: () => new Date() }
