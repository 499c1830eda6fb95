import { type Circle, type EventOf, findSeat, type Meeting, type Task } from '../circle.ts'
import { idOfNew } from '../entry-id.ts'
import { limits, normalizeWhitespace, problemOfNote } from '../limits.ts'
import { type Result, refused } from '../refusal.ts'

/** The circle with one meeting changed. */
export function withMeeting(circle: Circle, meeting: Meeting, change: Partial<Meeting>): Circle {
  return {
    ...circle,
    meetings: circle.meetings.map((one) => (one.id === meeting.id ? { ...one, ...change } : one)),
  }
}

/** Who leads, opens and takes notes. */
export function giveRoles(
  circle: Circle,
  meeting: Meeting,
  { roles }: EventOf<'give-roles'>,
): Result {
  const resolved = { leads: roles.leads, remembers: roles.remembers, notes: roles.notes }
  for (const role of ['leads', 'remembers', 'notes'] as const) {
    if (resolved[role] === null) continue
    const seat = findSeat(circle, resolved[role])
    if (!seat || (seat.leftOn !== null && meeting.roles[role] !== seat.id))
      return refused('circles:refused.seatUnknown')
    resolved[role] = seat.id
  }
  const { leads, remembers, notes } = meeting.roles
  if (resolved.leads === leads && resolved.remembers === remembers && resolved.notes === notes)
    return circle
  return withMeeting(circle, meeting, { roles: resolved })
}

/** Notes what the group decided. */
export function addDecision(
  circle: Circle,
  meeting: Meeting,
  event: EventOf<'add-decision'>,
): Result {
  const text = normalizeWhitespace(event.text)
  const id = idOfNew(meeting.decisions, event.decision, (one) => one.text === text)
  if (!id) return circle
  const problem = problemOfNote(event.text)
  if (problem) return problem
  if (meeting.decisions.length >= limits.notes)
    return refused('circles:refused.tooManyNotes', { max: limits.notes })
  return withMeeting(circle, meeting, {
    decisions: [...meeting.decisions, { id, text }],
  })
}

/** Takes a decision off the notes. */
export function removeDecision(
  circle: Circle,
  meeting: Meeting,
  { decision }: EventOf<'remove-decision'>,
): Circle {
  const decisions = meeting.decisions.filter(({ id }) => id !== decision)
  return decisions.length === meeting.decisions.length
    ? circle
    : withMeeting(circle, meeting, { decisions })
}

/** Notes something to be done before the next meeting, and perhaps by whom. */
export function addTask(circle: Circle, meeting: Meeting, event: EventOf<'add-task'>): Result {
  const text = normalizeWhitespace(event.text)
  const seat = findSeat(circle, event.seat)
  const isSame = (one: Task) => one.text === text && one.seat === (seat?.id ?? null)
  const id = idOfNew(meeting.tasks, event.task, isSame)
  if (!id) return circle
  const problem = problemOfNote(event.text)
  if (problem) return problem
  if (event.seat !== null && (!seat || seat.leftOn !== null))
    return refused('circles:refused.seatUnknown')
  if (meeting.tasks.length >= limits.notes)
    return refused('circles:refused.tooManyNotes', { max: limits.notes })
  const task = { id, text, seat: seat?.id ?? null, isDone: false }
  return withMeeting(circle, meeting, { tasks: [...meeting.tasks, task] })
}

/** Marks a task as done, or not. */
export function finishTask(
  circle: Circle,
  meeting: Meeting,
  event: EventOf<'finish-task' | 'reopen-task' | 'remove-task'>,
): Result {
  const task = meeting.tasks.find(({ id }) => id === event.task)
  if (!task) return refused('circles:refused.taskUnknown')
  const isDone = event.kind === 'finish-task'
  if (task.isDone === isDone) return circle
  return withMeeting(circle, meeting, {
    tasks: meeting.tasks.map((one) => (one === task ? { ...task, isDone } : one)),
  })
}

/** Takes a task off the notes. */
export function removeTask(
  circle: Circle,
  meeting: Meeting,
  { task }: EventOf<'finish-task' | 'reopen-task' | 'remove-task'>,
): Circle {
  const tasks = meeting.tasks.filter(({ id }) => id !== task)
  return tasks.length === meeting.tasks.length ? circle : withMeeting(circle, meeting, { tasks })
}
