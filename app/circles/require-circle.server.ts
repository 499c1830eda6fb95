import { dayOf } from '../platform/calendar-day.ts'
import type { Clock } from '../platform/clock.ts'
import { orNotFound } from '../platform/http-errors.ts'
import { type Circle, findSeat, type Seat } from './circle.ts'
import { findOwnCircle } from './circle-store.server.ts'
import { applyDueProposal } from './people/trainer-rules.ts'

/** A circle as somebody sees it who sits in it. */
export interface OwnCircle {
  id: string
  circle: Circle
  seat: Seat
}

/**
 * The circle that an address names, for somebody who sits in it. Throws the "not found" page for
 * everybody else.
 */
export async function requireCircle(options: {
  circleId: string | undefined
  learnerId: string
  clock: Clock
}): Promise<OwnCircle> {
  const own = orNotFound(await findOwnCircle(options.circleId ?? '', options.learnerId))
  const circle = applyDueProposal(own.circle, dayOf(options.clock.now()))
  return { id: own.id, circle, seat: orNotFound(findSeat(circle, own.seatId)) }
}

/**
 * The same, for a trainer of the circle. To its other members what only trainers see does not exist
 * either.
 */
export async function requireTrainer(options: {
  circleId: string | undefined
  learnerId: string
  clock: Clock
}): Promise<OwnCircle> {
  const own = await requireCircle(options)
  orNotFound(own.seat.isTrainer || null)
  return own
}
