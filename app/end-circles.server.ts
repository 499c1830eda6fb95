import { overwriteErased } from './accounts/overwrite-erased.server.ts'
import { retireCircles } from './circles/retire-circles.server.ts'
import type { Clock } from './platform/clock.ts'
import { environment } from './platform/environment.server.ts'

/** Empties the circles whose retention time is over, out of the raw database file too. To be run every few minutes; mostly there is nothing to do. */
export async function endCircles(clock: Clock): Promise<void> {
  if ((await retireCircles({ months: environment.CIRCLE_MONTHS, clock })) > 0) await overwriteErased()
}
