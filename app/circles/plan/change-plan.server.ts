import type { Course } from '../../courses/model/chapter.ts'
import type { Translate } from '../../i18n/i18n.ts'
import type { Clock } from '../../platform/clock.ts'
import { httpError } from '../../platform/http-errors.ts'
import { refusalText } from '../act-by-form.server.ts'
import { changeCircle } from '../change-circle.server.ts'
import { inOrder } from '../circle.ts'
import type { FieldProblem, MeetingToPlan } from './meeting-fields.tsx'
import { readPlan } from './plan-form.ts'

const fieldNames = {
  day: 'circles:day',
  start: 'circles:startTime',
  hours: 'circles:hours',
  chapters: 'circles:chapters',
} as const

/** How changing the plan ended. When it was refused, the plan that was wished comes back, so that nothing typed is lost. */
export type ChangePlanOutcome =
  | { kind: 'done' }
  | { kind: 'refused'; problem: string; isConflict: boolean; wished: MeetingToPlan[]; wrong: FieldProblem | null; aim: null }

/** Puts a whole plan, as the form has it, in the place of the one that was read. */
export async function changePlan(options: {
  fields: URLSearchParams
  circleId: string
  learnerId: string
  course: Course | undefined
  clock: Clock
  t: Translate
}): Promise<ChangePlanOutcome> {
  const { fields, circleId, learnerId, course, clock, t } = options
  const plan = readPlan(fields)
  const known = new Set(course?.chapters.map(({ slug }) => slug))
  if (!plan || plan.meetings.some(({ chapters }) => chapters.some((slug) => !known.has(slug)))) throw httpError(400)
  const outcome = await changeCircle({ circleId, learnerId, event: { kind: 'replan', ...plan }, clock })
  if (outcome.kind === 'done') return { kind: 'done' }
  if (outcome.kind === 'not-found') throw httpError(404)
  const numbers = new Map(inOrder(outcome.circle.meetings).map(({ id }, index) => [id, index + 1]))
  const wished = plan.meetings.map((meeting) => ({
    ...meeting,
    number: numbers.get(meeting.id) ?? null,
    chapters: meeting.chapters.map((slug) => ({ slug })),
  }))
  const text = refusalText(outcome, t)
  const { at } = outcome
  const number = at && numbers.get(at.meeting)
  const meeting = number ? t('circles:meetingNumber', { number }) : t('circles:newMeeting')
  return {
    kind: 'refused',
    problem: at ? t('circles:problemAt', { meeting, field: t(fieldNames[at.field]), problem: text }) : text,
    isConflict: outcome.reason === 'circles:refused.planChanged',
    wished,
    wrong: at ? { ...at, text } : null,
    aim: null,
  }
}
