import { createHash } from 'node:crypto'
import type { Translate } from '../../i18n/i18n.ts'
import { dayOf } from '../../platform/calendar-day.ts'
import type { Clock } from '../../platform/clock.ts'
import { newToken } from '../../platform/random.server.ts'
import { type Circle, inOrder } from '../circle.ts'
import { writeCalendar } from './calendar.ts'
import { findCircleByFeed, storeFeed } from './feed-store.server.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * How a calendar is wished: in which words, and whether the circle's own name may stand in its
 * titles.
 */
export interface CalendarStyle {
  t: Translate
  withName: boolean
  clock: Clock
}

/**
 * The meetings of a circle as a calendar file. Without the name, a title is "Meeting 3" and nothing
 * else.
 */
export function calendarOf(
  { id, circle }: { id: string; circle: Circle },
  { t, withName, clock }: CalendarStyle,
): string {
  const meetings = inOrder(circle.meetings)
  return writeCalendar({
    name: withName ? circle.name : t('meetings:calendarName'),
    timeZone: circle.timeZone,
    today: dayOf(clock.now()),
    entries: meetings.map((meeting, index) => {
      const title = t('meetings:title', { number: index + 1 })
      return {
        uid: sha256(`${id} ${meeting.id}`).slice(0, 32),
        title: withName ? `${circle.name}: ${title}` : title,
        day: meeting.day,
        start: meeting.start,
        hours: meeting.hours,
        changes: meeting.changes,
        isCancelled: meeting.state === 'cancelled',
      }
    }),
  })
}

// The last mark of a feed's token. Anyone who has an address cannot ask for the other kind: another
// mark is another token, which was never given.
const namedMark = 'N'
const neutralMark = '0'

/**
 * Gives a member a new feed in place of the one before, with the circle's name or without. The
 * token is nowhere else: only its hash is stored.
 */
export async function renewFeed(
  circleId: string,
  learnerId: string,
  { withName = false } = {},
): Promise<string> {
  const token = newToken().slice(0, -1) + (withName ? namedMark : neutralMark)
  await storeFeed(circleId, learnerId, sha256(token))
  return token
}

/** The calendar file of a feed; null for a token that was never given or is no longer good. */
export async function calendarOfFeed(
  token: string,
  style: Omit<CalendarStyle, 'withName'>,
): Promise<string | null> {
  const found = await findCircleByFeed(sha256(token))
  return found && calendarOf(found, { ...style, withName: token.endsWith(namedMark) })
}
