import { rmSync } from 'node:fs'
import { createClient } from '@libsql/client'
import { sessionIdOf } from '../../app/accounts/sessions/session-adapter.server.ts'
import type { Circle, Seat } from '../../app/circles/circle.ts'
import { newMeeting } from '../../app/circles/circle.ts'
import { lastDayOf, totalsOf } from '../../app/circles/totals.ts'
import { dayOf, daysAfter } from '../../app/platform/calendar-day.ts'
import { systemClock } from '../../app/platform/clock.ts'
import { migrate } from '../prepare.mjs'

/** People in a circle, and meetings: with everyone there each time, a hundred ticks a circle. */
export const people = 10
const meetings = 10

/** The token in the cookie of the first person of a circle, as Lucia makes them: 40 letters. */
export const tokenOf = (circle: number) =>
  `bench${String(circle).padStart(35, '0')}`.replaceAll(
    /[01389]/g,
    (digit) => 'abcde'['01389'.indexOf(digit)] as string,
  )

/**
 * A circle of ten that has met once a week until last week: a circle of long ago would be emptied
 * when the site starts.
 */
function someCircle(): Circle {
  const seats = Array.from(
    { length: people },
    (_, index): Seat => ({
      id: `seat-${index}`,
      name: `Person ${index}`,
      hasAccount: true,
      isTrainer: index === 0,
      joinedOn: '2026-01-01',
      leftOn: null,
      mergedFrom: [],
      chaptersRead: ['why-parties'],
      sharesProgress: index % 2 === 0,
    }),
  )
  const chapters = [
    'why-parties',
    'ideology',
    'rights-and-rule-of-law',
    'forming-a-party',
    'the-branch',
    'meetings-and-decisions',
  ]
  return {
    version: 2,
    name: 'Tuesdays',
    course: 'run-a-party',
    aim: 'We want to hold an annual meeting that people come back to.',
    timeZone: 'Africa/Harare',
    startedOn: '2026-01-01',
    closedOn: null,
    join: { code: 'CODE', isOpen: true },
    seats,
    meetings: Array.from({ length: meetings }, (_, index) => ({
      ...newMeeting({
        id: `meeting-${index}`,
        day: daysAfter(dayOf(systemClock.now()), (index - meetings) * 7),
        start: '18:30',
        hours: 3,
        chapters: [chapters[index % 6] as string],
      }),
      state: 'held' as const,
      hoursHeld: 3,
      roles: {
        leads: `seat-${index}`,
        remembers: `seat-${(index + 1) % people}`,
        notes: `seat-${(index + 2) % people}`,
      },
      present: seats.map(({ id }) => id),
      decisions: [
        { id: 'd', text: 'We sit in a ring, and nobody speaks twice before all have spoken once.' },
      ],
      tasks: [
        { id: 't', text: 'Ask two neighbours what they miss.', seat: 'seat-3', isDone: index < 5 },
      ],
    })),
    planRevision: 3,
    proposal: null,
    counts: { women: 5, youth: 4 },
    totals: null,
  }
}

/**
 * Makes a database with so many circles, by SQL: ten people with accounts in each, and a session
 * for the trainers of the first ones.
 */
export async function seedCircles(
  file: string,
  circles: number,
  sessions: number,
): Promise<{ ticks: number; bytes: number }> {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
  await migrate(`file:${file}`)
  const db = createClient({ url: `file:${file}` })
  const circle = someCircle()
  const { hours, participants, attendances } = totalsOf(circle)
  const numbers = (max: number) =>
    `WITH RECURSIVE n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < ${max - 1})`
  await db.execute('PRAGMA journal_mode = WAL')
  await db.batch(
    [
      `INSERT INTO Learner (id, pseudonym, pseudonymKey, passphraseHash, createdOn, lastSeenOn) ${numbers(circles * people)}
        SELECT 'learner-' || n, 'bench ' || n, 'bench ' || n, 'x', '2026-01-01', date('now') FROM n`,
      {
        sql: `INSERT INTO Circle (id, revision, state, name, course, joinCode, startedOn, closedOn, lastOn, meetings, hours, participants, attendances, women, youth)
          ${numbers(circles)} SELECT 'circle-' || n, 'r' || n, json_set(?, '$.name', 'Circle ' || n, '$.join.code', 'C' || n), 'Circle ' || n, 'run-a-party', 'C' || n,
            '2026-01-01', NULL, ?, ?, ?, ?, ?, 5, 4 FROM n`,
        args: [
          JSON.stringify(circle),
          lastDayOf(circle),
          meetings,
          hours,
          participants,
          attendances,
        ],
      },
      `INSERT INTO CircleMember (circleId, learnerId, seatId) ${numbers(circles * people)}
        SELECT 'circle-' || (n / ${people}), 'learner-' || n, 'seat-' || (n % ${people}) FROM n`,
      ...Array.from({ length: Math.min(sessions, circles) }, (_, n) => ({
        sql: `INSERT INTO Session (id, learnerId, ownDevice, startedOn, expiresAt) VALUES (?, ?, 1, date('now'), ?)`,
        args: [
          sessionIdOf(tokenOf(n)),
          `learner-${n * people}`,
          new Date(Date.now() + 14 * 86_400_000).toISOString(),
        ],
      })),
    ],
    'write',
  )
  const [size] = (
    await db.execute(
      'SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()',
    )
  ).rows
  await db.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
  return { ticks: circles * attendances, bytes: Number(size?.bytes) }
}
