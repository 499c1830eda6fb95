import { hash } from 'node:crypto'
import { systemClock } from '../../platform/clock.ts'
import { expiryOf, type Term } from './session-lifetime.ts'
import {
  deleteSession,
  deleteSessionsBefore,
  deleteSessionsOf,
  findSessions,
  findSessionWithLearner,
  insertSession,
  storeExpiry,
} from './session-store.server.ts'

/**
 * The id under which a session is stored: the SHA-256 of the token in the cookie, so a stolen
 * database opens no session.
 */
export function sessionIdOf(token: string): string {
  return hash('sha256', token)
}

interface LuciaSession {
  id: string
  userId: string
  expiresAt: Date
  attributes: Term
}

/**
 * Stores Lucia's sessions. Lucia's session id is the token; only its hash gets past this file. How
 * long a session lives is decided here, not by Lucia.
 */
export const sessionAdapter = {
  async getSessionAndUser(token: string) {
    const row = await findSessionWithLearner(sessionIdOf(token))
    if (!row) return [null, null] as [null, null]
    const { learnerId, expiresAt, ownDevice, startedOn } = row
    const session: LuciaSession = {
      id: token,
      userId: learnerId,
      expiresAt,
      attributes: { ownDevice, startedOn },
    }
    const user = {
      id: row.learnerId,
      attributes: {
        pseudonym: row.pseudonym,
        lastSeenOn: row.lastSeenOn,
        readingChoices: row.readingChoices,
        roles: row.roles,
      },
    }
    return [session, user] as [typeof session, typeof user]
  },

  /** These carry the hash for an id: nobody has the tokens any more. */
  async getUserSessions(learnerId: string): Promise<LuciaSession[]> {
    const sessions = await findSessions(learnerId, systemClock.now())
    return sessions.map(({ id, expiresAt, ownDevice, startedOn }) => ({
      id,
      userId: learnerId,
      expiresAt,
      attributes: { ownDevice, startedOn },
    }))
  },

  async setSession({
    id: token,
    userId: learnerId,
    attributes: { ownDevice, startedOn },
  }: LuciaSession) {
    const expiresAt = expiryOf({ ownDevice, startedOn }, systemClock.now())
    await insertSession({ id: sessionIdOf(token), learnerId, ownDevice, startedOn, expiresAt })
  },

  updateSessionExpiration: (token: string, expiresAt: Date) =>
    storeExpiry(sessionIdOf(token), expiresAt),
  deleteSession: (token: string) => deleteSession(sessionIdOf(token)),
  deleteUserSessions: (learnerId: string) => deleteSessionsOf(learnerId),
  deleteExpiredSessions: async () => {
    await deleteSessionsBefore(systemClock.now(), 1000)
  },
}
