import { describe, expect, test } from 'vitest'
import {
  adds,
  having,
  joins,
  refusalOf,
  someCircle,
  someMeeting,
  ticks,
} from '../../../tests/factories/test-circle.ts'
import { apply } from '../apply.ts'
import type { PlannedMeeting } from '../circle.ts'
import { limits } from '../limits.ts'
import { atSameTime, repeatedChapters } from './plan-rules.ts'

const circle = having(someCircle(), joins('Ben'), adds('Word'))
const longer = { ...someMeeting(1), hours: 3 }

describe('a plan', () => {
  test('takes the place of the one that was read, whole', () => {
    const next = having(circle, {
      kind: 'replan',
      planRevision: 1,
      meetings: [longer, someMeeting(4)],
    })
    expect(next.meetings.map(({ id, hours, changes }) => [id, hours, changes])).toEqual([
      ['m1', 3, 1],
      ['m4', 2, 0],
    ])
    expect(next.planRevision).toBe(2)
  })

  test('made to an older plan is refused, and nobody’s change is lost', () => {
    const changed = having(circle, {
      kind: 'move-meeting',
      meeting: 'm2',
      day: '2026-03-22',
      start: '18:30',
    })
    expect(refusalOf(changed, { kind: 'replan', planRevision: 1, meetings: [longer] })).toBe(
      'circles:refused.planChanged',
    )
    expect(refusalOf(changed, { kind: 'replan', planRevision: 2, meetings: [longer] })).toBe(null)
  })

  test('keeps the meetings that were held or cancelled, and those with notes', () => {
    const lived = having(
      circle,
      ticks('m1', 'ada', 'ben'),
      { kind: 'cancel-meeting', meeting: 'm2' },
      { kind: 'add-task', meeting: 'm3', task: 't', text: 'Bring pens', seat: null },
    )
    const next = having(lived, {
      kind: 'replan',
      planRevision: lived.planRevision,
      meetings: [{ ...someMeeting(1), hours: 4 }, someMeeting(5)],
    })
    expect(next.meetings.map(({ id, hours }) => `${id} ${hours}`)).toEqual([
      'm1 2',
      'm2 2',
      'm3 2',
      'm5 2',
    ])
  })

  test('has days, times and hours that exist, and not too many meetings', () => {
    const add = (meeting: object) =>
      refusalOf(circle, {
        kind: 'replan',
        planRevision: 1,
        meetings: [...circle.meetings, { ...someMeeting(9), ...meeting }],
      })
    expect(add({ day: '' })).toBe('circles:refused.dayMissing')
    expect(add({ day: '2026-02-30' })).toBe('circles:refused.dayUnknown')
    expect(add({ day: '2036-02-20' })).toBe('circles:refused.dayTooFar')
    expect(add({ start: '24:00' })).toBe('circles:refused.timeUnknown')
    expect(add({ hours: 0 })).toBe('circles:refused.hoursUnknown')
    expect(add({ chapters: ['a', 'a'] })).toBe('circles:refused.tooManyChapters')
    const many = Array.from({ length: limits.meetings + 1 }, (_, index) => someMeeting(index + 1))
    expect(refusalOf(circle, { kind: 'replan', planRevision: 1, meetings: many })).toBe(
      'circles:refused.tooManyMeetings',
    )
  })
})

describe('one more meeting', () => {
  const more = (from: typeof circle) =>
    having(from, {
      kind: 'replan',
      planRevision: from.planRevision,
      meetings: [...from.meetings, someMeeting(4)],
    }).meetings.at(-1)!

  test('gets the roles of those whose turn it is, where the circle has shared them out', () => {
    expect(more(having(circle, { kind: 'rotate-roles' })).roles).toEqual({
      leads: 'ada',
      remembers: 'word',
      notes: 'ben',
    })
    expect(more(circle).roles).toEqual({ leads: null, remembers: null, notes: null })
  })
})

test('a chapter in several meetings is told, with which; one in a cancelled meeting does not count', () => {
  const twice = having(circle, {
    kind: 'replan',
    planRevision: circle.planRevision,
    meetings: circle.meetings.map((one) =>
      one.id === 'm3' ? { ...one, chapters: ['chapter-3', 'chapter-1'] } : one,
    ),
  })
  expect(repeatedChapters(circle.meetings)).toEqual([])
  expect(repeatedChapters(twice.meetings)).toEqual([{ slug: 'chapter-1', places: [0, 2] }])
  expect(
    repeatedChapters(having(twice, { kind: 'cancel-meeting', meeting: 'm1' }).meetings),
  ).toEqual([])
})

test('what is wrong with a plan names the meeting and the field', () => {
  const at = (change: Partial<PlannedMeeting>) => {
    const meetings = [someMeeting(1), { ...someMeeting(2), ...change }]
    const outcome = apply(
      circle,
      { kind: 'replan', planRevision: 1, meetings },
      { by: 'ada', today: '2026-03-10' },
    )
    return outcome.kind === 'refused' ? outcome.at : null
  }
  expect(at({ day: '2026-02-30' })).toEqual({ meeting: 'm2', field: 'day' })
  expect(at({ day: '2199-01-01' })).toEqual({ meeting: 'm2', field: 'day' })
  expect(at({ start: '25:00' })).toEqual({ meeting: 'm2', field: 'start' })
  expect(at({ hours: 9 })).toEqual({ meeting: 'm2', field: 'hours' })
  expect(at({ chapters: ['a', 'a'] })).toEqual({ meeting: 'm2', field: 'chapters' })
})

describe('meetings at the same time', () => {
  const ids = (from: typeof circle) =>
    atSameTime(from.meetings).map((two) => two.map(({ id }) => id))
  const moved = having(circle, {
    kind: 'move-meeting',
    meeting: 'm3',
    day: someMeeting(1).day,
    start: '18:30',
  })

  test('are told, two by two, and no others', () => {
    expect(ids(circle)).toEqual([])
    expect(ids(moved)).toEqual([['m1', 'm3']])
    expect(
      ids(
        having(moved, {
          kind: 'move-meeting',
          meeting: 'm2',
          day: someMeeting(1).day,
          start: '18:30',
        }),
      ),
    ).toEqual([
      ['m1', 'm2'],
      ['m1', 'm3'],
      ['m2', 'm3'],
    ])
  })

  test('are told where the second begins before the first has ended', () => {
    const at = (start: string) =>
      ids(having(circle, { kind: 'move-meeting', meeting: 'm3', day: someMeeting(1).day, start }))
    expect(at('19:59')).toEqual([['m1', 'm3']])
    expect(at('20:00')).toEqual([])
    expect(at('17:01')).toEqual([['m3', 'm1']])
  })

  test('are not told where one is cancelled or at another hour', () => {
    expect(ids(having(moved, { kind: 'cancel-meeting', meeting: 'm1' }))).toEqual([])
    expect(
      ids(
        having(moved, {
          kind: 'move-meeting',
          meeting: 'm3',
          day: someMeeting(1).day,
          start: '20:30',
        }),
      ),
    ).toEqual([])
  })
})

describe('a meeting', () => {
  test('is cancelled and restored, and each change is counted for calendars', () => {
    const cancelled = having(circle, { kind: 'cancel-meeting', meeting: 'm1' })
    expect(cancelled.meetings[0]).toMatchObject({ state: 'cancelled', changes: 1 })
    expect(having(cancelled, { kind: 'restore-meeting', meeting: 'm1' }).meetings[0]).toMatchObject(
      { state: 'planned', changes: 2 },
    )
  })

  test('that moves past another changes places with it', () => {
    const moved = having(circle, {
      kind: 'move-meeting',
      meeting: 'm1',
      day: '2026-03-23',
      start: '10:00',
    })
    expect(moved.meetings.map(({ id }) => id)).toEqual(['m2', 'm1', 'm3'])
  })

  test('that was held cannot be cancelled, and one that was cancelled cannot be ticked', () => {
    expect(
      refusalOf(having(circle, ticks('m1', 'ben')), { kind: 'cancel-meeting', meeting: 'm1' }),
    ).toBe('circles:refused.meetingWasHeld')
    const cancelled = having(circle, { kind: 'cancel-meeting', meeting: 'm1' })
    expect(refusalOf(cancelled, ticks('m1', 'ben'))).toBe('circles:refused.meetingIsCancelled')
  })
})

test('the lead goes round: in three meetings each of three people leads once, and nobody has two roles in a meeting', () => {
  const { meetings } = having(circle, { kind: 'rotate-roles' })
  expect(meetings.map(({ roles }) => roles.leads).sort()).toEqual(['ada', 'ben', 'word'])
  for (const { roles } of meetings) expect(new Set(Object.values(roles)).size).toBe(3)
})
