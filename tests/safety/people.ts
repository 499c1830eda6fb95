import { createHash } from 'node:crypto'
import type { InStatement } from '@libsql/client'
import { hashSync } from '@node-rs/argon2'
import { pseudonymKey } from '../../app/accounts/pseudonym.ts'
import { sessionIdOf } from '../../app/accounts/sessions/session-adapter.server.ts'
import { dayOf } from '../../app/platform/calendar-day.ts'

/**
 * Who asks. The trainer leads a circle, the member sits in it, and the other trainer leads another.
 * The owner is the learner whose things the addresses and forms name; `learner` is anyone else with
 * an account. To add a role: its name here, and in things.ts the rows that make it one (such as a
 * row in a table of roles, or of a circle's people).
 */
export const roles = [
  'guest',
  'owner',
  'learner',
  'moderator',
  'host',
  'trainer',
  'member',
  'other trainer',
] as const
export type Role = (typeof roles)[number]

/** When every session ends that the site begins with. */
export const soon = new Date(Date.now() + 1_500_000).toISOString()

/** Everybody's passphrase. */
export const passphrase = 'six quiet otters near the bridge'
// As weak as Argon2 may be, so that a thousand checks take no time. The parameters stand in the
// hash.
const passphraseHash = hashSync(passphrase, { memoryCost: 8, timeCost: 1, parallelism: 1 })

/** The id of the person who has a role. */
export const idOf = (role: Role) => `matrix-${role.replaceAll(' ', '-')}`

/** Their pseudonym. */
export const pseudonymOf = (role: Role) => `Matrix ${role}`

/** The token in their cookie, as Lucia makes them: 40 letters of base 32. */
export function tokenOf(role: Role): string {
  const digest = createHash('sha256').update(role).digest()
  return [...digest, ...digest.subarray(0, 8)]
    .map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32])
    .join('')
}

/** The rows that make someone with an account, and signed in, of everyone but the guest. */
export const peopleRows: InStatement[] = roles
  .filter((role) => role !== 'guest')
  .flatMap((role) => [
    {
      sql: `INSERT INTO Learner (id, pseudonym, pseudonymKey, passphraseHash, createdOn, lastSeenOn) VALUES (?, ?, ?, ?, '2026-01-01', ?)`,
      args: [
        idOf(role),
        pseudonymOf(role),
        pseudonymKey(pseudonymOf(role)),
        passphraseHash,
        dayOf(new Date()),
      ],
    },
    {
      sql: `INSERT INTO Session (id, learnerId, ownDevice, startedOn, expiresAt) VALUES (?, ?, false, '2026-01-01', ?)`,
      args: [sessionIdOf(tokenOf(role)), idOf(role), soon],
    },
  ])
