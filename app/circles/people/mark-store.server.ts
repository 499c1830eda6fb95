import { withBusyRetry } from '../../platform/busy-retry.server.ts'
import { database } from '../../platform/database.server.ts'

/** A section of a chapter. */
export interface MarkedSection {
  chapter: string
  section: string
}

/**
 * Marks a section as hard for oneself, or takes it back. Somebody who has no seat in the circle
 * marks nothing.
 */
export async function changeMark(
  options: { circleId: string; learnerId: string; isHard: boolean } & MarkedSection,
): Promise<void> {
  const { circleId, learnerId, chapter, section, isHard } = options
  const db = await database()
  await withBusyRetry(async () =>
    isHard
      ? db.$executeRaw`
          INSERT INTO "CircleMark" ("circleId", "learnerId", "chapter", "section")
          SELECT "circleId", "learnerId", ${chapter}, ${section} FROM "CircleMember"
          WHERE "circleId" = ${circleId} AND "learnerId" = ${learnerId} AND "removedOn" IS NULL
          ON CONFLICT DO NOTHING`
      : db.$executeRaw`
          DELETE FROM "CircleMark"
          WHERE "circleId" = ${circleId} AND "learnerId" = ${learnerId} AND "chapter" = ${chapter}
            AND "section" = ${section}`,
  )
}

/** What a learner has marked in a circle: for themselves alone. */
export async function ownMarks(circleId: string, learnerId: string): Promise<MarkedSection[]> {
  const db = await database()
  return db.$queryRaw`SELECT "chapter", "section" FROM "CircleMark" WHERE "circleId" = ${circleId}
    AND "learnerId" = ${learnerId}`
}
