import type { Clock } from '../../platform/clock.ts'
import { found } from '../../platform/outcomes.ts'
import { type ChangeOutcome, changeCircle } from '../change-circle.server.ts'
import { type Circle, type CircleEvent, inOrder, type Meeting } from '../circle.ts'

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
