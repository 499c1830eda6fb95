import { type Circle, type EventOf, findSeat, type Meeting, seated } from '../circle.ts'
import { areHours, limits, problemOfNote, tidy } from '../limits.ts'
import { type Result, refused } from '../refusal.ts'

/** The circle with one meeting changed. */
export function withMeeting(circle: Circle, meeting: Meeting, change: Partial<Meeting>): Circle {
  return { ...circle, meetings: circle.meetings.map((one) => (one.id === meeting.id ? { ...one, ...change } : one)) }
}

/** A meeting where somebody was: it counts as held, with its planned hours until others are noted. */
function held(meeting: Meeting): Pick<Meeting, 'state' | 'hoursHeld'> {
  return { state: 'held', hoursHeld: meeting.hoursHeld ?? meeting.hours }
}

/** Ticks that someone was there. Ticks of different people commute; the same one twice is one. */
export function tick(circle: Circle, meeting: Meeting, event: EventOf<'tick' | 'untick'>): Result {
  const seat = findSeat(circle, event.seat)
  if (!seat) return refused('circles:refused.seatUnknown')
  if (meeting.state === 'cancelled') return refused('circles:refused.meetingIsCancelled')
  if (meeting.present.includes(seat.id)) return meeting.state === 'held' ? circle : withMeeting(circle, meeting, held(meeting))
  return withMeeting(circle, meeting, { ...held(meeting), present: [...meeting.present, seat.id].sort() })
}

/** Takes a tick back. */
export function untick(circle: Circle, meeting: Meeting, event: EventOf<'tick' | 'untick'>): Result {
  const seat = findSeat(circle, event.seat)
  if (!seat || !meeting.present.includes(seat.id)) return circle
  return withMeeting(circle, meeting, { present: meeting.present.filter((id) => id !== seat.id) })
}

/** Ticks everyone who sits in the circle now. */
export function tickAll(circle: Circle, meeting: Meeting): Result {
  if (meeting.state === 'cancelled') return refused('circles:refused.meetingIsCancelled')
  const present = [...new Set([...meeting.present, ...seated(circle).map(({ id }) => id)])].sort()
  if (meeting.state === 'held' && present.length === meeting.present.length) return circle
  return withMeeting(circle, meeting, { ...held(meeting), present })
}

/** Notes that a meeting was held, and for how many study hours. */
export function hold(circle: Circle, meeting: Meeting, { hours }: EventOf<'hold'>): Result {
  if (meeting.state === 'cancelled') return refused('circles:refused.meetingIsCancelled')
  if (!areHours(hours)) return refused('circles:refused.hoursUnknown', { most: limits.hours })
  if (meeting.state === 'held' && meeting.hoursHeld === hours) return circle
  return withMeeting(circle, meeting, { state: 'held', hoursHeld: hours })
}

/** Undoes that a meeting was held. Its ticks wait, and count nowhere. */
export function notHeld(circle: Circle, meeting: Meeting): Circle {
  return meeting.state === 'held' ? withMeeting(circle, meeting, { state: 'planned', hoursHeld: null }) : circle
}

/** Who leads, opens and takes notes. */
export function giveRoles(circle: Circle, meeting: Meeting, { roles }: EventOf<'give-roles'>): Result {
  const resolved = { leads: roles.leads, remembers: roles.remembers, notes: roles.notes }
  for (const role of ['leads', 'remembers', 'notes'] as const) {
    if (resolved[role] === null) continue
    const seat = findSeat(circle, resolved[role])
    if (!seat || (seat.leftOn !== null && meeting.roles[role] !== seat.id)) return refused('circles:refused.seatUnknown')
    resolved[role] = seat.id
  }
  const { leads, remembers, notes } = meeting.roles
  if (resolved.leads === leads && resolved.remembers === remembers && resolved.notes === notes) return circle
  return withMeeting(circle, meeting, { roles: resolved })
}

/** Notes what the group decided. */
export function addDecision(circle: Circle, meeting: Meeting, event: EventOf<'add-decision'>): Result {
  if (meeting.decisions.some(({ id }) => id === event.decision)) return circle
  const problem = problemOfNote(event.text)
  if (problem) return problem
  if (meeting.decisions.length >= limits.notes) return refused('circles:refused.tooManyNotes', { most: limits.notes })
  return withMeeting(circle, meeting, { decisions: [...meeting.decisions, { id: event.decision, text: tidy(event.text) }] })
}

/** Takes a decision off the notes. */
export function removeDecision(circle: Circle, meeting: Meeting, { decision }: EventOf<'remove-decision'>): Circle {
  const decisions = meeting.decisions.filter(({ id }) => id !== decision)
  return decisions.length === meeting.decisions.length ? circle : withMeeting(circle, meeting, { decisions })
}

/** Notes something to be done before the next meeting, and perhaps by whom. */
export function addTask(circle: Circle, meeting: Meeting, event: EventOf<'add-task'>): Result {
  if (meeting.tasks.some(({ id }) => id === event.task)) return circle
  const problem = problemOfNote(event.text)
  if (problem) return problem
  const seat = findSeat(circle, event.seat)
  if (event.seat !== null && !seat) return refused('circles:refused.seatUnknown')
  if (meeting.tasks.length >= limits.notes) return refused('circles:refused.tooManyNotes', { most: limits.notes })
  const task = { id: event.task, text: tidy(event.text), seat: seat?.id ?? null, isDone: false }
  return withMeeting(circle, meeting, { tasks: [...meeting.tasks, task] })
}

/** Marks a task as done, or not. */
export function finishTask(circle: Circle, meeting: Meeting, event: EventOf<'finish-task' | 'reopen-task' | 'remove-task'>): Result {
  const task = meeting.tasks.find(({ id }) => id === event.task)
  if (!task) return refused('circles:refused.taskUnknown')
  const isDone = event.kind === 'finish-task'
  if (task.isDone === isDone) return circle
  return withMeeting(circle, meeting, { tasks: meeting.tasks.map((one) => (one === task ? { ...task, isDone } : one)) })
}

/** Takes a task off the notes. */
export function removeTask(circle: Circle, meeting: Meeting, { task }: EventOf<'finish-task' | 'reopen-task' | 'remove-task'>): Circle {
  const tasks = meeting.tasks.filter(({ id }) => id !== task)
  return tasks.length === meeting.tasks.length ? circle : withMeeting(circle, meeting, { tasks })
}
