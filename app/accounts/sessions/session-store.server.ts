import { withBusyRetry } from '../../platform/busy-retry.server.ts'
import { database, sqlDatabase } from '../../platform/database.server.ts'
import type { Session } from '../../platform/prisma/client.ts'

/** A session as it is stored. */
export type StoredSession = Session

/** A session, and of its learner what a page needs. */
interface SessionWithLearner {
  learnerId: string
  ownDevice: boolean
  startedOn: string
  expiresAt: Date
  pseudonym: string
  lastSeenOn: string
  readingChoices: string | null
  /** With spaces between. */
  roles: string
}

/** Stores a new session. */
export async function insertSession(session: Session): Promise<void> {
  const db = await database()
  await withBusyRetry(() =>
    db.session.upsert({ where: { id: session.id }, create: session, update: {} }),
  )
}

/** The session with this id and its learner, in one query, or null. It may have expired. */
export async function findSessionWithLearner(id: string): Promise<SessionWithLearner | null> {
  const db = await sqlDatabase()
  // Every page of a learner waits for it.
  const rows = await db.$queryRaw<
    (Omit<SessionWithLearner, 'ownDevice' | 'expiresAt'> & {
      ownDevice: unknown
      expiresAt: string | number
    })[]
  >`
    SELECT s."learnerId", s."ownDevice", s."startedOn", s."expiresAt", l."pseudonym",
      l."lastSeenOn", l."readingChoices",
      coalesce((SELECT string_agg(r."role", ' ') FROM "Role" r
      WHERE r."learnerId" = l."id"), '') AS "roles"
    FROM "Session" s JOIN "Learner" l ON l."id" = s."learnerId" WHERE s."id" = ${id}`
  const [row] = rows
  return row
    ? { ...row, ownDevice: Boolean(row.ownDevice), expiresAt: new Date(row.expiresAt) }
    : null
}

/** A learner's sessions that have not expired, the newest first. */
export async function findSessions(learnerId: string, now: Date): Promise<Session[]> {
  return (await database()).session.findMany({
    where: { learnerId, expiresAt: { gt: now } },
    orderBy: [{ startedOn: 'desc' }, { id: 'asc' }],
  })
}

/** Lets a session live until a later moment. */
export async function storeExpiry(id: string, expiresAt: Date): Promise<void> {
  const db = await database()
  await withBusyRetry(() => db.session.updateMany({ where: { id }, data: { expiresAt } }))
}

/** Deletes a session. */
export async function deleteSession(id: string): Promise<void> {
  const db = await database()
  await withBusyRetry(() => db.session.deleteMany({ where: { id } }))
}

/** Deletes sessions, of anyone. Ids that nobody has do no harm. */
export async function deleteSessions(ids: string[]): Promise<void> {
  const db = await database()
  await withBusyRetry(
    () =>
      db.$executeRaw`DELETE FROM "Session" WHERE "id" IN (SELECT "value" ->> 0
        FROM json_each(${JSON.stringify(ids.map((id) => [id]))}))`,
  )
}

/** Deletes one session of a learner. False when the learner has none with this id. */
export async function deleteSessionOf(learnerId: string, id: string): Promise<boolean> {
  const db = await database()
  return (await withBusyRetry(() => db.session.deleteMany({ where: { id, learnerId } }))).count > 0
}

/** Deletes all sessions of a learner, or all but one. */
export async function deleteSessionsOf(learnerId: string, exceptId?: string): Promise<void> {
  const db = await database()
  await withBusyRetry(() =>
    db.session.deleteMany({ where: { learnerId, ...(exceptId ? { id: { not: exceptId } } : {}) } }),
  )
}

/** Deletes sessions, of anyone, that have expired: so many at most. Returns how many. */
export async function deleteSessionsBefore(now: Date, max: number): Promise<number> {
  const db = await database()
  return withBusyRetry(
    () => db.$executeRaw`
      DELETE FROM "Session" WHERE "id" IN (SELECT "id" FROM "Session"
        WHERE "expiresAt" <= ${now} LIMIT ${max})`,
  )
}
