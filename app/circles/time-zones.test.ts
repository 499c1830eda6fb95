import { describe, expect, test } from 'vitest'
import { isTimeZone } from './limits.ts'
import { timeZones, zoneInWords } from './time-zones.ts'

const meant = (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions()

describe('time zones', () => {
  test.each([
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Asia/Rangoon', 'Asia/Yangon'],
    ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
    ['America/Godthab', 'America/Nuuk'],
  ])('are offered and shown under today’s name: %s as %s', (old, now) => {
    expect(timeZones()).toContain(now)
    expect(timeZones()).not.toContain(old)
    expect(zoneInWords(old)).toBe(now.replaceAll('_', ' '))
  })

  test('are all taken, each once, also those that were stored under an older name', () => {
    expect(timeZones().filter((zone) => !isTimeZone(zone))).toEqual([])
    expect(new Set(timeZones()).size).toBe(timeZones().length)
    expect(Intl.supportedValuesOf('timeZone').filter((zone) => !isTimeZone(zone))).toEqual([])
  })

  test('keep their clock when their name changes', () => {
    for (const zone of Intl.supportedValuesOf('timeZone'))
      expect(meant(zoneInWords(zone).replaceAll(' ', '_')).timeZone).toBe(meant(zone).timeZone)
  })
})
