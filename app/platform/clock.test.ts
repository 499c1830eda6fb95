import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from './calendar-day.ts'
import { systemClock } from './clock.ts'

const moments = fc.date({
  min: new Date('2000-01-01'),
  max: new Date('2100-01-01'),
  noInvalidDate: true,
})

test('a moment falls on a day in UTC, whatever the zone of the server', () => {
  expect(dayOf(new Date('2026-03-14T23:59:59.999Z'))).toBe('2026-03-14')
  expect(dayOf(new Date('2026-03-15T00:30:00+02:00'))).toBe('2026-03-14')
})

test('a day says nothing of the hour', () => {
  fc.assert(fc.property(moments, (moment) => /^\d{4}-\d\d-\d\d$/.test(dayOf(moment))))
})

test('the clock on the wall tells the time', () => {
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1000)
})
