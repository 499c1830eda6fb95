import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter } from '../../platform/calendar-day.ts'
import { forecast, weeksAhead } from './forecast.ts'

const today = '2026-03-14'

test('what waits is counted by itself, and tomorrow begins the first week', () => {
  const days = ['2026-01-01', today, '2026-03-15', '2026-03-21', '2026-03-22']
  const { now, weeks, later } = forecast(days, today)
  expect(now).toBe(2)
  expect(weeks[0]).toEqual({ from: '2026-03-15', to: '2026-03-21', count: 2 })
  expect(weeks[1]).toEqual({ from: '2026-03-22', to: '2026-03-28', count: 1 })
  expect(later).toBe(0)
})

test('the day after the last week is later', () => {
  const last = daysAfter(today, 7 * weeksAhead)
  const found = forecast([last, daysAfter(last, 1)], today)
  expect(found.weeks.at(-1)).toMatchObject({ to: last, count: 1 })
  expect(found.later).toBe(1)
})

test('every question is counted once, on whatever day it comes back', () => {
  const day = fc.integer({ min: -400, max: 400 }).map((days) => daysAfter(today, days))
  fc.assert(
    fc.property(fc.array(day), (days) => {
      const { now, weeks, later } = forecast(days, today)
      expect(weeks.reduce((sum, { count }) => sum + count, now + later)).toBe(days.length)
    }),
  )
})
