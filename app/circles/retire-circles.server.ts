import { setImmediate as nextTurn } from 'node:timers/promises'
import { dayOf, daysAfter, monthsAfter } from '../platform/calendar-day.ts'
import type { Clock } from '../platform/clock.ts'
import { changeCircleAsSite } from './change-circle.server.ts'
import { circlesUpTo } from './circle-store.server.ts'
import { forgetRemoved } from './people/member-store.server.ts'
import { undoDays } from './people/seat-rules.ts'

/**
 * Takes people, notes and words out of the circles whose retention time is over, and ends the
 * membership of those whose seats were removed more than a week ago. To be run now and then; to run
 * it twice does no harm.
 */
export async function retireCircles({
  months,
  clock,
}: {
  months: number
  clock: Clock
}): Promise<void> {
  const today = dayOf(clock.now())
  // Months differ in length: those that may be due are looked at a little early, and each by its
  // own day.
  const candidates = await circlesUpTo(daysAfter(monthsAfter(today, -months), 3), 200)
  const due = candidates.filter(({ lastOn }) => monthsAfter(lastOn, months) <= today)
  for (const { id } of due) {
    await changeCircleAsSite({ circleId: id, event: { kind: 'retire' }, clock })
    // The database answers at once, so nobody else would have a turn until all are emptied.
    await nextTurn()
  }
  await forgetRemoved(daysAfter(today, -undoDays))
}
