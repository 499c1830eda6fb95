import type { Clock } from '../platform/clock.ts'
import { changeCircleAsSite } from './change-circle.server.ts'
import { seatsOf } from './circle-store.server.ts'

/** Forgets somebody in every circle: their seats stay as numbers, without a name and without anything that they told. */
export async function forgetInCircles(learnerId: string, clock: Clock): Promise<void> {
  for (const { circleId, seatId } of await seatsOf(learnerId))
    await changeCircleAsSite({ circleId, event: { kind: 'forget', seat: seatId }, clock })
}
