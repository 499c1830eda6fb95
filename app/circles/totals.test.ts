import { expect, test } from 'vitest'
import { adds, having, holds, joins, someCircle, ticks } from '../../tests/factories/test-circle.ts'
import { lastDayOf, retiresOn, totalsOf } from './totals.ts'

const late = { today: '2026-04-30' }

test('a circle that has not met has done nothing', () => {
  expect(totalsOf(someCircle())).toEqual({
    meetings: 0,
    hours: 0,
    participants: 0,
    attendances: 0,
    women: null,
    youth: null,
  })
})

test('hours are those that were held, and somebody who comes twice is one person', () => {
  const circle = having(
    someCircle(),
    adds('Bo'),
    joins('Cy'),
    { ...ticks('m1', 'ada', 'bo'), ...late },
    { ...ticks('m2', 'ada', 'cy'), ...late },
    { ...holds('m3', 5), ...late },
  )
  expect(totalsOf(circle)).toEqual({
    meetings: 3,
    hours: 2 + 2 + 5,
    participants: 3,
    attendances: 4,
    women: null,
    youth: null,
  })
})

test('a meeting that is not held any more counts no hours, and no people', () => {
  const held = { isHeld: true, hours: 2, present: ['ada'] }
  const circle = having(
    someCircle(),
    { ...ticks('m1', 'ada'), ...late },
    {
      kind: 'record-attendance',
      meeting: 'm1',
      seen: held,
      now: { isHeld: false, hours: 2, present: [] },
      ...late,
    },
  )
  expect(totalsOf(circle)).toMatchObject({ meetings: 0, hours: 0, participants: 0, attendances: 0 })
})

test('the numbers of women and of young people are those that were typed', () => {
  expect(totalsOf({ ...someCircle(), counts: { women: 0, youth: 2 } })).toMatchObject({
    women: 0,
    youth: 2,
  })
})

test('the totals that were kept are told once the rest is erased', () => {
  const totals = {
    meetings: 9,
    hours: 27,
    participants: 8,
    attendances: 60,
    women: 5,
    youth: null,
  }
  expect(totalsOf({ ...someCircle(), meetings: [], totals })).toBe(totals)
})

test('a circle ends on the day on which it was closed, even before its last meeting', () => {
  expect(lastDayOf({ ...someCircle(), closedOn: '2026-03-20' })).toBe('2026-03-20')
})

test('a circle that nobody closes ends with its last meeting, in whatever order they stand', () => {
  const circle = someCircle()
  expect(lastDayOf(circle)).toBe('2026-03-28')
  expect(lastDayOf({ ...circle, meetings: circle.meetings.toReversed() })).toBe('2026-03-28')
})

test('a cancelled meeting does not keep a circle, and one without meetings ends as it begins', () => {
  const cancels = { kind: 'cancel-meeting', meeting: 'm3' } as const
  expect(lastDayOf(having(someCircle(), cancels))).toBe('2026-03-21')
  expect(lastDayOf({ ...someCircle(), meetings: [] })).toBe('2026-03-07')
})

test('the retention time counts from the last day', () => {
  expect(retiresOn(someCircle(), 24)).toBe('2028-03-28')
  expect(retiresOn({ ...someCircle(), closedOn: '2026-08-31' }, 6)).toBe('2027-02-28')
})
