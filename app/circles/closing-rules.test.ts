import { describe, expect, test } from 'vitest'
import {
  adds,
  having,
  holds,
  joins,
  refusalOf,
  someCircle,
  ticks,
} from '../../tests/factories/test-circle.ts'
import { monthsAfter } from '../platform/calendar-day.ts'
import { close, reopen, retire } from './closing-rules.ts'
import { retiresOn, totalsOf } from './totals.ts'

const met = having(
  someCircle(),
  joins('Ben'),
  adds('Word'),
  ticks('m1', 'ada', 'ben', 'word'),
  holds('m1', 3),
  ticks('m2', 'ben'),
)
const closed = having(met, { kind: 'close', today: '2026-04-01' })

describe('a circle that has finished', () => {
  test('takes nobody in and changes no plan; its numbers can still be put right', () => {
    expect(refusalOf(closed, joins('Cho'))).toBe('circles:refused.circleIsClosed')
    expect(refusalOf(closed, ticks('m3', 'ben'))).toBe('circles:refused.circleIsClosed')
    expect(having(closed, { kind: 'count', women: 2, youth: 0 }).counts).toEqual({
      women: 2,
      youth: 0,
    })
  })

  test('can still be shared less: what a member showed the trainers is taken back', () => {
    const shared = having(
      met,
      { kind: 'share', by: 'ben' },
      { kind: 'tell-read', chapter: 'chapter-1', by: 'ben' },
      { kind: 'close' },
    )
    const after = having(
      shared,
      { kind: 'stop-sharing', by: 'ben' },
      { kind: 'take-back-read', chapter: 'chapter-1', by: 'ben' },
    )
    expect(after.seats.find(({ id }) => id === 'ben')).toMatchObject({
      sharesProgress: false,
      chaptersRead: [],
    })
    expect(refusalOf(after, { kind: 'share', by: 'ben' })).toBe('circles:refused.circleIsClosed')
  })

  test('can be opened again for 30 days', () => {
    const reopened = having(closed, { kind: 'reopen', today: '2026-05-01' })
    expect(reopened).toEqual(met)
    expect(refusalOf(reopened, joins('Cho'))).toBe(null)
    const shut = having(met, { kind: 'close-joining' }, { kind: 'close' }, { kind: 'reopen' })
    expect(refusalOf(shut, joins('Cho'))).toBe('circles:refused.codeUnknown')
    expect(refusalOf(closed, { kind: 'reopen', today: '2026-05-02' })).toBe(
      'circles:refused.tooLateToReopen',
    )
  })

  test('is not opened again by anybody where no trainer is left in it', () => {
    const left = having(closed, { kind: 'leave', keepsName: true, by: 'ada', today: '2026-04-02' })
    expect(refusalOf(left, { kind: 'reopen', by: 'ada', today: '2026-04-03' })).toBe(
      'circles:refused.notMember',
    )
    expect(reopen(left, '2026-04-03')).toMatchObject({ reason: 'circles:refused.lastTrainer' })
  })

  test('is closed and opened once: a circle that is open is left as it is', () => {
    expect(reopen(met, '2026-04-01')).toBe(met)
  })

  test('has no proposal of another trainer any more', () => {
    const proposed = {
      ...met,
      proposal: { seat: 'ben', supporters: ['ben'], on: '2026-03-28' },
    } as typeof met
    expect(close(proposed, '2026-04-01')).toEqual({ ...met, closedOn: '2026-04-01' })
  })

  test('keeps its totals and no word of anybody when its time is over', () => {
    const totals = { meetings: 2, hours: 5, participants: 3, attendances: 4, women: 2, youth: 1 }
    const retired = having(
      closed,
      { kind: 'count', women: 2, youth: 1 },
      { kind: 'retire', by: null },
    )
    expect(totalsOf(retired)).toEqual(totals)
    expect(JSON.stringify(retired)).not.toMatch(/Ada|Ben|Word|Tuesday|CODE/)
    expect(retired).toMatchObject({ seats: [], meetings: [], closedOn: '2026-04-01' })
  })
})

describe('the time that is kept', () => {
  test('counts from the day of closing, or from the last meeting where nobody closes', () => {
    expect(retiresOn(closed, 6)).toBe('2026-10-01')
    expect(retiresOn(met, 6)).toBe('2026-09-28')
  })

  test('counts from no meeting that was cancelled, and from the day of starting where there is none', () => {
    const cancel = (meeting: string) => ({ kind: 'cancel-meeting', meeting }) as const
    expect(retiresOn(having(met, cancel('m3')), 6)).toBe('2026-09-21')
    expect(retiresOn(having(someCircle(), cancel('m1'), cancel('m2'), cancel('m3')), 6)).toBe(
      '2026-09-07',
    )
  })

  test('does not spill over a short month', () => {
    expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28')
    expect(monthsAfter('2026-11-30', 1)).toBe('2026-12-30')
  })
})

test('the numbers of women and young people may be nobody and everybody, whole and each once', () => {
  const counted = having(met, { kind: 'count', women: 3, youth: 0 })
  expect(counted.counts).toEqual({ women: 3, youth: 0 })
  expect(having(counted, { kind: 'count', women: 3, youth: 0 })).toBe(counted)
  expect(having(counted, { kind: 'count', women: 3, youth: 1 }).counts).toEqual({
    women: 3,
    youth: 1,
  })
  expect(having(counted, { kind: 'count', women: 2, youth: 0 }).counts).toEqual({
    women: 2,
    youth: 0,
  })
  for (const youth of [0.5, Number.NaN, 4])
    expect(refusalOf(met, { kind: 'count', women: 0, youth })).toBe('circles:refused.countTooHigh')
})

test('people who have a seat and were at no meeting are counted with the rest, and people who left after one too', () => {
  const seats = having(someCircle(), joins('Ben'), adds('Word'))
  expect(having(seats, { kind: 'count', women: 3, youth: 3 }).counts).toEqual({
    women: 3,
    youth: 3,
  })
  expect(refusalOf(seats, { kind: 'count', women: 4, youth: 0 })).toBe(
    'circles:refused.countTooHigh',
  )
  const gone = having(
    met,
    { kind: 'remove-seat', seat: 'ben' },
    { kind: 'remove-seat', seat: 'word' },
  )
  expect(having(gone, { kind: 'count', women: 3, youth: 0 }).counts).toEqual({ women: 3, youth: 0 })
  const away = having(seats, { kind: 'remove-seat', seat: 'ben' })
  expect(refusalOf(away, { kind: 'count', women: 3, youth: 0 })).toBe(
    'circles:refused.countTooHigh',
  )
})

test('a circle that nobody closed is closed on the day on which its time is over, and once', () => {
  const retired = having(met, { kind: 'retire', by: null, today: '2026-10-01' })
  expect(retired).toMatchObject({
    closedOn: '2026-10-01',
    aim: '',
    name: '',
    join: { code: '', isOpen: false },
    proposal: null,
  })
  expect(retire(retired, '2026-11-01')).toBe(retired)
})

test('no more women or young people are counted than there are people', () => {
  expect(refusalOf(met, { kind: 'count', women: 4, youth: 0 })).toBe('circles:refused.countTooHigh')
  expect(refusalOf(met, { kind: 'count', women: 0, youth: -1 })).toBe(
    'circles:refused.countTooHigh',
  )
})
