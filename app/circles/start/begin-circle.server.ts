import { newId } from '../../platform/chance.server.ts'
import { type Clock, dayOf } from '../../platform/clock.ts'
import { insertCircle } from '../circle-store.server.ts'
import { newInnerId, newJoinCode } from '../ids.server.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import { type NewCircle, startCircle } from './start-circle.ts'

/** Starts a circle: whoever does it becomes its trainer. Returns its id, or why not. */
export async function beginCircle(options: {
  learnerId: string
  wish: Omit<NewCircle, 'code' | 'seat'>
  clock: Clock
}): Promise<{ kind: 'started'; id: string } | Refusal> {
  const { learnerId, wish, clock } = options
  const id = newId()
  const seatId = newInnerId()
  for (;;) {
    const circle = startCircle({ ...wish, seat: seatId, code: newJoinCode() }, dayOf(clock.now()))
    if (isRefusal(circle)) return circle
    // A code that another circle has is thrown again.
    if (await insertCircle({ id, revision: newId(), circle }, { learnerId, seatId })) return { kind: 'started', id }
  }
}
