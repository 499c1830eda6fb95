import { dayOf } from '../platform/calendar-day.ts'
import type { Clock } from '../platform/clock.ts'
import { newId } from '../platform/random.server.ts'
import { apply } from './apply.ts'
import type { Circle, CircleEvent } from './circle.ts'
import {
  findCircle,
  findOwnCircle,
  type MemberChange,
  replaceCircle,
  type StoredCircle,
} from './circle-store.server.ts'
import { newJoinCode } from './ids.server.ts'
import type { Refusal } from './refusal.ts'

/**
 * What became of an event: the circle as it now is, why it was refused, or that for this person
 * there is no such circle.
 */
export type ChangeOutcome =
  | { kind: 'done'; circle: Circle }
  | (Refusal & { circle: Circle })
  | { kind: 'not-found' }

// Each further try means that somebody else was faster. So many in a row means that nothing works
// any more.
const maxTries = 60

/** What an event changes in who sits where. */
function memberChangeOf(event: CircleEvent, by: string | null, today: string): MemberChange | null {
  switch (event.kind) {
    case 'leave':
      return { kind: event.keepsName ? 'leave' : 'forget', seatId: by as string }
    case 'forget':
      return { kind: 'forget', seatId: event.seat }
    case 'remove-seat':
      return { kind: 'remove', seatId: event.seat, today }
    case 'restore-seat':
      return { kind: 'restore', seatId: event.seat }
    case 'retire':
      return { kind: 'delete-all' }
    default:
      return null
  }
}

/**
 * Reads a circle, applies an event and writes it back. When somebody else was faster, it reads
 * again and applies the event to what they made: so two trainers never lose each other's ticks.
 */
export async function applyStored(options: {
  find: () => Promise<(StoredCircle & { by: string | null }) | null>
  event: CircleEvent
  clock: Clock
  members?: MemberChange
}): Promise<ChangeOutcome> {
  const { find, event, clock, members } = options
  const today = dayOf(clock.now())
  const revision = newId()
  let code: string | null = null
  for (let tries = 0; tries < maxTries; tries++) {
    const read = await find()
    if (!read) return { kind: 'not-found' }
    const outcome = apply(read.circle, event, { by: read.by, today })
    if (outcome.kind === 'refused') return { ...outcome, circle: read.circle }
    if (outcome.kind === 'same') return { kind: 'done', circle: read.circle }
    const circle = code
      ? { ...outcome.circle, join: { ...outcome.circle.join, code } }
      : outcome.circle
    const next = { id: read.id, revision, circle }
    const replaced = await replaceCircle(
      read.revision,
      next,
      members ?? memberChangeOf(event, read.by, today),
    )
    if (replaced === 'replaced') return { kind: 'done', circle }
    // Another circle may have got its code while nobody could join here.
    if (replaced === 'code-taken') code = newJoinCode()
  }
  throw new Error('A circle was changed by others again and again')
}

/**
 * Somebody does something in a circle where they have a seat. For everyone else there is no such
 * circle.
 */
export function changeCircle(options: {
  circleId: string
  learnerId: string
  event: CircleEvent
  clock: Clock
}): Promise<ChangeOutcome> {
  const { circleId, learnerId, event, clock } = options
  const find = async () => {
    const own = await findOwnCircle(circleId, learnerId)
    return own && { ...own, by: own.seatId }
  }
  return applyStored({ find, event, clock })
}

/** The site itself does something in a circle: forgets a seat, or retires the circle. */
export function changeCircleAsSite(options: {
  circleId: string
  event: Extract<CircleEvent, { kind: 'forget' | 'retire' }>
  clock: Clock
}): Promise<ChangeOutcome> {
  const { circleId, event, clock } = options
  const find = async () => {
    const stored = await findCircle(circleId)
    return stored && { ...stored, by: null }
  }
  return applyStored({ find, event, clock })
}
