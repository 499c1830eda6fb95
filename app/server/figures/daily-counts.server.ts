import { type Day, dayOf } from '../../platform/calendar-day.ts'
import type { Clock } from '../../platform/clock.ts'
import { oneForAll } from '../../platform/workers/one-for-all.server.ts'
import { countSteps } from './count-steps.ts'
import { type Counts, countAll } from './figure-store.server.ts'

/** For how many days a comment waits before the host is told. */
const longWait = 7
const msInDay = 24 * 60 * 60 * 1000

/** What a host is told of people for a day: whole steps, rounded down. */
export interface DailyCounts extends Record<keyof typeof countSteps, number> {
  day: Day
  /** Whether a comment waits that should have been decided on long ago. */
  isWaitingLong: boolean
}

// In the first process, so that all workers tell the same.
let latest: DailyCounts | null = null
const findDay = oneForAll('the day of the counts', () => latest?.day)
const storeCounts = oneForAll('counts of the day', (counts: DailyCounts) => {
  latest = counts
})

const inSteps = (count: number, step: number) => Math.floor(count / step) * step

/** Counts as they may be told. */
export function roundCounts(counts: Counts, today: Day): DailyCounts {
  const { learners, answers, circles, waiting, waitingSince } = counts
  const due = dayOf(new Date(new Date(today).getTime() - longWait * msInDay))
  return {
    day: today,
    learners: inSteps(learners, countSteps.learners),
    answers: inSteps(answers, countSteps.answers),
    circles: inSteps(circles, countSteps.circles),
    waiting: inSteps(waiting, countSteps.waiting),
    isWaitingLong: waitingSince !== null && waitingSince < due,
  }
}

/**
 * Counts once a day, when the day's first regular work is done. In between nothing that people do
 * moves what is told.
 */
export async function countDaily(clock: Clock): Promise<void> {
  const today = dayOf(clock.now())
  if ((await findDay()) === today) return
  await storeCounts(roundCounts(await countAll(today), today))
}

/** What was counted last; null before the first time. */
export function dailyCounts(): DailyCounts | null {
  return latest
}
