import type { Day } from '../../platform/calendar-day.ts'
import { normalizeName } from '../../safety/visible-name.ts'
import { type Circle, inOrder, newMeeting, type PlannedMeeting } from '../circle.ts'
import { isTimeZone, problemOfName, problemOfSeatName } from '../limits.ts'
import { problemOfPlan } from '../plan/plan-rules.ts'
import { type Refusal, type Result, refused } from '../refusal.ts'

/** What it takes to start a circle. The ids and the code are made beforehand. */
export interface NewCircle {
  name: string
  course: string
  timeZone: string
  meetings: PlannedMeeting[]
  code: string
  /**
   * The seat of the person who starts it and becomes its trainer, and the name that the circle
   * sees.
   */
  seat: string
  trainer: string
}

function problemOfNew(
  { name, trainer, timeZone, meetings }: NewCircle,
  today: Day,
): Refusal | null {
  const problem = problemOfName(name) ?? problemOfSeatName(trainer)
  if (problem) return problem
  if (!isTimeZone(timeZone)) return refused('circles:refused.timeZoneUnknown')
  return problemOfPlan({ startedOn: today }, meetings)
}

/** A circle as it begins: one trainer, a plan, and a code to join by. */
export function newCircle(wish: NewCircle, today: Day): Result {
  const problem = problemOfNew(wish, today)
  if (problem) return problem
  const { name, course, timeZone, meetings, code, seat, trainer } = wish
  const first = {
    id: seat,
    name: normalizeName(trainer),
    hasAccount: true,
    isTrainer: true,
    joinedOn: today,
    leftOn: null,
    mergedFrom: [],
    chaptersRead: [],
    sharesProgress: false,
  }
  const circle: Circle = {
    version: 2,
    name: normalizeName(name),
    course,
    aim: '',
    timeZone,
    startedOn: today,
    closedOn: null,
    join: { code, isOpen: true },
    seats: [first],
    meetings: inOrder(meetings.map(newMeeting)),
    planRevision: 1,
    proposal: null,
    counts: null,
    totals: null,
  }
  return circle
}
