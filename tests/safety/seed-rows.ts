import { createHash } from 'node:crypto'
import type { InStatement } from '@libsql/client'
import { hashSync } from '@node-rs/argon2'
import type { Circle } from '../../app/circles/circle.ts'
import { newCircle } from '../../app/circles/start/new-circle.ts'
import { having } from '../factories/test-circle.ts'
import { idOf, soon } from './people.ts'

/** A recovery code of the owner. */
export const ownersCode = '0123456789ABCDEF'

/** A session of the owner's on another device, by its id in the database. */
export const ownersOtherSession = 'f'.repeat(64)

/**
 * Comments of the owner's, by their numbers: one that waits, and one that a moderator has
 * published.
 */
export const ownersWaiting = '901'
export const ownersPublished = '902'

/** A section that a note of the owner's stands at, and that the course has not. */
export const goneSection = 'a-section-that-is-gone'

/** A circle in which the trainer and the member sit, and somebody without an account. */
export const circleOfTrainer = 'matrix-circle'
/** Its code to join by. */
export const codeOfCircle = 'MATR2X'
export const seatWithoutAccount = 'no-phone'

/** The token of the member's calendar feed. */
export const feedOfMember = 'matrix_feed_of_a_member_32_marks'

/** A circle that has nothing to do with the other, so that to lead one opens no other. */
function otherCircle(): Circle {
  const wish = {
    name: 'Other',
    course: 'run-a-party',
    timeZone: 'UTC',
    meetings: [],
    code: 'MATR3X',
    seat: 'lead',
    trainer: 'Lead',
  }
  return newCircle(wish, '2026-01-01') as Circle
}

function matrixCircle(): Circle {
  const meeting = {
    id: 'meeting',
    day: '2026-01-08',
    start: '18:30',
    hours: 2,
    chapters: ['the-branch'],
  }
  const wish = {
    name: 'Matrix',
    course: 'run-a-party',
    timeZone: 'UTC',
    meetings: [meeting],
    code: codeOfCircle,
    seat: 'lead',
    trainer: 'Lead',
  }
  const by = 'lead'
  return having(
    newCircle(wish, '2026-01-01') as Circle,
    { kind: 'join', seat: 'member', name: 'Member', code: codeOfCircle, by: null },
    { kind: 'add-seat', seat: seatWithoutAccount, name: 'No phone', by },
    {
      kind: 'add-decision',
      meeting: 'meeting',
      decision: 'decision',
      text: 'We sit in a ring',
      by,
    },
    {
      kind: 'add-task',
      meeting: 'meeting',
      task: 'task',
      text: 'Bring chairs',
      seat: 'member',
      by,
    },
  )
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const circleRows: InStatement[] = [
  {
    sql: `INSERT INTO Circle (id, revision, state, name, course, joinCode, startedOn, lastOn, meetings, hours, participants, attendances)
      VALUES (?, 'r', ?, 'Matrix', 'run-a-party', 'MATR2X', '2026-01-01', '2026-01-08', 0, 0, 0, 0)`,
    args: [circleOfTrainer, JSON.stringify(matrixCircle())],
  },
  {
    sql: `INSERT INTO Circle (id, revision, state, name, course, joinCode, startedOn, lastOn, meetings, hours, participants, attendances)
      VALUES ('other-circle', 'r', ?, 'Other', 'run-a-party', 'MATR3X', '2026-01-01', '2026-01-01', 0, 0, 0, 0)`,
    args: [JSON.stringify(otherCircle())],
  },
  {
    sql: `INSERT INTO CircleMember (circleId, learnerId, seatId) VALUES ('other-circle', ?, 'lead')`,
    args: [idOf('other trainer')],
  },
  ...(['trainer', 'member'] as const).map((role) => ({
    sql: 'INSERT INTO CircleMember (circleId, learnerId, seatId, feedHash) VALUES (?, ?, ?, ?)',
    args: [
      circleOfTrainer,
      idOf(role),
      role === 'trainer' ? 'lead' : 'member',
      role === 'trainer' ? null : sha256(feedOfMember),
    ],
  })),
]

/**
 * What lies in the database before each request apart from people: things of the owner's, and rows
 * that give someone a role. Give each thing a fixed id and export it, so that the expectations can
 * name it in addresses and forms.
 */
export const thingRows: InStatement[] = [
  ...(['moderator', 'host'] as const).map((role) => ({
    sql: 'INSERT INTO Role (learnerId, role) VALUES (?, ?)',
    args: [idOf(role), role],
  })),
  {
    sql: 'INSERT INTO RecoveryCode (hash, learnerId) VALUES (?, ?)',
    args: [hashSync(ownersCode, { memoryCost: 8, timeCost: 1, parallelism: 1 }), idOf('owner')],
  },
  {
    sql: `INSERT INTO Session (id, learnerId, ownDevice, startedOn, expiresAt) VALUES (?, ?, true, '2026-01-01', ?)`,
    args: [ownersOtherSession, idOf('owner'), soon],
  },
  {
    sql: `INSERT INTO CourseCheck (learnerId, course, seed, drawnOn, lastAttempt) VALUES (?, 'run-a-party', '0123abcd', '2026-01-01', 0)`,
    args: [idOf('owner')],
  },
  // One question of the owner's waits in the review; another is never asked again.
  ...[['who-went-home', 0] as const, ['a-name-from-the-floor', 1] as const].map(
    ([question, isSuspended]) => ({
      sql: `INSERT INTO ReviewCard (learnerId, course, chapter, question, questionHash, stability, difficulty, reviewedOn, dueOn, isSuspended)
      VALUES (?, 'run-a-party', 'the-branch', ?, 'h', 1, 5, '2026-01-01', '2026-01-02', ?)`,
      args: [idOf('owner'), question, isSuspended],
    }),
  ),
  {
    sql: `INSERT INTO Visit (learnerId, course, chapter, openedOn, turn) VALUES (?, 'run-a-party', 'the-branch', '2026-01-01', 1)`,
    args: [idOf('owner')],
  },
  ...['committee', goneSection].map((section) => ({
    sql: `INSERT INTO Note (learnerId, course, chapter, section, chapterTitle, sectionTitle, text, writtenOn)
      VALUES (?, 'run-a-party', 'the-branch', ?, 'The branch', 'A section', 'What the owner notes', '2026-01-01')`,
    args: [idOf('owner'), section],
  })),
  ...[ownersWaiting, ownersPublished].map((id) => ({
    sql: `INSERT INTO Comment (id, learnerId, course, chapter, country, language, text, isSigned, state, sentOn, decidedOn)
      VALUES (?, ?, 'run-a-party', 'the-branch', 'ZW', 'en', ?, true, ?, '2026-01-01', '2026-01-01')`,
    args: [
      id,
      idOf('owner'),
      `What the owner tells in ${id}`,
      id === ownersWaiting ? 'waiting' : 'published',
    ],
  })),

  ...circleRows,
]
