import { withBusyRetry } from '../../platform/busy-retry.server.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { database } from '../../platform/database.server.ts'

/**
 * Every seat of a learner, also those that they have left or that a trainer has removed, however
 * long ago.
 */
export async function seatsOf(
  learnerId: string,
): Promise<{ circleId: string; seatId: string; isFormer: boolean }[]> {
  const db = await database()
  const rows = await db.$queryRaw<{ circleId: string; seatId: string; isFormer: unknown }[]>`
    SELECT "circleId", "seatId", false AS "isFormer" FROM "CircleMember"
      WHERE "learnerId" = ${learnerId}
    UNION ALL SELECT "circleId", "seatId", true FROM "FormerSeat" WHERE "learnerId" = ${learnerId}`
  return rows.map((row) => ({ ...row, isFormer: Boolean(row.isFormer) }))
}

/** Who sits in some seats of a circle: to be asked only for those who share. */
export async function learnersIn(
  circleId: string,
  seatIds: string[],
): Promise<Map<string, string>> {
  const db = await database()
  const rows = await db.$queryRaw<{ seatId: string; learnerId: string }[]>`
    SELECT "seatId", "learnerId" FROM "CircleMember"
    WHERE "circleId" = ${circleId} AND "removedOn" IS NULL AND "seatId" IN (
        SELECT "value" ->> 0 FROM json_each(${JSON.stringify(seatIds.map((id) => [id]))}))`
  return new Map(rows.map(({ seatId, learnerId }) => [seatId, learnerId]))
}

/**
 * Ends the membership of those whose seats were removed before a day, and what they marked. Whose
 * the seats were is known for export and erasing alone.
 */
export async function forgetRemoved(day: Day): Promise<void> {
  const db = await database()
  if ((await db.circleMember.count({ where: { removedOn: { lt: day } } })) === 0) return
  const marks = () => db.$executeRaw`
    DELETE FROM "CircleMark" WHERE EXISTS (
      SELECT 1 FROM "CircleMember"
      WHERE "circleId" = "CircleMark"."circleId" AND "learnerId" = "CircleMark"."learnerId"
        AND "removedOn" < ${day})`
  const former = () => db.$executeRaw`
    INSERT INTO "FormerSeat" ("circleId", "seatId", "learnerId") SELECT "circleId", "seatId",
      "learnerId" FROM "CircleMember"
    WHERE "removedOn" < ${day} ON CONFLICT DO NOTHING`
  await withBusyRetry(() =>
    db.$transaction([
      marks(),
      former(),
      db.$executeRaw`DELETE FROM "CircleMember" WHERE "removedOn" < ${day}`,
    ]),
  )
}
