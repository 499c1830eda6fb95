import type { Day } from '../platform/calendar-day.ts'

/**
 * A place in a circle: a word on the trainer's list, with or without an account. It never holds who
 * the account belongs to.
 */
export interface Seat {
  id: string
  /** What the circle calls this person; empty once the account was erased. */
  name: string
  hasAccount: boolean
  isTrainer: boolean
  joinedOn: Day
  leftOn: Day | null
  /** Seats that were found to be this same person; a tick for one of them counts here. */
  mergedFrom: string[]
  /** Chapters that this person told the circle they have read. */
  chaptersRead: string[]
  /** Whether trainers may see which chapters this person has finished. Never answers. */
  sharesProgress: boolean
}

/** A word on the list of follow-up tasks of a meeting. */
export interface Task {
  id: string
  text: string
  seat: string | null
  isDone: boolean
}

/** Something the group decided at a meeting. */
export interface Decision {
  id: string
  text: string
}

/** Who does what at a meeting, by seat. */
export interface Roles {
  leads: string | null
  /** Opens with "what do we remember?". */
  remembers: string | null
  notes: string | null
}

/** What the group agrees on of a meeting beforehand. */
export interface PlannedMeeting {
  id: string
  day: Day
  /** When it begins, "18:30", in the circle's time zone. */
  start: string
  /** Study hours of 45 minutes. */
  hours: number
  chapters: string[]
}

/** One gathering of a circle: as it was planned and as it was held. */
export interface Meeting extends PlannedMeeting {
  state: 'planned' | 'held' | 'cancelled'
  /** How often day, time, length or state have changed: the SEQUENCE of a calendar entry. */
  changes: number
  roles: Roles
  /** Study hours that were held; null until the meeting was held. */
  hoursHeld: number | null
  /** The seats of those who were there. */
  present: string[]
  decisions: Decision[]
  tasks: Task[]
}

/** Whether a meeting was held, for how many study hours, and by which seats. */
export interface Attendance {
  isHeld: boolean
  hours: number
  present: string[]
}

/**
 * Attendance as a page showed it, and as it now is said to be. The difference is what somebody
 * changed; what they did not touch stays as others have left it meanwhile. The two exchanged undo
 * it.
 */
export interface AttendanceChange {
  seen: Attendance
  now: Attendance
}

/** That a member shall become trainer, since the trainer has vanished. */
export interface Proposal {
  seat: string
  on: Day
  /** The seats of those who agree. */
  supporters: string[]
}

/** That a member has become trainer by a proposal, since the trainer had vanished. */
export interface Succession {
  seat: string
  on: Day
}

/** What a report counts; all that is left of a circle after the retention time. */
export interface Totals {
  meetings: number
  hours: number
  /** People who were at one meeting at least. */
  participants: number
  attendances: number
  women: number | null
  youth: number | null
}

/** A study circle as it is stored: one document. It holds no account and no pseudonym. */
export interface Circle {
  version: 2
  name: string
  course: string
  /** What the group wants to be able to do, in its own words. */
  aim: string
  /** An IANA name, such as "Africa/Harare". */
  timeZone: string
  startedOn: Day
  closedOn: Day | null
  join: { code: string; isOpen: boolean }
  seats: Seat[]
  meetings: Meeting[]
  /** Grows with each change of the plan, so that a change made to an older plan is seen. */
  planRevision: number
  proposal: Proposal | null
  /** The last proposal that took effect; circles stored before this was noted have none. */
  succession?: Succession
  /** Numbers that the trainer types for the report; never an attribute of a person. */
  counts: { women: number; youth: number } | null
  /** Set once the retention time is over: seats, meetings and words are gone. */
  totals: Totals | null
}

/**
 * Something that a person does to a circle. Ids are made beforehand, so that the same event applied
 * twice is applied once.
 */
export type CircleEvent =
  | { kind: 'rename'; name: string }
  | { kind: 'set-aim'; aim: string }
  | { kind: 'replan'; planRevision: number; meetings: PlannedMeeting[] }
  | { kind: 'move-meeting'; meeting: string; day: Day; start: string }
  | { kind: 'cancel-meeting' | 'restore-meeting'; meeting: string }
  | { kind: 'give-roles'; meeting: string; roles: Roles }
  | { kind: 'rotate-roles' }
  | { kind: 'add-seat' | 'rename-seat'; seat: string; name: string }
  | { kind: 'remove-seat' | 'restore-seat'; seat: string }
  | { kind: 'merge-seats'; seat: string; into: string }
  | { kind: 'join'; seat: string; name: string; code: string }
  | { kind: 'leave'; keepsName: boolean }
  | { kind: 'make-trainer' | 'hand-over' | 'propose-trainer'; seat: string }
  | { kind: 'step-down' | 'agree' | 'withdraw-agreement' | 'still-here' }
  | { kind: 'renew-code'; code: string }
  | { kind: 'open-joining' | 'close-joining' }
  | ({ kind: 'record-attendance'; meeting: string } & AttendanceChange)
  | { kind: 'add-decision'; meeting: string; decision: string; text: string }
  | { kind: 'remove-decision'; meeting: string; decision: string }
  | { kind: 'add-task'; meeting: string; task: string; text: string; seat: string | null }
  | { kind: 'finish-task' | 'reopen-task' | 'remove-task'; meeting: string; task: string }
  | { kind: 'tell-read' | 'take-back-read'; chapter: string }
  | { kind: 'share' | 'stop-sharing' }
  | { kind: 'count'; women: number; youth: number }
  | { kind: 'close' | 'reopen' }
  /** The account of a seat was erased. */
  | { kind: 'forget'; seat: string }
  /** The retention time is over. */
  | { kind: 'retire' }

/**
 * Who does it and when: a seat, or null for the site itself (forget, retire) and for somebody who
 * is about to join.
 */
export interface EventContext {
  by: string | null
  today: Day
}

/** An event of one kind, or of some. */
export type EventOf<K extends CircleEvent['kind']> = CircleEvent extends infer E
  ? E extends { kind: infer Kind }
    ? K extends Kind
      ? E
      : never
    : never
  : never

/** A seat by its id, or by the id of a seat that was merged into it. */
export function findSeat(circle: Circle, id: string | null): Seat | undefined {
  return (
    circle.seats.find((seat) => seat.id === id) ??
    circle.seats.find((seat) => seat.mergedFrom.includes(id ?? ''))
  )
}

/**
 * The seat that a link to a seat still means. Of a link to a seat that its person has left: the
 * seat itself, or a word on the list that it was merged into. A seat of another account that it was
 * merged into is that account's.
 */
export function linkedSeat(
  circle: Circle,
  { seatId, isFormer }: { seatId: string; isFormer: boolean },
): Seat | undefined {
  const seat = findSeat(circle, seatId)
  return isFormer && seat?.hasAccount && seat.id !== seatId ? undefined : seat
}

/** The seats that people sit in now. */
export function seated(circle: Circle): Seat[] {
  return circle.seats.filter((seat) => seat.leftOn === null)
}

/** The meetings in the order of time; the place in this list, from one, is a meeting's number. */
export function inOrder<T extends PlannedMeeting>(meetings: readonly T[]): T[] {
  const key = ({ day, start, id }: PlannedMeeting) => `${day} ${start} ${id}`
  return [...meetings].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/**
 * Whether a meeting's day has passed and nobody has said whether it was held. `today` is the day
 * where the circle meets.
 */
export function isUnrecorded({ state, day }: Pick<Meeting, 'state' | 'day'>, today: Day): boolean {
  return state === 'planned' && day < today
}

/** A meeting as it is first planned. */
export function newMeeting({ id, day, start, hours, chapters }: PlannedMeeting): Meeting {
  const roles = { leads: null, remembers: null, notes: null }
  return {
    id,
    day,
    start,
    hours,
    chapters,
    state: 'planned',
    changes: 0,
    roles,
    hoursHeld: null,
    present: [],
    decisions: [],
    tasks: [],
  }
}
