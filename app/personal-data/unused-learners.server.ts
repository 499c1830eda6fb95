import { findLearnersSeenUntil } from '../accounts/learner-store.server.ts'
import type { Clock } from '../platform/clock.ts'
import { environment } from '../platform/environment.server.ts'
import { isUnused, latestUnused } from './retention.ts'

/** The ids of those who have not been here for as many months as the host allows. */
export async function findUnused(clock: Clock): Promise<string[]> {
  const now = clock.now()
  const months = environment.UNUSED_MONTHS
  const long = await findLearnersSeenUntil(latestUnused(months, now), now)
  return long.filter(({ lastSeenOn }) => isUnused(lastSeenOn, months, now)).map(({ id }) => id)
}
