import type { Clock } from '../platform/clock.ts'

const day = 24 * 60 * 60 * 1000

/** How many days the date may be ahead of the time that has passed: a laptop may sleep for weeks. */
const maxDaysAhead = 31

/**
 * Returns what says how many days the machine's date has jumped ahead since this was called, or 0
 * where that may be right. What has passed is counted by a clock that nobody sets.
 */
export function watchDate(clock: Clock, passed = () => performance.now()): () => number {
  const offset = () => clock.now().getTime() - passed()
  const before = offset()
  return () => {
    const days = Math.floor((offset() - before) / day)
    return days > maxDaysAhead ? days : 0
  }
}
