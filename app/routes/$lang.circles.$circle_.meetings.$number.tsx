import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { changeCircle } from '../circles/change-circle.server.ts'
import { newInnerId } from '../circles/ids.server.ts'
import {
  attendanceFromRequest,
  changedParts,
  eventFromForm,
  type MeetingForm,
  partOf,
  readMeetingForm,
  readUndoWord,
  undoWord,
  withoutPart,
} from '../circles/meetings/meeting-form.ts'
import { MeetingView } from '../circles/meetings/meeting-view.tsx'
import { requireMeeting } from '../circles/meetings/require-meeting.ts'
import { savedText } from '../circles/meetings/saved-text.ts'
import { meetingView, turnsOf } from '../circles/meetings/view-meeting.ts'
import { saveOne } from '../circles/page-form.ts'
import { requireCircle } from '../circles/require-circle.server.ts'
import { formatWeekday } from '../i18n/format-day.ts'
import { readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { pageTitle } from '../ui/page-title.ts'

/** A meeting of a circle, for one of its people. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { circle, seat, clock, language, t, course, frame } = await requireCircle({
    request,
    params,
    context,
  })
  const query = new URL(request.url).searchParams
  const { meeting, number } = requireMeeting(circle, params.number, query.get('of'))
  const undo = query.get('undo') ?? ''
  return {
    title: t('meetings:title', { number }),
    day: formatWeekday(meeting.day, language.tag),
    page: frame.address,
    circleName: circle.name,
    isTrainer: seat.isTrainer,
    meeting: meetingView(circle, meeting, {
      seat,
      course,
      lang: language.tag,
      someone: t('meetings:someone'),
      now: clock.now(),
    }),
    done: savedText(query.get('done'), meeting, t, seat.isTrainer),
    undo: seat.isTrainer && readUndoWord(undo) ? undo : null,
    newId: newInnerId(),
  }
}

function refuseForm(): never {
  throw httpError(400)
}

/**
 * The form with what its button asks for; where Enter was pressed in a field, the one part that was
 * changed.
 */
function withIntent(form: MeetingForm, changed: readonly string[]): MeetingForm {
  const [only, ...others] = changed
  return form.intent === saveOne && only && others.length === 0 ? { ...form, intent: only } : form
}

/**
 * Notes who was there, for how long, and what was decided. What else stands on the page and is not
 * saved stays there.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id, circle, seat, learnerId, clock, t, frame } = await requireCircle({
    request,
    params,
    context,
  })
  const sent = readMeetingForm(await readForm(request)) ?? refuseForm()
  // The form names the meeting that it shows: its number may have changed since, where another was
  // moved.
  const { meeting } = requireMeeting(
    circle,
    params.number,
    new URL(request.url).searchParams.get('of'),
  )
  const changed = changedParts(sent, meeting, turnsOf(circle, meeting))
  const form = withIntent(sent, changed)
  if (form.intent === saveOne) {
    const problem = { intent: form.intent, field: null, text: t('meetings:chooseButton') }
    return data(
      { problem, unsaved: { form, parts: changed }, done: null, undo: null },
      { status: 400 },
    )
  }
  const event = eventFromForm(form, meeting.id) ?? refuseForm()
  const outcome = await changeCircle({ circleId: id, learnerId, event, clock })
  if (outcome.kind === 'not-found') throw httpError(404)
  if (outcome.kind === 'refused') {
    const field = outcome.reason === 'circles:refused.timeUnknown' ? 'start' : null
    const problem = { intent: form.intent, field, text: t(outcome.reason, outcome.values ?? {}) }
    return data(
      { problem, unsaved: { form, parts: changed }, done: null, undo: null },
      { status: 400 },
    )
  }
  const part = partOf(form.intent)
  const change = part === 'attendance' ? attendanceFromRequest(form) : null
  const undo = change && undoWord(change)
  const { meeting: stored, number } = requireMeeting(outcome.circle, undefined, meeting.id)
  const done = change ? 'attendance' : form.intent === 'undo' ? 'undone' : 'saved'
  const left = changed.filter((one) => one !== part)
  if (left.length > 0)
    return {
      problem: null,
      unsaved: { form: withoutPart(form, part), parts: left },
      done: savedText(done, stored, t, seat.isTrainer),
      undo,
    }
  const query = new URLSearchParams({ done, ...(undo ? { undo } : {}) })
  throw seeOther(`${frame.address}/meetings/${number}?${query}`)
}

export const headers = privateHeaders

export default function MeetingPage() {
  const shown = useLoaderData<typeof loader>()
  const after = useActionData<typeof action>()
  const { done, undo } = after ?? shown
  return (
    <MeetingView
      {...shown}
      done={done}
      undo={undo}
      unsaved={after?.unsaved ?? null}
      problem={after?.problem ?? null}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
