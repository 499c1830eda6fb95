import type { Texts } from '../i18n/texts/index.ts'
import type { Circle } from './circle.ts'

/** Why an event is refused, as a key of the interface's texts. */
export type RefusalReason = `circles:refused.${keyof Texts['circles']['refused']}`

/** A field of a meeting as it is planned. */
export type PlanField = 'day' | 'start' | 'hours' | 'chapters'

/** An event that does not fit the circle as it is, and why. */
export interface Refusal {
  kind: 'refused'
  reason: RefusalReason
  /** What the reason's text names. */
  values?: Record<string, string | number>
  /** The meeting of a plan that it is about, and its field. */
  at?: { meeting: string; field: PlanField }
}

/** What an event does to a circle. The same: it had happened already, or changes nothing. */
export type Outcome = { kind: 'changed'; circle: Circle } | { kind: 'same' } | Refusal

/** A refusal, with what its text names. */
export function refused(reason: RefusalReason, values?: Record<string, string | number>): Refusal {
  return values ? { kind: 'refused', reason, values } : { kind: 'refused', reason }
}

/**
 * What a rule makes of a circle and an event: the circle as it then is, or why not. The very same
 * circle means that nothing changes.
 */
export type Result = Circle | Refusal

/** Whether a rule refused. */
export function isRefusal(result: Result | Refusal | null): result is Refusal {
  return result !== null && 'kind' in result
}
