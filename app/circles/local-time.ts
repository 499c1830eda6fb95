import type { Day } from '../platform/calendar-day.ts'

const dayLength = 86_400_000
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockIn(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone)
  if (!clock) {
    const numeric = '2-digit'
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    })
    clocks.set(timeZone, clock)
  }
  return clock
}

/** What a clock on the wall in a zone shows at a moment, as if it were UTC. */
function wallClock(moment: number, timeZone: string): number {
  const parts = clockIn(timeZone).formatToParts(moment)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
}

/**
 * The moment when the clocks of a zone show this day and time. A time that comes twice, when clocks
 * go back, is the first of the two; one that never comes, when they go forward, is counted on from
 * before the change (RFC 5545, 3.3.5). The zone is an IANA name.
 */
export function momentOf(day: Day, time: string, timeZone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`)
  const before = wallClock(wall - dayLength, timeZone) - (wall - dayLength)
  const after = wallClock(wall + dayLength, timeZone) - (wall + dayLength)
  const first = wall - before
  const second = wall - after
  const isFirst = wallClock(first, timeZone) === wall
  return new Date(isFirst || wallClock(second, timeZone) !== wall ? first : second)
}

/** The day and the time, "18:30", that the clocks of a zone show at a moment. */
export function localTime(moment: Date, timeZone: string): { day: Day; time: string } {
  const text = new Date(wallClock(moment.getTime(), timeZone)).toISOString()
  return { day: text.slice(0, 10), time: text.slice(11, 16) }
}

/** A time of day so many minutes later, past midnight too: "23:40" and 45 give "00:25". */
export function minutesAfter(time: string, minutes: number): string {
  return new Date(Date.parse(`2000-01-01T${time}:00Z`) + minutes * 60_000)
    .toISOString()
    .slice(11, 16)
}
