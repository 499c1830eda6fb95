import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../platform/calendar-day.ts'
import { erasedOn, isUnused, latestUnused } from './retention.ts'

const moments = fc.date({
  min: new Date('2020-01-01'),
  max: new Date('2090-01-01'),
  noInvalidDate: true,
})
const months = fc.integer({ min: 1, max: 120 })

describe('P10: an account that is not used', () => {
  test.each([
    ['2026-11-21', 12, '2027-11-21'],
    ['2026-11-21', 1, '2026-12-21'],
    ['2027-02-28', 12, '2028-02-28'],
    ['2028-02-29', 12, '2029-03-01'],
    ['2026-08-31', 6, '2027-03-03'],
    ['2026-01-31', 120, '2036-01-31'],
  ])('since %s, with %i months to come back, is erased on %s', (lastSeenOn, wait, day) => {
    expect(erasedOn(lastSeenOn, wait)).toBe(day)
  })

  test('stays until its day has begun everywhere on Earth, and not an hour longer', () => {
    const noon = new Date('2027-11-21T12:00:00Z')
    expect(isUnused('2026-11-21', 12, new Date(noon.getTime() - 1))).toBe(false)
    expect(isUnused('2026-11-21', 12, noon)).toBe(true)
  })

  test('is never erased on the day of its last use, nor before 28 days of each month are over', () => {
    const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)
    fc.assert(
      fc.property(moments, months, (now, wait) => {
        expect(isUnused(dayOf(now), wait, now)).toBe(false)
        expect(isUnused(dayOf(now), wait, daysAfter(now, wait * 28 - 0.5))).toBe(false)
        expect(isUnused(dayOf(now), wait, daysAfter(now, wait * 31 + 2))).toBe(true)
      }),
      // The tightest: a whole February of 28 days, from noon on its first day.
      { examples: [[new Date('2063-02-01T12:00:00Z'), 1]] },
    )
  })

  test('is found by the wide search, whenever it is unused', () => {
    fc.assert(
      fc.property(moments, moments, months, (seen, now, wait) => {
        if (isUnused(dayOf(seen), wait, now))
          expect(dayOf(seen) <= latestUnused(wait, now)).toBe(true)
      }),
    )
    expect(latestUnused(12, new Date('2027-11-21T12:00:00Z'))).toBe('2026-11-31')
  })
})
