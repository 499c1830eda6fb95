import type { Clock } from '../platform/clock.ts'
import { found, refuse } from '../platform/outcomes.ts'
import { type ChangeOutcome, changeCircle } from './change-circle.server.ts'
import { type Circle, type CircleEvent, findSeat, inOrder, type Meeting, type Seat } from './circle.ts'
import { findOwnCircle } from './circle-store.server.ts'

/** A circle, and the seat of the one who looks at it. */
export interface OwnCircle {
  id: string
  circle: Circle
  seat: Seat
}

/** The circle of an address, for somebody who has a seat in it. To everyone else it is not found. */
export async function requireOwnCircle(id: string | undefined, learnerId: string): Promise<OwnCircle> {
  const own = found(await findOwnCircle(id ?? '', learnerId))
  return { id: own.id, circle: own.circle, seat: found(findSeat(own.circle, own.seatId)) }
}

/** Only for trainers of the circle: to its other people, a page about others' attendance is not found. */
export function requireTrainer({ seat }: OwnCircle): void {
  if (!seat.isTrainer) throw refuse(404)
}

/** The meeting of an address, by its number in the plan, or the page "not found". */
export function requireMeeting(circle: Circle, number: string | undefined): { meeting: Meeting; number: number } {
  const at = /^[1-9]\d?$/.test(number ?? '') ? Number(number) : 0
  return { meeting: found(inOrder(circle.meetings)[at - 1]), number: at }
}

/** Notes several things one after the other; stops at the first that is refused. */
export async function changeInTurn(
  options: { circleId: string; learnerId: string; clock: Clock },
  events: readonly CircleEvent[],
): Promise<ChangeOutcome | { kind: 'nothing' }> {
  let outcome: ChangeOutcome | { kind: 'nothing' } = { kind: 'nothing' }
  for (const event of events) {
    outcome = await changeCircle({ ...options, event })
    if (outcome.kind !== 'done') return outcome
  }
  return outcome
}
