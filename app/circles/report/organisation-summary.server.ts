import { dayOf } from '../../platform/calendar-day.ts'
import type { Clock } from '../../platform/clock.ts'
import { lastDueQuarter, type OrganisationSummary, summarise } from './organisation-summary.ts'
import { quarterSums, sumUpCircles } from './quarter-sum-store.server.ts'

/**
 * What a host sees of all circles: the sums that were made of each quarter, of circles of five
 * people or more (SAFETY P12).
 */
export async function showSummary(): Promise<OrganisationSummary | null> {
  return summarise(await quarterSums())
}

/**
 * Makes the sums of each quarter that is due. To be run now and then; to run it twice, or in two
 * processes, does no harm.
 */
export async function sumUpQuarters(clock: Clock): Promise<void> {
  await sumUpCircles(lastDueQuarter(dayOf(clock.now())))
}
