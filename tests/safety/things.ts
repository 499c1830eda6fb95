import type { InStatement } from '@libsql/client'
import { hashOfCode } from '../../app/accounts/recovery-codes.server.ts'
import { idOf, soon } from './people.ts'

/** A recovery code of the owner. */
export const ownersCode = '0123456789ABCDEF'

/** A session of the owner's on another device, by its id in the database. */
export const ownersOtherSession = 'f'.repeat(64)

/** Comments of the owner's, by their numbers: one that waits, and one that a moderator has published. */
export const ownersWaiting = '901'
export const ownersPublished = '902'

/**
 * What lies in the database before each request, besides people: things of the owner's, and rows that give someone a role. Give each thing a
 * fixed id and export it, so that the expectations can name it in addresses and forms.
 */
export const thingRows: InStatement[] = [
  ...(['moderator', 'host'] as const).map((role) => ({
    sql: 'INSERT INTO Role (learnerId, role) VALUES (?, ?)',
    args: [idOf(role), role],
  })),
  { sql: 'INSERT INTO RecoveryCode (hash, learnerId) VALUES (?, ?)', args: [hashOfCode(idOf('owner'), ownersCode), idOf('owner')] },
  {
    sql: `INSERT INTO Session (id, learnerId, ownDevice, startedOn, expiresAt) VALUES (?, ?, 1, '2026-01-01', ?)`,
    args: [ownersOtherSession, idOf('owner'), soon],
  },
  // One question of the owner's waits in the review; another is never asked again.
  ...[['missing-receipts', 0] as const, ['only-one-list', 1] as const].map(([question, isForgotten]) => ({
    sql: `INSERT INTO ReviewCard (learnerId, course, chapter, question, questionHash, stability, difficulty, reviewedOn, dueOn, isForgotten)
      VALUES (?, 'run-a-party', 'the-branch', ?, 'h', 1, 5, '2026-01-01', '2026-01-02', ?)`,
    args: [idOf('owner'), question, isForgotten],
  })),
  {
    sql: `INSERT INTO Visit (learnerId, course, chapter, openedOn, turn) VALUES (?, 'run-a-party', 'the-branch', '2026-01-01', 1)`,
    args: [idOf('owner')],
  },
  ...[ownersWaiting, ownersPublished].map((id) => ({
    sql: `INSERT INTO Comment (id, learnerId, course, chapter, country, language, text, isSigned, state, sentOn, decidedOn)
      VALUES (?, ?, 'run-a-party', 'the-branch', 'ZW', 'en', ?, 1, ?, '2026-01-01', '2026-01-01')`,
    args: [id, idOf('owner'), `What the owner tells in ${id}`, id === ownersWaiting ? 'waiting' : 'published'],
  })),
]
