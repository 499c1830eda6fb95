import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { privateHeaders } from '../accounts/private-headers.ts'
import { requireLearner } from '../accounts/sessions.server.ts'
import { type Circle, type CircleEvent, inOrder, type Meeting } from '../circles/circle.ts'
import { newInnerId } from '../circles/ids.server.ts'
import { attendanceEvents, changedTicks, readAttendance } from '../circles/meetings/attendance-events.ts'
import { MeetingView } from '../circles/meetings/meeting-view.tsx'
import { changeInTurn, requireMeeting } from '../circles/meetings/note-meeting.server.ts'
import { showMeeting } from '../circles/meetings/show-meeting.ts'
import { requireCircle } from '../circles/require-circle.server.ts'
import { shownDay } from '../circles/shown-day.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { found, refuse, seeOther } from '../platform/outcomes.ts'
import { pageTitle } from '../ui/page-title.ts'

const seatOrNobody = z.string().transform((seat) => seat || null)
const forms = {
  'tick-all': z.object({ intent: z.string() }),
  'not-held': z.object({ intent: z.string() }),
  'move-meeting': z.object({ intent: z.string(), day: z.string().max(20), start: z.string().max(20) }),
  'give-roles': z.object({ intent: z.string(), leads: seatOrNobody, remembers: seatOrNobody, notes: seatOrNobody }),
  'add-decision': z.object({ intent: z.string(), id: z.string().max(20), decision: z.string() }),
  'remove-decision': z.object({ intent: z.string(), decision: z.string() }),
  'add-task': z.object({ intent: z.string(), id: z.string().max(20), task: z.string(), seat: seatOrNobody }),
  'finish-task': z.object({ intent: z.string(), task: z.string() }),
  'reopen-task': z.object({ intent: z.string(), task: z.string() }),
  'remove-task': z.object({ intent: z.string(), task: z.string() }),
}

function fieldsOf<K extends keyof typeof forms>(intent: K, fields: URLSearchParams): z.infer<(typeof forms)[K]> {
  const form = checkForm<z.ZodObject>(fields, forms[intent])
  if (form.kind === 'bad') throw refuse(400)
  return form.value as z.infer<(typeof forms)[K]>
}

/** What a form asks for, as events of the circle. */
function eventsOf(fields: URLSearchParams, { id: meeting }: Meeting): CircleEvent[] {
  const intent = fields.get('intent') as keyof typeof forms | 'attendance' | null
  switch (intent) {
    case 'attendance':
      return attendanceEvents({ id: meeting }, readAttendance(fields) ?? refuseForm())
    case 'tick-all':
    case 'not-held':
      return fieldsOf(intent, fields) && [{ kind: intent, meeting }]
    case 'move-meeting': {
      const { day, start } = fieldsOf(intent, fields)
      return [{ kind: intent, meeting, day, start }]
    }
    case 'give-roles': {
      const { leads, remembers, notes } = fieldsOf(intent, fields)
      return [{ kind: intent, meeting, roles: { leads, remembers, notes } }]
    }
    case 'add-decision': {
      const { id, decision } = fieldsOf(intent, fields)
      return [{ kind: intent, meeting, decision: id, text: decision }]
    }
    case 'remove-decision':
      return [{ kind: intent, meeting, decision: fieldsOf(intent, fields).decision }]
    case 'add-task': {
      const { id, task, seat } = fieldsOf(intent, fields)
      return [{ kind: intent, meeting, task: id, text: task, seat }]
    }
    case 'finish-task':
    case 'reopen-task':
    case 'remove-task':
      return [{ kind: intent, meeting, task: fieldsOf(intent, fields).task }]
    default:
      return refuseForm()
  }
}

function refuseForm(): never {
  throw refuse(400)
}

/** The address after a form was stored: the meeting wherever it now stands in the plan, and what can be undone. */
function addressAfter(page: string, fields: URLSearchParams, circle: Circle, meeting: Meeting): string {
  const number = inOrder(circle.meetings).findIndex(({ id }) => id === meeting.id) + 1
  const done = new URLSearchParams({ done: 'saved' })
  const form = fields.get('intent') === 'attendance' ? readAttendance(fields) : null
  for (const [name, seats] of Object.entries(form ? changedTicks(form) : {})) if (seats.length > 0) done.set(name, seats.join('.'))
  return `${page}/${number}?${done}`
}

/** A meeting of a circle, for one of its people. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const { id, circle, seat } = await requireCircle({ circleId: params.circle, learnerId, clock: context.clock })
  const { meeting, number } = requireMeeting(circle, params.number)
  const t = translate(language)
  const asked = new URL(request.url).searchParams
  const seats = (name: string) => (asked.get(name) ?? '').split('.').filter((one) => circle.seats.some((seat) => seat.id === one))
  const course = context.catalogue.courses.get(circle.course)
  return {
    title: t('meetings:title', { number }),
    day: shownDay(meeting.day, language.tag),
    page: `/${language.tag}/circles/${id}`,
    circleName: circle.name,
    isTrainer: seat.isTrainer,
    meeting: showMeeting(circle, meeting, { seat, course, lang: language.tag, someone: t('meetings:someone'), now: context.clock.now() }),
    isSaved: asked.has('done'),
    undo: { ticked: seats('ticked'), unticked: seats('unticked') },
    newId: newInnerId(),
  }
}

/** Notes who was there, for how long, and what was decided. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const { id, circle } = await requireCircle({ circleId: params.circle, learnerId, clock: context.clock })
  const fields = await readForm(request)
  // The form names the meeting that it shows: its number may have changed since, where another was moved.
  const of = new URL(request.url).searchParams.get('of')
  const meeting = of ? found(circle.meetings.find((one) => one.id === of)) : requireMeeting(circle, params.number).meeting
  const outcome = await changeInTurn({ circleId: id, learnerId, clock: context.clock }, eventsOf(fields, meeting))
  const page = `/${language.tag}/circles/${id}/meetings`
  switch (outcome.kind) {
    case 'not-found':
      throw refuse(404)
    case 'refused': {
      const typed: Record<string, string> = Object.fromEntries(fields)
      const text = translate(language)(outcome.reason, outcome.values ?? {})
      return data({ problem: { intent: typed.intent ?? '', typed, text } }, { status: 400 })
    }
    case 'nothing':
      throw seeOther(addressAfter(page, fields, circle, meeting))
    default:
      throw seeOther(addressAfter(page, fields, outcome.circle, meeting))
  }
}

export const headers = privateHeaders

export default function MeetingPage() {
  const problem = useActionData<typeof action>()?.problem ?? null
  return <MeetingView {...useLoaderData<typeof loader>()} problem={problem} />
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageTitle(matches, data?.title ?? '')
