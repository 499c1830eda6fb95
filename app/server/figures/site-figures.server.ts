import { statfsSync } from 'node:fs'
import { type Day, dayOf } from '../../platform/calendar-day.ts'
import type { Clock } from '../../platform/clock.ts'
import { dataFolder } from '../../platform/environment.server.ts'
import { isWorker, oneForAll } from '../../platform/workers/one-for-all.server.ts'
import { type Backups, findBackups } from './backups.server.ts'
import { type DailyCounts, dailyCounts } from './daily-counts.server.ts'
import { databaseSize } from './figure-store.server.ts'
import { type DayTimes, PageTimes } from './page-times.ts'
import { type RegularWork, regularWork } from './regular-work.ts'

/** How the site is doing, in figures that name nobody. */
export interface SiteFigures {
  /** Null before they were counted for the first time. */
  counts: DailyCounts | null
  /** The last day that has ended; null where there is none yet. */
  pages: DayTimes | null
  /** In bytes, rounded: a few more answers do not show. Null where they cannot be read. */
  databaseSize: number | null
  diskFree: number | null
  backups: Backups
  work: RegularWork
}

/** How long pages take: of all workers, in the first process. */
export const pageTimes = new PageTimes()

/** A page that was made: its route, whether it answers a form, how long it took, and the day. */
type MadePage = Parameters<PageTimes['note']>

const noteAll = oneForAll('page times', (pages: MadePage[]) => {
  for (const page of pages) pageTimes.note(...page)
})
const tellEvery = 1000
let untold: MadePage[] = []

/** Notes how long a page took. A worker tells the first process of many at once. */
export function notePage(...page: MadePage): void {
  if (!isWorker) {
    pageTimes.note(...page)
    return
  }
  untold.push(page)
  if (untold.length > 1) return
  setTimeout(() => {
    noteAll(untold).catch(() => {})
    untold = []
  }, tellEvery).unref()
}

const findFigures = oneForAll('figures', (today: Day) => ({
  counts: dailyCounts(),
  pages: pageTimes.ended(today),
  work: regularWork(),
}))

const sizeStep = 10e6
const freeStep = 100e6

/** The room that is left for the database and the cache. */
function diskFree(): number | null {
  try {
    const { bavail, bsize } = statfsSync(dataFolder())
    return Math.floor((bavail * bsize) / freeStep) * freeStep
  } catch {
    return null
  }
}

/** What the host's page and the metrics tell (docs/decisions/088). */
export async function siteFigures(clock: Clock): Promise<SiteFigures> {
  const size = await databaseSize().catch(() => null)
  const { counts, pages, work } = await findFigures(dayOf(clock.now()))
  return {
    counts,
    pages,
    databaseSize: size === null ? null : Math.ceil(size / sizeStep) * sizeStep,
    diskFree: diskFree(),
    backups: findBackups(),
    work,
  }
}
