import { type Day, daysAfter } from '../../platform/calendar-day.ts'
import { type Circle, inOrder, type Meeting, seated } from '../circle.ts'
import type { RuleSet } from './rule-set.ts'

/**
 * One rule held against a circle. `missing` where it is not fulfilled; `open` where nothing speaks
 * against it yet, but it shows only later.
 */
export interface CheckedRule {
  rule:
    | 'people'
    | 'tooManyPeople'
    | 'meetings'
    | 'studyHours'
    | 'hoursInOneMeeting'
    | 'meetingsInOneWeek'
    | 'presentEachTime'
    | 'firstSeenBy'
  state: 'fulfilled' | 'missing' | 'open'
  /** What there is and what is asked for: "2 of 3 people". */
  is: number
  asked: number
  /** Of how many, where a rule is about each meeting. */
  of?: number
}

/** The Monday of the week that a day lies in (ISO 8601). */
function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return daysAfter(day, -((weekday + 6) % 7))
}

function maxInAWeek(meetings: Meeting[]): number {
  const weeks = new Map<Day, number>()
  for (const { day } of meetings) weeks.set(mondayOf(day), (weeks.get(mondayOf(day)) ?? 0) + 1)
  return Math.max(0, ...weeks.values())
}

const hoursOf = (meeting: Meeting) => meeting.hoursHeld ?? meeting.hours
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

/**
 * Holds a circle against an organisation's rules: what was held, and what is still planned; for a
 * report only what was held. It is advice, and never stands in anyone's way. People are those who
 * sit in the circle, or, once all meetings were held, those who came.
 */
export function checkRules(
  circle: Circle,
  rules: RuleSet,
  { onlyHeld = circle.closedOn !== null } = {},
): CheckedRule[] {
  const valid = inOrder(circle.meetings).filter(({ state }) => state !== 'cancelled')
  const heldMeetings = valid.filter(({ state }) => state === 'held')
  const isOver = onlyHeld || (heldMeetings.length > 0 && heldMeetings.length === valid.length)
  const counted = onlyHeld ? heldMeetings : valid
  const came = new Set(heldMeetings.flatMap(({ present }) => present))
  const people = isOver ? came.size : seated(circle).length
  const firstFew = valid.slice(0, rules.firstSeenBy)
  const seenEarly = new Set(
    firstFew.filter(({ state }) => state === 'held').flatMap(({ present }) => present),
  )
  const seenLate = [...came].filter((seat) => !seenEarly.has(seat)).length
  const areFirstOver = firstFew.length > 0 && firstFew.every(({ state }) => state === 'held')
  const enoughEachTime = heldMeetings.filter(
    ({ present }) => present.length >= rules.presentEachTime,
  ).length

  const atLeast = (rule: CheckedRule['rule'], is: number, asked: number): CheckedRule => ({
    rule,
    is,
    asked,
    state: is >= asked ? 'fulfilled' : 'missing',
  })
  const atMost = (rule: CheckedRule['rule'], is: number, asked: number): CheckedRule => ({
    rule,
    is,
    asked,
    state: is <= asked ? 'fulfilled' : 'missing',
  })
  return [
    people > rules.people.most
      ? atMost('tooManyPeople', people, rules.people.most)
      : atLeast('people', people, rules.people.least),
    atLeast('meetings', counted.length, rules.meetings),
    atLeast('studyHours', sum(counted.map(hoursOf)), rules.studyHours),
    atMost('hoursInOneMeeting', Math.max(0, ...counted.map(hoursOf)), rules.hoursInOneMeeting),
    atMost('meetingsInOneWeek', maxInAWeek(counted), rules.meetingsInOneWeek),
    heldMeetings.length === 0
      ? { rule: 'presentEachTime', state: 'open', is: 0, asked: rules.presentEachTime, of: 0 }
      : {
          ...atLeast('presentEachTime', enoughEachTime, heldMeetings.length),
          asked: rules.presentEachTime,
          of: heldMeetings.length,
        },
    seenLate > 0 || areFirstOver
      ? { ...atMost('firstSeenBy', seenLate, 0), asked: rules.firstSeenBy }
      : { rule: 'firstSeenBy', state: 'open', is: 0, asked: rules.firstSeenBy },
  ]
}
