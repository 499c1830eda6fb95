import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../../platform/calendar-day.ts'
import { cookieSeconds, endsOn, expiryOf, isRenewalDue } from './session-lifetime.ts'

const day = 86_400_000
const moments = fc.date({
  min: new Date('2026-01-01'),
  max: new Date('2050-01-01'),
  noInvalidDate: true,
})
const startedAt = (now: Date, ownDevice: boolean) => ({ ownDevice, startedOn: dayOf(now) })

test('thirty minutes after the last use, to the millisecond', () => {
  const now = new Date('2026-03-14T10:00:00Z')
  expect(expiryOf(startedAt(now, false), now)).toEqual(new Date('2026-03-14T10:30:00Z'))
})

test('on one’s own device more than 13 and at most 14 days, and the moment of use cannot be read from it', () => {
  fc.assert(
    fc.property(moments, (now) => {
      const expiry = expiryOf(startedAt(now, true), now).getTime()
      const left = expiry - now.getTime()
      expect(expiry % day).toBe(0)
      return left > 13 * day && left <= 14 * day
    }),
  )
})

test('a use is written at most once a minute, on one’s own device once a day', () => {
  fc.assert(
    fc.property(moments, fc.nat(59_999), (now, later) => {
      const term = startedAt(now, false)
      return !isRenewalDue(term, expiryOf(term, now), new Date(now.getTime() + later))
    }),
  )
  const now = new Date('2026-03-14T00:00:00Z')
  const [elsewhere, own] = [startedAt(now, false), startedAt(now, true)]
  expect(isRenewalDue(elsewhere, expiryOf(elsewhere, now), new Date('2026-03-14T00:01:00Z'))).toBe(
    true,
  )
  expect(isRenewalDue(own, expiryOf(own, now), new Date('2026-03-14T23:59:59Z'))).toBe(false)
  expect(isRenewalDue(own, expiryOf(own, now), new Date('2026-03-15T00:00:00Z'))).toBe(true)
})

test(
  'after 90 days on one’s own device, and elsewhere after two at most, ' +
    'a session ends however it was used, and the cookie with it',
  () => {
    expect(endsOn({ ownDevice: true, startedOn: '2026-11-22' })).toBe('2027-02-20')
    expect(endsOn({ ownDevice: false, startedOn: '2026-12-30' })).toBe('2027-01-01')
    fc.assert(
      fc.property(
        moments,
        fc.boolean(),
        fc.integer({ min: 0, max: 200 * day }),
        (start, ownDevice, later) => {
          const [term, now] = [startedAt(start, ownDevice), new Date(start.getTime() + later)]
          const end = Date.parse(endsOn(term))
          expect(end - start.getTime()).toBeGreaterThan((ownDevice ? 89 : 1) * day)
          expect(end - start.getTime()).toBeLessThanOrEqual((ownDevice ? 90 : 2) * day)
          expect(expiryOf(term, now).getTime()).toBeLessThanOrEqual(end)
          expect(isRenewalDue(term, new Date(end), now)).toBe(false)
          const seconds = cookieSeconds(term, now)
          if (ownDevice)
            expect(now.getTime() + (seconds as number) * 1000).toBeLessThanOrEqual(
              Math.max(end, now.getTime()),
            )
          else expect(seconds).toBeNull()
        },
      ),
    )
  },
)

test(
  'a browser keeps the cookie for two weeks on one’s own device, ' +
    'for what is left of the 90 days, and elsewhere until it is closed',
  () => {
    const own = { ownDevice: true, startedOn: '2026-03-14' }
    expect(cookieSeconds(own, new Date('2026-03-14T10:00:00Z'))).toBe((14 * day) / 1000)
    expect(cookieSeconds(own, new Date('2026-06-11T23:00:00Z'))).toBe(3600)
    expect(cookieSeconds(own, new Date('2026-07-01T00:00:00Z'))).toBe(0)
    expect(cookieSeconds({ ...own, ownDevice: false }, new Date('2026-03-14T10:00:00Z'))).toBeNull()
  },
)
