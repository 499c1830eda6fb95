import {
  type AttendanceChange,
  type Circle,
  type EventOf,
  findSeat,
  type Meeting,
} from '../circle.ts'
import { areHours, limits } from '../limits.ts'
import { type Refusal, type Result, refused } from '../refusal.ts'
import { withMeeting } from './meeting-rules.ts'

/** Who was ticked and who was unticked, by seat. */
export interface TickChange {
  ticked: string[]
  unticked: string[]
}

/** The ticks in which two attendances differ. */
export function changedTicks({ seen, now }: AttendanceChange): TickChange {
  return {
    ticked: now.present.filter((seat) => !seen.present.includes(seat)),
    unticked: seen.present.filter((seat) => !now.present.includes(seat)),
  }
}

/** The same ticks by the seats as they are now: two names may have been found to be one person. */
function resolveTicks(circle: Circle, { ticked, unticked }: TickChange): TickChange | Refusal {
  const resolve = (ids: string[]) => ids.map((id) => findSeat(circle, id)?.id)
  const [added, removed] = [resolve(ticked), resolve(unticked)]
  if ([...added, ...removed].includes(undefined)) return refused('circles:refused.seatUnknown')
  return {
    ticked: added as string[],
    unticked: (removed as string[]).filter((id) => !added.includes(id)),
  }
}

const conflict = () => refused('circles:refused.attendanceChanged')

/**
 * The meeting as one that was not held: nobody was there. Refused where others have noted more than
 * the page showed.
 */
function recordNotHeld(
  circle: Circle,
  meeting: Meeting,
  seenHours: number,
  unticked: string[],
): Result {
  if (meeting.state !== 'held') return circle
  const isSeen =
    meeting.hoursHeld === seenHours && meeting.present.every((seat) => unticked.includes(seat))
  return isSeen
    ? withMeeting(circle, meeting, { state: 'planned', hoursHeld: null, present: [] })
    : conflict()
}

/**
 * Records who was at a meeting, all of it or nothing. Ticks of two people commute. What contradicts
 * something that was stored since the page was shown (that the meeting was held, or for how long)
 * is refused.
 */
export function recordAttendance(
  circle: Circle,
  meeting: Meeting,
  event: EventOf<'record-attendance'>,
): Result {
  const { seen, now } = event
  if (meeting.state === 'cancelled') return refused('circles:refused.meetingIsCancelled')
  if (!areHours(now.hours)) return refused('circles:refused.hoursUnknown', { max: limits.hours })
  const ticks = resolveTicks(circle, changedTicks(event))
  if ('kind' in ticks) return ticks
  const isHeld = meeting.state === 'held'
  if (isHeld !== seen.isHeld && isHeld !== now.isHeld) return conflict()
  if (!now.isHeld) return recordNotHeld(circle, meeting, seen.hours, ticks.unticked)

  const { hoursHeld } = meeting
  const keepsHours = now.hours === seen.hours && hoursHeld !== null
  if (!keepsHours && hoursHeld !== null && hoursHeld !== seen.hours && hoursHeld !== now.hours)
    return conflict()
  const next = keepsHours ? hoursHeld : now.hours
  const present = new Set([...meeting.present, ...ticks.ticked])
  for (const seat of ticks.unticked) present.delete(seat)
  const isSame =
    present.size === meeting.present.length && meeting.present.every((seat) => present.has(seat))
  if (isHeld && isSame && next === hoursHeld) return circle
  return withMeeting(circle, meeting, {
    state: 'held',
    hoursHeld: next,
    present: [...present].sort(),
  })
}
