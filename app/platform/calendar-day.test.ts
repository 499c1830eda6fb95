import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, daysAfter, isDay, monthsAfter } from './calendar-day.ts'

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map(dayOf)

describe('a calendar day', () => {
  test('exists or does not', () => {
    expect(['2026-03-14', '2028-02-29'].every(isDay)).toBe(true)
    for (const text of ['2026-02-30', '2026-13-01', '2026-3-1', '14 March', '', '0000-00-00'])
      expect([text, isDay(text)]).toEqual([text, false])
  })

  test('is so many days after another, over months and years, and back again', () => {
    expect(daysAfter('2026-12-30', 3)).toBe('2027-01-02')
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysAfter(daysAfter(day, count), -count)).toBe(day)
      }),
    )
  })

  test('is so many months after another, at the latest on the last of its month', () => {
    expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28')
    expect(monthsAfter('2027-08-31', 6)).toBe('2028-02-29')
    expect(monthsAfter('2026-03-14', -3)).toBe('2025-12-14')
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (day, months) => {
        const after = monthsAfter(day, months)
        expect(isDay(after)).toBe(true)
        expect(after.slice(8) <= day.slice(8)).toBe(true)
      }),
    )
  })
})
