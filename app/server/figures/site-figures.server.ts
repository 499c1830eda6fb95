import { statfsSync } from 'node:fs'
import { dayOf } from '../../platform/calendar-day.ts'
import type { Clock } from '../../platform/clock.ts'
import { dataFolder } from '../../platform/environment.server.ts'
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

/** How long the pages of this process take. */
export const pageTimes = new PageTimes()

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
  return {
    counts: dailyCounts(),
    pages: pageTimes.ended(dayOf(clock.now())),
    databaseSize: size === null ? null : Math.ceil(size / sizeStep) * sizeStep,
    diskFree: diskFree(),
    backups: findBackups(),
    work: regularWork(),
  }
}
