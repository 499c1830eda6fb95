import type { Clock } from '../platform/clock.ts'
import { changeCircleAsSite } from './change-circle.server.ts'
import { linkedSeat } from './circle.ts'
import { findCircle } from './circle-store.server.ts'
import { seatsOf } from './people/member-store.server.ts'

/**
 * Forgets somebody in every circle: the seats that they have or had stay as numbers, without a name
 * and without anything that they told.
 */
export async function forgetInCircles(learnerId: string, clock: Clock): Promise<void> {
  for (const { circleId, ...link } of await seatsOf(learnerId)) {
    const circle = (await findCircle(circleId))?.circle
    const seat = circle && linkedSeat(circle, link)
    if (seat)
      await changeCircleAsSite({ circleId, event: { kind: 'forget', seat: seat.id }, clock })
  }
}
