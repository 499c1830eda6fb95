import { dayOf } from '../../platform/calendar-day.ts'
import type { Clock } from '../../platform/clock.ts'
import { applyStored } from '../change-circle.server.ts'
import { seated } from '../circle.ts'
import { findCircleByCode } from '../circle-store.server.ts'
import { newInnerId } from '../ids.server.ts'
import type { Refusal } from '../refusal.ts'
import { applyDueProposal } from './trainer-rules.ts'

/**
 * What somebody with the code sees of a circle before they join: nothing of the people but who
 * leads, and how many there are.
 */
export interface InvitedTo {
  kind: 'invited'
  name: string
  course: string
  people: number
  trainers: string[]
}

/** Looks a code up for somebody. Nothing is said of a circle that cannot be joined with it. */
export async function lookUpCode(options: {
  code: string
  learnerId: string
  clock: Clock
}): Promise<InvitedTo | { kind: 'member'; id: string } | { kind: 'unknown' }> {
  const found = await findCircleByCode(options.code, options.learnerId)
  // Somebody whom a trainer has removed is told no more than a stranger with a wrong code.
  if (!found || found.wasRemoved) return { kind: 'unknown' }
  if (found.isMember) return { kind: 'member', id: found.id }
  const circle = applyDueProposal(found.circle, dayOf(options.clock.now()))
  const people = seated(circle)
  const trainers = people.filter(({ isTrainer }) => isTrainer).map(({ name }) => name)
  return {
    kind: 'invited',
    name: circle.name,
    course: circle.course,
    people: people.length,
    trainers,
  }
}

/**
 * Takes a seat in a circle by its code, under the name that the circle shall see. To join twice is
 * to join once.
 */
export async function joinCircle(options: {
  code: string
  name: string
  learnerId: string
  clock: Clock
}): Promise<{ kind: 'joined'; id: string } | { kind: 'unknown' } | Refusal> {
  const { code, name, learnerId, clock } = options
  const seatId = newInnerId()
  let joined: string | null = null
  const find = async () => {
    const found = await findCircleByCode(code, learnerId)
    if (!found || found.wasRemoved) return null
    joined = found.id
    // A second press of the button: the first has given them a seat.
    return found.isMember ? null : { ...found, by: null }
  }
  const outcome = await applyStored({
    find,
    event: { kind: 'join', seat: seatId, name, code },
    clock,
    members: { kind: 'add', learnerId, seatId },
  })
  if (outcome.kind === 'refused') return outcome
  return joined === null ? { kind: 'unknown' } : { kind: 'joined', id: joined }
}
