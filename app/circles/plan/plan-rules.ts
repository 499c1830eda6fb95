import { studyHour } from '../../courses/model/guide.ts'
import { type Day, daysAfter, isDay } from '../../platform/calendar-day.ts'
import {
  type Circle,
  type EventOf,
  inOrder,
  type Meeting,
  newMeeting,
  type PlannedMeeting,
  type Roles,
  seated,
} from '../circle.ts'
import { areHours, isTime, limits } from '../limits.ts'
import { type PlanField, type Refusal, type Result, refused } from '../refusal.ts'
import { suggestRoles } from './rotation.ts'

/** No meeting lies further from the day on which the circle started. */
const farthest = 800

/** Whether a meeting on a day would be further from the circle's start than any meeting may be. */
export function isTooFar(day: Day, startedOn: Day): boolean {
  return day < daysAfter(startedOn, -farthest) || day > daysAfter(startedOn, farthest)
}

/** What is wrong with a meeting as it is planned. */
function problemOfMeeting(
  circle: Pick<Circle, 'startedOn'>,
  meeting: PlannedMeeting,
): Refusal | null {
  const { startedOn } = circle
  const { id, day, start, hours, chapters } = meeting
  const at = (field: PlanField, refusal: Refusal): Refusal => ({
    ...refusal,
    at: { meeting: id, field },
  })
  if (day === '') return at('day', refused('circles:refused.dayMissing'))
  if (!isDay(day)) return at('day', refused('circles:refused.dayUnknown'))
  if (isTooFar(day, startedOn)) return at('day', refused('circles:refused.dayTooFar'))
  if (!isTime(start)) return at('start', refused('circles:refused.timeUnknown'))
  if (!areHours(hours))
    return at('hours', refused('circles:refused.hoursUnknown', { max: limits.hours }))
  if (new Set(chapters).size !== chapters.length || chapters.length > limits.chapters)
    return at('chapters', refused('circles:refused.tooManyChapters', { max: limits.chapters }))
  return null
}

/** What is wrong with all meetings of a plan, the first thing that is found. */
export function problemOfPlan(
  circle: Pick<Circle, 'startedOn'>,
  meetings: PlannedMeeting[],
): Refusal | null {
  if (meetings.length > limits.meetings)
    return refused('circles:refused.tooManyMeetings', { max: limits.meetings })
  if (new Set(meetings.map(({ id }) => id)).size !== meetings.length)
    return refused('circles:refused.planChanged')
  return (
    meetings
      .map((meeting) => problemOfMeeting(circle, meeting))
      .find((problem) => problem !== null) ?? null
  )
}

function planned(circle: Circle, meetings: Meeting[]): Circle {
  return { ...circle, meetings: inOrder(meetings), planRevision: circle.planRevision + 1 }
}

const sameList = (a: string[], b: string[]) =>
  a.length === b.length && a.every((one, index) => one === b[index])
const sameTime = (a: PlannedMeeting, b: PlannedMeeting) =>
  a.day === b.day && a.start === b.start && a.hours === b.hours

/** A meeting with another plan; what calendars show of it having changed is counted. */
function replanned(meeting: Meeting, { day, start, hours, chapters }: PlannedMeeting): Meeting {
  const next = { day, start, hours, chapters }
  if (sameTime(meeting, { ...meeting, ...next }))
    return sameList(meeting.chapters, chapters) ? meeting : { ...meeting, chapters }
  return { ...meeting, ...next, changes: meeting.changes + 1 }
}

const isEmpty = ({ state, present, decisions, tasks }: Meeting) =>
  state === 'planned' && present.length + decisions.length + tasks.length === 0

/**
 * The new meetings of a plan with their roles, where the circle has shared out those of its other
 * meetings.
 */
function withRoles(circle: Circle, meetings: Meeting[], known: ReadonlySet<string>): Meeting[] {
  const others = circle.meetings.filter(({ state }) => state !== 'cancelled')
  if (!others.some(({ roles }) => roles.leads !== null)) return meetings
  const people = seated(circle).map(({ id }) => id)
  const all: Meeting[] = []
  for (const meeting of meetings)
    all.push(
      known.has(meeting.id)
        ? meeting
        : {
            ...meeting,
            roles: suggestRoles(people, [...others, ...all.filter(({ id }) => !known.has(id))]),
          },
    )
  return all
}

/**
 * A whole plan takes the place of the one that was read: the meetings still to come, in full.
 * Meetings that were held or cancelled, or in which something is noted, stay. Made to an older plan
 * it is refused, so that nobody's change is lost.
 */
export function replan(circle: Circle, event: EventOf<'replan'>): Result {
  const wished = new Map(event.meetings.map((meeting) => [meeting.id, meeting]))
  const unchanged = circle.meetings.flatMap((meeting) => {
    const wish = wished.get(meeting.id)
    if (meeting.state !== 'planned') return [meeting]
    if (wish) return [replanned(meeting, wish)]
    return isEmpty(meeting) ? [] : [meeting]
  })
  const known = new Set(circle.meetings.map(({ id }) => id))
  const added = event.meetings.filter(({ id }) => !known.has(id)).map(newMeeting)
  const next = withRoles(circle, inOrder([...unchanged, ...added]), known)
  if (
    next.length === circle.meetings.length &&
    next.every((meeting, index) => meeting === circle.meetings[index])
  )
    return circle
  if (event.planRevision !== circle.planRevision) return refused('circles:refused.planChanged')
  return (
    problemOfPlan(circle, event.meetings) ?? problemOfPlan(circle, next) ?? planned(circle, next)
  )
}

function replaced(circle: Circle, meeting: Meeting, next: Meeting): Circle {
  return planned(
    circle,
    circle.meetings.map((one) => (one === meeting ? next : one)),
  )
}

/**
 * Another day or hour. A meeting that was held keeps its plan but can be moved too, where the day
 * was wrong.
 */
export function moveMeeting(
  circle: Circle,
  meeting: Meeting,
  { day, start }: EventOf<'move-meeting'>,
): Result {
  const next = replanned(meeting, { ...meeting, day, start })
  if (next === meeting) return circle
  return problemOfMeeting(circle, next) ?? replaced(circle, meeting, next)
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/**
 * Of meetings in order, each two of which the second begins before the first has ended. Cancelled
 * ones do not count.
 */
export function atSameTime<T extends Pick<Meeting, 'day' | 'start' | 'hours' | 'state'>>(
  meetings: readonly T[],
): [T, T][] {
  const live = meetings.filter(({ state }) => state !== 'cancelled')
  return live.flatMap((first, index) =>
    live.slice(index + 1).flatMap((second): [T, T][] => {
      const isBefore = minutesOf(second.start) < minutesOf(first.start) + first.hours * studyHour
      return first.day === second.day && isBefore ? [[first, second]] : []
    }),
  )
}

/** Cancels a meeting that was not held. */
export function cancelMeeting(circle: Circle, meeting: Meeting): Result {
  if (meeting.state === 'cancelled') return circle
  if (meeting.state === 'held') return refused('circles:refused.meetingWasHeld')
  return replaced(circle, meeting, { ...meeting, state: 'cancelled', changes: meeting.changes + 1 })
}

/** Undoes that a meeting was cancelled. */
export function restoreMeeting(circle: Circle, meeting: Meeting): Circle {
  if (meeting.state !== 'cancelled') return circle
  return replaced(circle, meeting, { ...meeting, state: 'planned', changes: meeting.changes + 1 })
}

const sameRoles = (a: Roles, b: Roles) =>
  a.leads === b.leads && a.remembers === b.remembers && a.notes === b.notes

/**
 * Lets the lead move: shares the roles of the meetings still to come out again among the people of
 * the circle.
 */
export function rotateRoles(circle: Circle): Circle {
  const people = seated(circle).map(({ id }) => id)
  const meetings: Meeting[] = []
  for (const meeting of circle.meetings) {
    const roles = meeting.state === 'planned' ? suggestRoles(people, meetings) : meeting.roles
    meetings.push(sameRoles(meeting.roles, roles) ? meeting : { ...meeting, roles })
  }
  return meetings.every((meeting, index) => meeting === circle.meetings[index])
    ? circle
    : { ...circle, meetings }
}

/**
 * Chapters that several meetings have, with the places of these in the list. Cancelled meetings do
 * not count.
 */
export function repeatedChapters(
  meetings: readonly Pick<Meeting, 'state' | 'chapters'>[],
): { slug: string; places: number[] }[] {
  const places = new Map<string, number[]>()
  for (const [place, { state, chapters }] of meetings.entries())
    if (state !== 'cancelled')
      for (const slug of chapters) places.set(slug, [...(places.get(slug) ?? []), place])
  return [...places].flatMap(([slug, all]) => (all.length > 1 ? { slug, places: all } : []))
}
