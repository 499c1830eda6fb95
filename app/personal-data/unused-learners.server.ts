import { findLearnersSeenUntil, type LastSeen } from '../accounts/learner-store.server.ts'
import type { Clock } from '../platform/clock.ts'
import { environment } from '../platform/environment.server.ts'
import { isUnused, latestUnused } from './retention.ts'

const learnersAtOnce = 100

/** The ids of those who have not been here for as many months as the host allows, some at a time. */
export async function* findUnused(clock: Clock): AsyncGenerator<string[]> {
  const now = clock.now()
  const months = environment.UNUSED_MONTHS
  const day = latestUnused(months, now)
  for (let after: LastSeen | null = null; ; ) {
    const some = await findLearnersSeenUntil({ day, now, after, max: learnersAtOnce })
    const ids = some.filter(({ lastSeenOn }) => isUnused(lastSeenOn, months, now))
    if (ids.length > 0) yield ids.map(({ id }) => id)
    after = some.at(-1) ?? null
    if (some.length < learnersAtOnce) return
  }
}
