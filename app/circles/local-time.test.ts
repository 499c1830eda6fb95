import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localTime, minutesAfter, momentOf } from './local-time.ts'

const zones = [
  'Europe/Stockholm',
  'Africa/Harare',
  'Asia/Yangon',
  'Europe/Minsk',
  'Asia/Gaza',
  'America/Santiago',
  'Australia/Lord_Howe',
]
const utc = (day: string, time: string, zone: string) =>
  momentOf(day, time, zone).toISOString().slice(0, 16)

describe('a meeting’s moment', () => {
  test.each([
    ['2027-01-14', '18:30', 'Europe/Stockholm', '2027-01-14T17:30'],
    ['2027-07-14', '18:30', 'Europe/Stockholm', '2027-07-14T16:30'],
    ['2027-07-14', '18:30', 'Africa/Harare', '2027-07-14T16:30'],
    ['2027-07-14', '18:30', 'Asia/Yangon', '2027-07-14T12:00'],
    ['2027-07-14', '18:30', 'Europe/Minsk', '2027-07-14T15:30'],
    ['2025-01-14', '18:30', 'Asia/Gaza', '2025-01-14T16:30'],
    ['2025-07-14', '18:30', 'Asia/Gaza', '2025-07-14T15:30'],
    ['2027-01-14', '00:15', 'Asia/Yangon', '2027-01-13T17:45'],
  ])('%s %s in %s is %s UTC', (day, time, zone, expected) => {
    expect(utc(day, time, zone)).toBe(expected)
  })

  test('that comes twice, when the clocks go back, is the first', () => {
    expect(utc('2026-10-25', '02:30', 'Europe/Stockholm')).toBe('2026-10-25T00:30')
  })

  test('that never comes, when the clocks go forward, is as long after midnight as planned', () => {
    expect(utc('2027-03-28', '02:30', 'Europe/Stockholm')).toBe('2027-03-28T01:30')
    expect(
      localTime(momentOf('2027-03-28', '02:30', 'Europe/Stockholm'), 'Europe/Stockholm'),
    ).toEqual({ day: '2027-03-28', time: '03:30' })
  })

  test('on the days around a change is the hour that stands on the wall', () => {
    for (const [day, expected] of [
      ['2027-03-27', '2027-03-27T17:30'],
      ['2027-03-28', '2027-03-28T16:30'],
      ['2026-10-24', '2026-10-24T16:30'],
      ['2026-10-25', '2026-10-25T17:30'],
    ] as const)
      expect(utc(day, '18:30', 'Europe/Stockholm')).toBe(expected)
  })

  test('shows the planned time on a clock in its zone, whatever the day, but for hours that a change leaves out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 4 * 60, max: 23 * 60 }),
        (zone, days, minute) => {
          const day = new Date(Date.UTC(2022, 0, 1 + days)).toISOString().slice(0, 10)
          const time = minutesAfter('00:00', minute)
          expect(localTime(momentOf(day, time, zone), zone)).toEqual({ day, time })
        },
      ),
    )
  })
})

test('minutes are counted on, over midnight too', () => {
  expect(minutesAfter('18:30', 45)).toBe('19:15')
  expect(minutesAfter('23:40', 45)).toBe('00:25')
})
