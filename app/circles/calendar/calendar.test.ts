import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { momentOf } from '../local-time.ts'
import { type CalendarEntry, writeCalendar } from './calendar.ts'

const entry: CalendarEntry = {
  uid: 'a1b2',
  title: 'Meeting 3',
  day: '2027-03-25',
  start: '18:30',
  hours: 3,
  changes: 0,
  isCancelled: false,
}
const write = (entries: Partial<CalendarEntry>[], timeZone = 'Europe/Stockholm') =>
  writeCalendar({
    name: 'Meetings',
    timeZone,
    today: '2026-11-21',
    entries: entries.map((one) => ({ ...entry, ...one })),
  })

/** Read back by another program than the one that wrote it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const events = calendar
    .getAllSubcomponents('vevent')
    .map((component) => ({ component, event: new ICAL.Event(component) }))
  return { calendar, events }
}
const utc = (time: { toJSDate(): Date }) => time.toJSDate().toISOString().slice(0, 16)

describe('a calendar file', () => {
  test('is read by another program as it was meant: study hours of 45 minutes, times right before and after a change of the clock', () => {
    const { calendar, events } = read(write([{}, { uid: 'b', day: '2027-04-01', hours: 2 }]))
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT12H')
    expect(
      events.map(({ event }) => [event.uid, utc(event.startDate), utc(event.endDate)]),
    ).toEqual([
      ['a1b2', '2027-03-25T17:30', '2027-03-25T19:45'],
      ['b', '2027-04-01T16:30', '2027-04-01T18:00'],
    ])
  })

  test.each([
    ['Africa/Harare', '2027-03-25T16:30'],
    ['Asia/Yangon', '2027-03-25T12:00'],
    ['Europe/Minsk', '2027-03-25T15:30'],
  ])('has the time of %s, where no clock is changed', (zone, start) => {
    expect(utc(read(write([{}], zone)).events[0]!.event.startDate)).toBe(start)
  })

  test('ends three study hours after it began, also in the night when the clocks go back', () => {
    const { event } = read(write([{ day: '2026-10-25', start: '01:30' }])).events[0]!
    expect([utc(event.startDate), utc(event.endDate)]).toEqual([
      '2026-10-24T23:30',
      '2026-10-25T01:45',
    ])
  })

  test('tells a program that a meeting was moved or cancelled', () => {
    const { component, event } = read(write([{ changes: 4, isCancelled: true }])).events[0]!
    expect(event.sequence).toBe(4)
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED')
  })

  test('names nobody, no place and no zone, and has a day instead of a moment', () => {
    const file = write([{}])
    expect(file).not.toMatch(/ATTENDEE|ORGANIZER|LOCATION|DESCRIPTION|VALARM|TZID|Stockholm/)
    expect(file).toContain('DTSTAMP:20261121T000000Z')
    expect(file).toContain('SUMMARY:Meeting 3\r\n')
  })

  test('keeps any title as text and in lines of 75 octets at most, whatever is in it', () => {
    const titles = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .map((text) => text.replace(/\p{Cc}/gu, ' '))
    fc.assert(
      fc.property(titles, (title) => {
        const file = write([{ title }])
        expect(read(file).events[0]?.component.getFirstPropertyValue('summary') ?? '').toBe(title)
        for (const line of file.split('\r\n'))
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
      }),
    )
  })

  test('writes a comma, a semicolon, a backslash and a new line as RFC 5545 says (3.3.11)', () => {
    const file = writeCalendar({
      name: 'A, B; C',
      timeZone: 'UTC',
      today: '2026-11-21',
      entries: [{ ...entry, title: 'One, two; three\\four\nfive\r\nsix' }],
    })
    expect(file).toContain('\r\nSUMMARY:One\\, two\\; three\\\\four\\nfive\\nsix\r\n')
    expect(file).toContain('\r\nNAME:A\\, B\\; C\r\n')
    expect(file).toContain('\r\nX-WR-CALNAME:A\\, B\\; C\r\n')
  })

  test('cannot be made to hold another entry by a title with line breaks', () => {
    const { events, calendar } = read(
      write([{ title: 'Tea\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTENDEE:mailto:a@b.c' }]),
    )
    expect(events).toHaveLength(1)
    expect(calendar.toString()).not.toMatch(/^ATTENDEE/m)
  })

  test('is in another program the moment that was planned, on every day of some years', () => {
    const zones = fc.constantFrom(
      'Europe/Stockholm',
      'Asia/Gaza',
      'Asia/Yangon',
      'America/Santiago',
    )
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 1500 }), (zone, days) => {
        const day = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)
        const { event } = read(write([{ day }], zone)).events[0]!
        expect(event.startDate.toJSDate()).toEqual(momentOf(day, '18:30', zone))
      }),
    )
  })
})
