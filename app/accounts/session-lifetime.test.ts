import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expiryOf, isRenewalDue } from './session-lifetime.ts'

const day = 86_400_000
const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })

test('thirty minutes after the last use, to the millisecond', () => {
  expect(expiryOf(false, new Date('2026-03-14T10:00:00Z'))).toEqual(new Date('2026-03-14T10:30:00Z'))
})

test('on one’s own device more than 13 and at most 14 days, and the moment of use cannot be read from it', () => {
  fc.assert(
    fc.property(moments, (now) => {
      const left = expiryOf(true, now).getTime() - now.getTime()
      expect(expiryOf(true, now).getTime() % day).toBe(0)
      return left > 13 * day && left <= 14 * day
    }),
  )
})

test('a use is written at most once a minute, on one’s own device once a day', () => {
  fc.assert(
    fc.property(moments, fc.nat(59_999), (now, later) => !isRenewalDue(false, expiryOf(false, now), new Date(now.getTime() + later))),
  )
  const now = new Date('2026-03-14T00:00:00Z')
  expect(isRenewalDue(false, expiryOf(false, now), new Date('2026-03-14T00:01:00Z'))).toBe(true)
  expect(isRenewalDue(true, expiryOf(true, now), new Date('2026-03-14T23:59:59Z'))).toBe(false)
  expect(isRenewalDue(true, expiryOf(true, now), new Date('2026-03-15T00:00:00Z'))).toBe(true)
})
