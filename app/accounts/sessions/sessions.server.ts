import { setImmediate as nextTurn } from 'node:timers/promises'
import { generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia'
import { writeBehind } from '../../platform/busy-retry.server.ts'
import { type Day, dayOf } from '../../platform/calendar-day.ts'
import { systemClock } from '../../platform/clock.ts'
import { environment } from '../../platform/environment.server.ts'
import { httpError, postOn, seeOther } from '../../platform/http-errors.ts'
import { storeLastSeenOn } from '../learner-store.server.ts'
import { insertCheckedSession } from '../passphrases/passphrase-store.server.ts'
import { type Role, readRoles } from '../roles/roles.ts'
import { endSessionAtOnce, isEnded } from './ended-sessions.server.ts'
import { signInPath } from './safe-path.ts'
import { sessionAdapter, sessionIdOf } from './session-adapter.server.ts'
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.ts'
import { cookieSeconds, endsOn, expiryOf, isRenewalDue, type Term } from './session-lifetime.ts'
import {
  deleteSessionOf,
  deleteSessionsBefore,
  deleteSessionsOf,
  findSessions,
  type StoredSession,
} from './session-store.server.ts'

// Lucia knows one lifetime and renews when half of it has passed. Cirkel has two and renews at use,
// so Lucia's is off: zero never renews.
const lucia = new Lucia(sessionAdapter, {
  sessionExpiresIn: new TimeSpan(0, 's'),
  getSessionAttributes: ({ ownDevice, startedOn }) => ({ ownDevice, startedOn }),
  getUserAttributes: ({ pseudonym, lastSeenOn, readingChoices, roles }) => ({
    pseudonym,
    lastSeenOn,
    readingChoices,
    roles,
  }),
})

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia
    DatabaseSessionAttributes: Term
    DatabaseUserAttributes: {
      pseudonym: string
      lastSeenOn: Day
      readingChoices: string | null
      roles: string
    }
  }
}

const secure = environment.ORIGIN?.startsWith('https:') ?? false

/** All that is looked at of a request: its headers, of whatever kind. */
type WithHeaders = { headers: Pick<Headers, 'get'> }

function tokenOf(request: WithHeaders): string | null {
  return readSessionCookie(request.headers.get('Cookie'), secure)
}

/** Someone who is signed in. */
export interface SignedIn {
  learnerId: string
  pseudonym: string
  roles: ReadonlySet<Role>
  /** How they want pages to look, as it is stored; null for as pages come. */
  readingChoices: string | null
  /** The session's id in the database: a hash, not the token. */
  sessionId: string
  ownDevice: boolean
  /**
   * A Set-Cookie header to send along, so that the two weeks on one's own device begin again; null
   * on other devices.
   */
  cookie: string | null
}

/** A session as its owner sees it in a list. */
export interface ListedSession {
  id: string
  ownDevice: boolean
  startedOn: Day
  /** The day on which it ends however much it is used. */
  endsOn: Day
}

/**
 * Who sent a request, or null. A request without a session cookie costs no query, another one
 * query; a use of the session makes it live longer.
 */
export async function getLearner(request: WithHeaders): Promise<SignedIn | null> {
  const token = tokenOf(request)
  if (!token || isEnded(sessionIdOf(token))) return null
  const { session, user } = await lucia.validateSession(token)
  if (!session) return null
  const { ownDevice } = session
  const now = systemClock.now()
  if (isRenewalDue(session, session.expiresAt, now))
    await writeBehind(sessionAdapter.updateSessionExpiration(token, expiryOf(session, now)))
  if (user.lastSeenOn !== dayOf(now)) await writeBehind(storeLastSeenOn(user.id, dayOf(now)))
  const cookie = ownDevice
    ? writeSessionCookie(token, { seconds: cookieSeconds(session, now), secure })
    : null
  return {
    learnerId: user.id,
    pseudonym: user.pseudonym,
    roles: readRoles(user.roles),
    readingChoices: user.readingChoices,
    sessionId: sessionIdOf(token),
    ownDevice,
    cookie,
  }
}

interface RouteRequest {
  request: Request
  context: { learner(): Promise<SignedIn | null> }
}

/**
 * Who sent a request, looked up once a request; someone who is not signed in is sent to do that
 * first, and comes back afterwards. A form that they sent goes along with them (decision 035).
 */
export async function requireLearner({ request, context }: RouteRequest): Promise<SignedIn> {
  const learner = await context.learner()
  if (!learner) throw (request.method === 'POST' ? postOn : seeOther)(signInPath(request.url))
  return learner
}

/**
 * Who sent a request, when they have a role. A learner without it finds no page there, as at an
 * address that does not exist.
 */
export async function requireRole(asked: RouteRequest, role: Role): Promise<SignedIn> {
  const learner = await requireLearner(asked)
  if (!learner.roles.has(role)) throw httpError(404)
  return learner
}

/** Starts a session. Returns the Set-Cookie header that gives it to the browser. */
export async function startSession({
  learnerId,
  ownDevice,
}: {
  learnerId: string
  ownDevice: boolean
}): Promise<string> {
  const now = systemClock.now()
  const term = { ownDevice, startedOn: dayOf(now) }
  const session = await lucia.createSession(learnerId, term)
  return writeSessionCookie(session.id, { seconds: cookieSeconds(term, now), secure })
}

/** A session that is not stored yet, and the Set-Cookie header that gives it to the browser. */
export function prepareSession({
  learnerId,
  ownDevice,
}: {
  learnerId: string
  ownDevice: boolean
}): {
  row: StoredSession
  cookie: string
} {
  const now = systemClock.now()
  const term = { ownDevice, startedOn: dayOf(now) }
  const token = generateIdFromEntropySize(25)
  const row = { id: sessionIdOf(token), learnerId, ...term, expiresAt: expiryOf(term, now) }
  return { row, cookie: writeSessionCookie(token, { seconds: cookieSeconds(term, now), secure }) }
}

/**
 * Starts a session for someone whose passphrase was held against this hash; null where it has been
 * changed meanwhile.
 */
export async function startCheckedSession(options: {
  learnerId: string
  ownDevice: boolean
  checkedHash: string
}): Promise<string | null> {
  const { row, cookie } = prepareSession(options)
  return (await insertCheckedSession(row, options.checkedHash)) ? cookie : null
}

/**
 * Who a session that has just been started belongs to, for a page that is made in answer to the
 * same request.
 */
export function learnerIn(setCookie: string): Promise<SignedIn | null> {
  return getLearner({ headers: new Headers({ Cookie: setCookie.split(';', 1)[0] as string }) })
}

/** The id, in the database, of a session that has just been started. */
export function sessionIdIn(setCookie: string): string {
  return sessionIdOf(readSessionCookie(setCookie, secure) ?? '')
}

/**
 * Ends the session of a request, if it has one: at once, with no waiting for the database. Returns
 * the Set-Cookie header that takes it away from the browser.
 */
export function endSession(request: WithHeaders): string {
  const token = tokenOf(request)
  if (token) void endSessionAtOnce(sessionIdOf(token))
  return clearSessionCookie(secure)
}

/**
 * Ends the session of a request as {@link endSession} does, and waits briefly for its row to be
 * deleted, after which no other server on the same database knows it.
 */
export async function endSessionEverywhere(request: WithHeaders): Promise<string> {
  const token = tokenOf(request)
  if (token) await writeBehind(endSessionAtOnce(sessionIdOf(token)))
  return clearSessionCookie(secure)
}

/** A learner's living sessions, the newest first. */
export async function listSessions(learnerId: string): Promise<ListedSession[]> {
  const sessions = await findSessions(learnerId, systemClock.now())
  return sessions.map(({ id, ownDevice, startedOn }) => ({
    id,
    ownDevice,
    startedOn,
    endsOn: endsOn({ ownDevice, startedOn }),
  }))
}

/** Ends one session of a learner. False when it is not theirs or has ended already. */
export function endSessionById(learnerId: string, id: string): Promise<boolean> {
  return deleteSessionOf(learnerId, id)
}

/** Ends all sessions of a learner but this one. */
export function endOtherSessions({
  learnerId,
  sessionId,
}: Pick<SignedIn, 'learnerId' | 'sessionId'>): Promise<void> {
  return deleteSessionsOf(learnerId, sessionId)
}

/** Ends all sessions of a learner. */
export function endAllSessions(learnerId: string): Promise<void> {
  return lucia.invalidateUserSessions(learnerId)
}

/** So many sessions are deleted at once: a few milliseconds. */
const sessionsAtOnce = 200

/**
 * Deletes the sessions of anyone that have expired, some at a time, so that nobody waits for it. To
 * be run every few minutes: an expired session tells when someone was last here.
 */
export async function deleteExpiredSessions(): Promise<void> {
  const now = systemClock.now()
  while ((await deleteSessionsBefore(now, sessionsAtOnce)) === sessionsAtOnce) await nextTurn()
}
