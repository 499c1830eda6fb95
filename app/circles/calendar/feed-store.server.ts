import { withBusyRetry } from '../../platform/busy-retry.server.ts'
import { database } from '../../platform/database.server.ts'
import type { Circle } from '../circle.ts'
import { readRow } from '../circle-store.server.ts'

/** Sets the hash of a member's feed in place of the one before, or takes it away. */
export async function storeFeed(
  circleId: string,
  learnerId: string,
  hash: string | null,
): Promise<void> {
  const db = await database()
  await withBusyRetry(
    async () => db.$executeRaw`
      UPDATE "CircleMember" SET "feedHash" = ${hash} WHERE "circleId" = ${circleId}
        AND "learnerId" = ${learnerId} AND "removedOn" IS NULL`,
  )
}

/** Whether a member has a feed. */
export async function hasFeed(circleId: string, learnerId: string): Promise<boolean> {
  const db = await database()
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "CircleMember" WHERE "circleId" = ${circleId} AND "learnerId" = ${learnerId}
      AND "feedHash" IS NOT NULL`
  return rows.length > 0
}

/** The circle of a feed, as long as the one who asked for it sits in the circle. */
export async function findCircleByFeed(
  hash: string,
): Promise<{ id: string; circle: Circle } | null> {
  const db = await database()
  const [row] = await db.$queryRaw<{ id: string; revision: string; state: string }[]>`
    SELECT "Circle"."id", "revision", "state" FROM "CircleMember"
      JOIN "Circle" ON "Circle"."id" = "circleId" WHERE "feedHash" = ${hash}
      AND "removedOn" IS NULL`
  return row ? readRow(row) : null
}
