import { withBusyRetry } from '../platform/busy-retry.server.ts'
import { invalidate } from '../platform/cache-version.server.ts'
import type { Day } from '../platform/calendar-day.ts'
import { database, sqlDatabase } from '../platform/database.server.ts'
import type { StoredVisit } from './progress.ts'

/** Whose visit, and to what. */
export interface VisitPlace {
  learnerId: string
  course: string
  chapter: string
}

/** A learner's visits to the chapters of a course. */
export async function visitsIn(learnerId: string, course: string): Promise<StoredVisit[]> {
  const db = await sqlDatabase()
  return db.$queryRaw`
    SELECT "chapter", "openedOn", "readOn", "section", "turn" FROM "Visit"
      WHERE "learnerId" = ${learnerId} AND "course" = ${course}`
}

/**
 * Notes that a chapter was opened, and that it is now the latest. One statement, so two tabs at
 * once cannot both fail.
 */
export async function recordVisit(
  { learnerId, course, chapter }: VisitPlace,
  today: Day,
): Promise<void> {
  const db = await sqlDatabase()
  await withBusyRetry(
    () => db.$executeRaw`
      INSERT INTO "Visit" ("learnerId", "course", "chapter", "openedOn", "turn")
      VALUES (${learnerId}, ${course}, ${chapter}, ${today}, (SELECT COALESCE(MAX("turn"), 0) + 1
        FROM "Visit" WHERE "learnerId" = ${learnerId}))
      ON CONFLICT ("learnerId", "course", "chapter") DO UPDATE SET "turn" = excluded."turn"`,
  )
  invalidate(learnerId)
}

/**
 * Changes what a learner says of a chapter that they have opened: read or not, where the bookmark
 * is.
 */
export async function changeVisit(
  place: VisitPlace,
  change: { readOn?: Day | null; section?: string | null },
): Promise<void> {
  const db = await database()
  await withBusyRetry(() => db.visit.updateMany({ where: place, data: change }))
  invalidate(place.learnerId)
}
