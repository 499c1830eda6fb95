import { z } from 'zod'
import { normalizeName } from '../../safety/visible-name.ts'
import type { Circle, CircleEvent, Meeting, PlannedMeeting } from '../circle.ts'
import { type PageForm, readPageForm } from '../page-form.ts'

const id = z.string().regex(/^[a-z0-9-]{1,40}$/)
const short = z.string().max(40)

/** One meeting as the form of the plan has it. */
const typedMeeting = z.object({
  id,
  day: short,
  start: short,
  hours: short,
  chapters: z.array(z.string().max(100)).max(60),
})

/** What the form of a whole plan holds. */
export interface TypedPlan {
  planRevision: number
  meetings: PlannedMeeting[]
  /** A meeting to be added for which something is chosen, but no day yet. */
  undated: PlannedMeeting | null
}

/**
 * All that the page of the plan holds: each of its buttons sends the whole. Null for a plan where
 * the page shows none.
 */
export interface PlanPageForm extends PageForm {
  plan: TypedPlan | null
}

const partsOfMeeting = ['day', 'start', 'hours', 'chapters']

/**
 * Reads the form of a plan. Its last row is for one more meeting, and adds none as long as it has
 * neither day nor chapters. Null for what no page of ours would send.
 */
function readPlan(fields: URLSearchParams): TypedPlan | null {
  const ids = fields.getAll('meeting')
  const known = new Set([
    'planRevision',
    'meeting',
    ...ids.flatMap((one) => partsOfMeeting.map((part) => `${part}.${one}`)),
  ])
  if (
    ids.length > 60 ||
    new Set(ids).size !== ids.length ||
    [...fields.keys()].some((name) => !known.has(name))
  )
    return null
  if (!/^\d{1,6}$/.test(fields.get('planRevision') ?? '')) return null
  const rows: PlannedMeeting[] = []
  for (const one of ids) {
    const typed = typedMeeting.safeParse({
      id: one,
      day: fields.get(`day.${one}`) ?? '',
      start: fields.get(`start.${one}`) ?? '',
      hours: fields.get(`hours.${one}`) ?? '',
      chapters: fields.getAll(`chapters.${one}`),
    })
    if (!typed.success) return null
    rows.push({ ...typed.data, hours: Number(typed.data.hours) })
  }
  return {
    planRevision: Number(fields.get('planRevision')),
    meetings: rows.filter(({ day }, at) => day !== '' || at < rows.length - 1),
    undated: rows.slice(-1).find(({ day, chapters }) => day === '' && chapters.length > 0) ?? null,
  }
}

/** Reads the form of the page of the plan. Null for what no page of ours would send. */
export function readPlanForm(fields: URLSearchParams): PlanPageForm | null {
  const isOfPlan = ([name]: [string, string]) =>
    name === 'planRevision' || /^(meeting$|(day|start|hours|chapters)\.)/.test(name)
  const pairs = [...fields]
  const form = readPageForm(
    new URLSearchParams(pairs.filter((pair) => !isOfPlan(pair))),
    (name) => name === 'aim' || name === 'name',
  )
  const ofPlan = pairs.filter(isOfPlan)
  const plan = ofPlan.length > 0 ? readPlan(new URLSearchParams(ofPlan)) : null
  return form && (plan || ofPlan.length === 0) ? { ...form, plan } : null
}

/**
 * A plan in which the chapters that have no box on the page stay where they are: those that the
 * course does not have just now, or all where it is missing.
 */
export function withHiddenChapters(
  plan: TypedPlan,
  circle: Pick<Circle, 'meetings'>,
  shown: ReadonlySet<string>,
): TypedPlan {
  const meetings = plan.meetings.map((typed) => {
    const stored = circle.meetings.find(({ id }) => id === typed.id)?.chapters ?? []
    if (stored.every((slug) => shown.has(slug))) return typed
    const kept = stored.filter((slug) => !shown.has(slug) || typed.chapters.includes(slug))
    const added = typed.chapters.filter((slug) => !stored.includes(slug))
    return { ...typed, chapters: [...kept, ...added] }
  })
  return { ...plan, meetings }
}

/**
 * What its button asks for, as an event of the circle; null for what the page does not offer, or
 * where a field is missing.
 */
export function planEvent({ intent, item, typed, plan }: PlanPageForm): CircleEvent | null {
  switch (intent) {
    case 'replan':
      return (
        plan && {
          kind: intent,
          planRevision: plan.planRevision,
          meetings: [...plan.meetings, ...(plan.undated ? [plan.undated] : [])],
        }
      )
    case 'set-aim':
      return typed.aim === undefined ? null : { kind: intent, aim: typed.aim }
    case 'rename':
      return typed.name === undefined ? null : { kind: intent, name: typed.name }
    case 'cancel-meeting':
    case 'restore-meeting':
      return item ? { kind: intent, meeting: item } : null
    case 'rotate-roles':
      return { kind: intent }
    default:
      return null
  }
}

const sameLines = (text: string) => text.replaceAll('\r\n', '\n').trim()
const rowOf = ({ id, day, start, hours, chapters }: PlannedMeeting) =>
  [id, day, start, hours, ...[...chapters].sort()].join(' ')
const rowsOf = (meetings: PlannedMeeting[]) => meetings.map(rowOf).sort().join('\n')
const isPlanned = ({ state }: Meeting) => state === 'planned'

/**
 * The meetings that a page's plan wishes in a circle in which one may have been cancelled or given
 * back since.
 */
export function wishedMeetings(plan: TypedPlan, circle: Circle, before: Circle): PlannedMeeting[] {
  const fixed = new Set(
    circle.meetings.flatMap((meeting) => (isPlanned(meeting) ? [] : meeting.id)),
  )
  const idsOnPage = new Set(before.meetings.filter(isPlanned).map((meeting) => meeting.id))
  const givenBack = circle.meetings.filter(
    (meeting) => isPlanned(meeting) && !idsOnPage.has(meeting.id),
  )
  const own = plan.meetings.filter((meeting) => !fixed.has(meeting.id))
  return [...own, ...givenBack.filter((meeting) => !own.some((one) => one.id === meeting.id))]
}

/** The parts of the page in which somebody changed something that is not stored. */
export function changedPlanParts(
  { typed, plan }: PlanPageForm,
  circle: Circle,
  before: Circle = circle,
): string[] {
  const planned = circle.meetings.filter(isPlanned)
  const isPlanChanged =
    plan &&
    (plan.undated !== null || rowsOf(wishedMeetings(plan, circle, before)) !== rowsOf(planned))
  return [
    ...(typed.aim !== undefined && sameLines(typed.aim) !== sameLines(circle.aim)
      ? ['set-aim']
      : []),
    ...(isPlanChanged ? ['replan'] : []),
    ...(typed.name !== undefined && normalizeName(typed.name) !== circle.name ? ['rename'] : []),
  ]
}

/** What is still to be saved once a part was: the form without its fields. */
export function withoutPlanPart(form: PlanPageForm): PlanPageForm {
  const { aim, name } = form.typed
  return {
    ...form,
    typed: {
      ...(aim === undefined || form.intent === 'set-aim' ? {} : { aim }),
      ...(name === undefined || form.intent === 'rename' ? {} : { name }),
    },
    plan: form.intent === 'replan' ? null : form.plan,
  }
}
