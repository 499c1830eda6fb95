import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Circle, newMeeting, type Seat } from '../circle.ts'
import { reportAttendance, reportRows } from './attendance-report.ts'

const seat = (id: string, rest: Partial<Seat> = {}): Seat => ({
  id,
  name: id.toUpperCase(),
  hasAccount: false,
  isTrainer: false,
  joinedOn: '2026-03-07',
  leftOn: null,
  mergedFrom: [],
  chaptersRead: [],
  sharesProgress: false,
  ...rest,
})
const meeting = (day: string, present: string[] | null, hoursHeld = 3) => ({
  ...newMeeting({ id: day, day, start: '18:30', hours: 3, chapters: [`about ${day}`] }),
  ...(present ? { state: 'held' as const, present, hoursHeld } : {}),
})
const circle = (seats: Seat[], meetings: Circle['meetings']): Circle => ({
  version: 2,
  name: 'Tuesday',
  course: 'tiny',
  aim: '',
  timeZone: 'Africa/Harare',
  startedOn: '2026-03-07',
  closedOn: null,
  join: { code: 'CODE', isOpen: false },
  seats,
  meetings,
  planRevision: 0,
  proposal: null,
  counts: null,
  totals: null,
})
const words = {
  name: 'Name',
  someone: 'Someone',
  meetings: 'Meetings',
  hours: 'Hours',
  present: 'There',
  women: 'Women',
  youth: 'Youth',
}

const people = [
  seat('ada'),
  seat('bo'),
  seat('eve', { leftOn: '2026-03-20' }),
  seat('gone', { leftOn: '2026-03-08' }),
]
const some = circle(people, [
  meeting('2026-03-28', null),
  meeting('2026-03-14', ['ada', 'bo', 'eve']),
  meeting('2026-03-21', ['ada', 'bo'], 2),
])

describe('a report of attendance', () => {
  test('counts what was held, by meeting, in the order of time and with the plan’s numbers', () => {
    expect(
      reportAttendance(some).meetings.map(({ number, day, hours, present }) => [
        number,
        day,
        hours,
        present,
      ]),
    ).toEqual([
      [1, '2026-03-14', 3, 3],
      [2, '2026-03-21', 2, 2],
    ])
  })

  test('counts by person, those who left too, but not someone who never came', () => {
    expect(
      reportAttendance(some).people.map(({ seat, meetings, hours, hasLeft }) => [
        seat,
        meetings,
        hours,
        hasLeft,
      ]),
    ).toEqual([
      ['ada', 2, 5, false],
      ['bo', 2, 5, false],
      ['eve', 1, 3, true],
    ])
  })

  test('as a file has a person a line, and below them the sums', () => {
    expect(reportRows(reportAttendance(some), { women: 2, youth: 0 }, words)).toEqual([
      ['Name', '2026-03-14', '2026-03-21', 'Meetings', 'Hours'],
      ['ADA', 1, 1, 2, 5],
      ['BO', 1, 1, 2, 5],
      ['EVE', 1, 0, 1, 3],
      ['There', 3, 2, 5, 13],
      ['Hours', 3, 2, 2, 5],
      ['Women', 2],
      ['Youth', 0],
    ])
  })

  test('calls someone whose name is gone by a word', () => {
    const rows = reportRows(
      reportAttendance(circle([seat('x', { name: '' })], [meeting('2026-03-14', ['x'])])),
      null,
      words,
    )
    expect(rows[1]).toEqual(['Someone', 1, 1, 3])
    expect(rows).toHaveLength(4)
  })

  test('adds up the same by person and by meeting, no matter who came when', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const heldMeetings = fc.array(fc.tuple(fc.subarray(ids), fc.integer({ min: 1, max: 4 })), {
      maxLength: 10,
    })
    fc.assert(
      fc.property(heldMeetings, (all) => {
        const meetings = all.map(([present, hours], index) =>
          meeting(`2026-04-${String(index + 1).padStart(2, '0')}`, present, hours),
        )
        const report = reportAttendance(
          circle(
            ids.map((id) => seat(id)),
            meetings,
          ),
        )
        const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
        expect(sum(report.people.map((person) => person.meetings))).toBe(
          sum(report.meetings.map(({ present }) => present)),
        )
        expect(sum(report.people.map((person) => person.hours))).toBe(
          sum(report.meetings.map(({ present, hours }) => present * hours)),
        )
      }),
    )
  })
})
