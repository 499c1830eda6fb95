import { dayOf } from '../../platform/calendar-day.ts'
import type { Clock } from '../../platform/clock.ts'
import { newId } from '../../platform/random.server.ts'
import { findCircle, findOwnCircle, insertCircle } from '../circle-store.server.ts'
import { newInnerId, newJoinCode } from '../ids.server.ts'
import { isRefusal, type Refusal, refused } from '../refusal.ts'
import { type NewCircle, newCircle } from './new-circle.ts'

/**
 * Starts a circle: the person who does it becomes its trainer. Returns its id, or why not. The id
 * comes with the form, so that a form that is sent twice starts one circle.
 */
export async function createCircle(options: {
  id: string
  learnerId: string
  wish: Omit<NewCircle, 'code' | 'seat'>
  clock: Clock
}): Promise<{ kind: 'started'; id: string } | Refusal> {
  const { id, learnerId, wish, clock } = options
  const seatId = newInnerId()
  for (;;) {
    const circle = newCircle({ ...wish, seat: seatId, code: newJoinCode() }, dayOf(clock.now()))
    if (isRefusal(circle)) return circle
    if (await insertCircle({ id, revision: newId(), circle }, { learnerId, seatId }))
      return { kind: 'started', id }
    if (await findOwnCircle(id, learnerId)) return { kind: 'started', id }
    if (await findCircle(id)) return refused('circles:refused.openFormAgain')
    // A code that another circle has is thrown again.
  }
}
