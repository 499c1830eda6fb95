import type { Translate } from '../i18n/i18n.ts'
import type { Clock } from '../platform/clock.ts'
import { checkForm } from '../platform/form.server.ts'
import { httpError } from '../platform/http-errors.ts'
import { changeCircle } from './change-circle.server.ts'
import type { Circle, CircleEvent } from './circle.ts'
import { eventForms, type FormIntent } from './event-forms.ts'
import type { Refusal } from './refusal.ts'

/** How a form in a circle ended: done, or why not, in the reader's words, with what was typed. */
export type FormActOutcome =
  | { kind: 'done'; intent: FormIntent; circle: Circle }
  | { kind: 'refused'; intent: FormIntent; problem: string; typed: Record<string, string> }

/** A refusal in the reader's words. */
export function refusalText({ reason, values }: Refusal, t: Translate): string {
  return t(reason, { ...values })
}

function eventOf({ intent, ...rest }: { intent: FormIntent; added?: string }): CircleEvent {
  const { added, ...fields } = rest
  return { kind: intent, ...fields, ...(added === undefined ? {} : { name: added }) } as CircleEvent
}

/**
 * Does what a form of a circle asks for, by its intent, which must be one that the page offers.
 * Somebody who may not do it gets the "not found" page, as if the form did not exist.
 */
export async function actByForm(options: {
  fields: URLSearchParams
  offered: readonly FormIntent[]
  circleId: string
  learnerId: string
  clock: Clock
  t: Translate
}): Promise<FormActOutcome> {
  const { fields, offered, circleId, learnerId, clock, t } = options
  const intent = offered.find((one) => one === fields.get('intent'))
  if (!intent) throw httpError(400)
  const form = checkForm(fields, eventForms[intent])
  if (form.kind === 'bad') throw httpError(400)
  const outcome = await changeCircle({ circleId, learnerId, event: eventOf(form.value), clock })
  if (outcome.kind === 'done') return { kind: 'done', intent, circle: outcome.circle }
  if (outcome.kind === 'not-found' || outcome.reason === 'circles:refused.trainersOnly')
    throw httpError(404)
  return {
    kind: 'refused',
    intent,
    problem: refusalText(outcome, t),
    typed: Object.fromEntries(fields),
  }
}
