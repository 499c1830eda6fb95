import { withBusyRetry } from '../../platform/busy-retry.server.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { database } from '../../platform/database.server.ts'
import type { Role } from './roles.ts'

interface Change {
  learnerId: string
  role: Role
  day: Day
}

/** Whether a learner has a role. */
export async function hasRole(learnerId: string, role: Role): Promise<boolean> {
  return (await (await database()).role.count({ where: { learnerId, role } })) > 0
}

/**
 * Gives a learner a role, notes it and ends all of their sessions, all or nothing. One that they
 * have is not noted again.
 */
export async function insertRole({ learnerId, role, day }: Change): Promise<void> {
  const db = await database()
  await withBusyRetry(() =>
    db.$transaction([
      db.$executeRaw`
        INSERT INTO "RoleChange" ("day", "act", "role", "subject") SELECT ${day}, 'granted',
          ${role}, ${learnerId}
        WHERE NOT EXISTS (SELECT 1 FROM "Role" WHERE "learnerId" = ${learnerId}
          AND "role" = ${role})`,
      db.$executeRaw`INSERT INTO "Role" ("learnerId", "role") VALUES (${learnerId}, ${role})
        ON CONFLICT DO NOTHING`,
      db.$executeRaw`DELETE FROM "Session" WHERE "learnerId" = ${learnerId}`,
    ]),
  )
}

/**
 * Takes a role from a learner, notes it and ends all of their sessions, all or nothing. One that
 * they do not have is not noted.
 */
export async function deleteRole({ learnerId, role, day }: Change): Promise<void> {
  const db = await database()
  await withBusyRetry(() =>
    db.$transaction([
      db.$executeRaw`
        INSERT INTO "RoleChange" ("day", "act", "role", "subject") SELECT ${day}, 'withdrawn',
          "role", "learnerId"
        FROM "Role" WHERE "learnerId" = ${learnerId} AND "role" = ${role}`,
      db.$executeRaw`DELETE FROM "Role" WHERE "learnerId" = ${learnerId} AND "role" = ${role}`,
      db.$executeRaw`DELETE FROM "Session" WHERE "learnerId" = ${learnerId}`,
    ]),
  )
}

/** Who has which role, by role and pseudonym. */
export async function findRoles(): Promise<{ role: string; pseudonym: string }[]> {
  const roles = await (await database()).role.findMany({
    include: { learner: { select: { pseudonym: true } } },
  })
  return roles
    .map(({ role, learner }) => ({ role, pseudonym: learner.pseudonym }))
    .sort((a, b) => a.role.localeCompare(b.role) || a.pseudonym.localeCompare(b.pseudonym))
}

/**
 * Every role that was given or taken, the oldest first. The pseudonym is null where its owner has
 * been erased.
 */
export async function findRoleChanges(): Promise<
  { day: Day; act: string; role: string; pseudonym: string | null }[]
> {
  const changes = await (await database()).roleChange.findMany({
    orderBy: { id: 'asc' },
    include: { learner: { select: { pseudonym: true } } },
  })
  return changes.map(({ day, act, role, learner }) => ({
    day,
    act,
    role,
    pseudonym: learner?.pseudonym ?? null,
  }))
}
