import { withBusyRetry } from '../../platform/busy-retry.server.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { database } from '../../platform/database.server.ts'
import { minPeople, type QuarterSum } from './organisation-summary.ts'

/** The sums of all quarters. */
export async function quarterSums(): Promise<QuarterSum[]> {
  const db = await database()
  return db.quarterSum.findMany()
}

/**
 * Writes the sums of the quarters up to this one that have none yet, and notes which circles had
 * ended by then. All or nothing, and once: a circle that is changed afterwards, or opened again and
 * ended in another quarter, changes no sum and comes into no other.
 */
export async function sumUpCircles({
  quarter,
  before,
}: {
  quarter: string
  before: Day
}): Promise<void> {
  const db = await database()
  const isSummed = () => db.summedQuarter.findFirst({ where: { quarter: { gte: quarter } } })
  if (await isSummed()) return
  const sums = () => db.$executeRaw`
    INSERT INTO "QuarterSum" ("quarter", "course", "circles", "people", "meetings", "hours")
    SELECT "quarter", "course", COUNT(*), SUM("participants"), SUM("meetings"), SUM("hours") FROM (
      SELECT *, substr("lastOn", 1, 4) || '-Q' || ((CAST(substr("lastOn", 6,
        2) AS INTEGER) + 2) / 3) AS "quarter" FROM "Circle"
      WHERE "lastOn" < ${before} AND "isCounted" = false
        AND "participants" >= ${minPeople}) AS "ended"
    WHERE "quarter" > (SELECT COALESCE(MAX("quarter"), '')
      FROM "SummedQuarter") GROUP BY "quarter", "course"`
  const counted = () =>
    db.$executeRaw`UPDATE "Circle" SET "isCounted" = true WHERE "lastOn" < ${before}
      AND "isCounted" = false`
  const summed = () =>
    db.$executeRaw`INSERT INTO "SummedQuarter" ("quarter") VALUES (${quarter})
      ON CONFLICT DO NOTHING`
  await withBusyRetry(() => db.$transaction([sums(), counted(), summed()]))
}
