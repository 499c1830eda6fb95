import { studyHour } from '../../courses/model/guide.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { momentOf } from '../local-time.ts'

/**
 * A meeting as a calendar shows it. The title is all that others who see the phone can read, so it
 * is neutral.
 */
export interface CalendarEntry {
  /** The same for a meeting for ever, and says nothing of the site or the circle. */
  uid: string
  title: string
  day: Day
  /** "18:30", in the circle's time zone. */
  start: string
  hours: number
  changes: number
  isCancelled: boolean
}

/**
 * A calendar file: its own neutral name, the zone that the times are meant in, the day it was made.
 */
export interface CalendarOptions {
  name: string
  timeZone: string
  today: Day
  entries: readonly CalendarEntry[]
}

const octetsInLine = 75

function escaped(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\r\n|\r|\n/g, '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not stand in a calendar (RFC 5545, 3.1).
      .replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '')
  )
}

/**
 * A line of at most 75 octets, the rest on lines that begin with a space, never parted within a
 * character (RFC 5545, 3.1).
 */
function folded(line: string): string {
  const lines: string[] = ['']
  let octets = 0
  for (const character of line) {
    const length = Buffer.byteLength(character)
    if (octets + length > octetsInLine) {
      lines.push(' ')
      octets = 1
    }
    lines[lines.length - 1] += character
    octets += length
  }
  return lines.join('\r\n')
}

const utc = (moment: Date) => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

function event(entry: CalendarEntry, { timeZone, today }: CalendarOptions): string[] {
  const start = momentOf(entry.day, entry.start, timeZone)
  const end = new Date(start.getTime() + entry.hours * studyHour * 60_000)
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    // To the day: when exactly a file was fetched is nobody's business.
    `DTSTAMP:${today.replaceAll('-', '')}T000000Z`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(end)}`,
    `SEQUENCE:${entry.changes}`,
    `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(entry.title)}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}

/**
 * The meetings as an iCalendar file (RFC 5545), with times in UTC (docs/decisions/033). No
 * attendees, no organiser, no place, no description, no alarm.
 */
export function writeCalendar(wish: CalendarOptions): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(wish.name)}`,
    `X-WR-CALNAME:${escaped(wish.name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...wish.entries.flatMap((entry) => event(entry, wish)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
