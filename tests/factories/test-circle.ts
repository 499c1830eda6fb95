import { apply } from '../../app/circles/apply.ts'
import type { Circle, CircleEvent, EventOf, PlannedMeeting } from '../../app/circles/circle.ts'
import { isRefusal } from '../../app/circles/refusal.ts'
import { newCircle } from '../../app/circles/start/new-circle.ts'

/** A meeting for tests: of two hours, weekly, about a chapter of its own. */
export function someMeeting(number: number): PlannedMeeting {
  const day = new Date(Date.UTC(2026, 2, 7 + 7 * number)).toISOString().slice(0, 10)
  return { id: `m${number}`, day, start: '18:30', hours: 2, chapters: [`chapter-${number}`] }
}

/**
 * A circle for tests, started on 2026-03-07 by Ada in seat "ada", with weekly meetings "m1" and on.
 */
export function someCircle({ meetings = 3 } = {}): Circle {
  const planned = Array.from({ length: meetings }, (_, index) => someMeeting(index + 1))
  const wish = {
    name: 'Tuesday',
    course: 'tiny',
    timeZone: 'Africa/Harare',
    meetings: planned,
    code: 'CODE',
    seat: 'ada',
    trainer: 'Ada',
  }
  const circle = newCircle(wish, '2026-03-07')
  if (isRefusal(circle)) throw new Error(circle.reason)
  return circle
}

/** An event, with who causes it (Ada, unless said otherwise) and on which day. */
export type Step = CircleEvent & { by?: string | null; today?: string }

/** The circle after some steps. Throws where one is refused. */
export function having(circle: Circle, ...steps: Step[]): Circle {
  return steps.reduce((now, { by = 'ada', today = '2026-03-10', ...event }) => {
    const outcome = apply(now, event as CircleEvent, { by, today })
    if (outcome.kind === 'refused') throw new Error(outcome.reason)
    return outcome.kind === 'changed' ? outcome.circle : now
  }, circle)
}

/** Why the last of some steps is refused; null when it is not. */
export function refusalOf(
  circle: Circle,
  { by = 'ada', today = '2026-03-10', ...event }: Step,
): string | null {
  const outcome = apply(circle, event as CircleEvent, { by, today })
  return outcome.kind === 'refused' ? outcome.reason : null
}

/** Somebody joins with the code, in a seat that has their name in lower case. */
export function joins(name: string): Step {
  return { kind: 'join', seat: name.toLowerCase(), name, code: 'CODE', by: null }
}

/** The trainer adds somebody without an account, in a seat that has their name in lower case. */
export function adds(name: string): Step {
  return { kind: 'add-seat', seat: name.toLowerCase(), name }
}

/** The trainer ticks some at a meeting of two planned hours, beside those who are ticked. */
export function ticks(meeting: string, ...present: string[]): EventOf<'record-attendance'> {
  const seen = { isHeld: false, hours: 2, present: [] }
  return { kind: 'record-attendance', meeting, seen, now: { isHeld: true, hours: 2, present } }
}

/** The trainer notes for how many hours a meeting of two planned hours was held. */
export function holds(meeting: string, hours: number): EventOf<'record-attendance'> {
  const seen = { isHeld: false, hours: 2, present: [] }
  return { kind: 'record-attendance', meeting, seen, now: { isHeld: true, hours, present: [] } }
}
