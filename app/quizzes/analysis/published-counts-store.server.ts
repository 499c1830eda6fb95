import { withBusyRetry, writeBehind } from '../../platform/busy-retry.server.ts'
import { database } from '../../platform/database.server.ts'
import { Prisma } from '../../platform/prisma/client.ts'
import type { ItemCounts } from './item-counts.ts'
import { minAnswersShown } from './item-statistics.ts'

/** How many more first answers, and whole checks, it takes before a wording's figures change. */
const newFrom = 20

/**
 * Takes over the counts of each wording that enough learners have answered since it was last
 * shown; the sums over whole checks only where enough have answered those. One statement, which
 * changes nothing when it is run again.
 */
async function settle(course: string): Promise<void> {
  const db = await database()
  // Below the threshold the sums over whole checks were not shown, so nothing can be subtracted
  // from the first that are.
  const hasMoreChecks = Prisma.sql`
    excluded."checks" >= CASE
      WHEN held."checks" < ${minAnswersShown} THEN ${minAnswersShown}
      ELSE held."checks" + ${newFrom}
    END`
  await withBusyRetry(
    () => db.$executeRaw`
      INSERT INTO "PublishedItemCounts" AS held ("course", "chapter", "question", "questionHash",
        "part", "answered", "right",
        "sureWrong", "checks", "checksRight", "rest", "restSquared", "restRight")
      SELECT "course", "chapter", "question", "questionHash", "part", "answered", "right",
        "sureWrong", "checks", "checksRight", "rest", "restSquared", "restRight"
      FROM "ItemCounts" WHERE "course" = ${course} AND ("chapter", "question", "questionHash") IN (
        SELECT now."chapter", now."question", now."questionHash" FROM "ItemCounts" AS now
        LEFT JOIN "PublishedItemCounts" AS shown USING ("course", "chapter", "question",
          "questionHash", "part")
        WHERE now."course" = ${course} AND now."part" = '' AND now."answered" >= ${minAnswersShown}
          AND now."answered" >= COALESCE(shown."answered", 0) + ${newFrom})
      ON CONFLICT ("course", "chapter", "question", "questionHash", "part") DO UPDATE
        SET "answered" = excluded."answered", "right" = excluded."right",
        "sureWrong" = excluded."sureWrong",
        "checks" = CASE WHEN ${hasMoreChecks} THEN excluded."checks" ELSE held."checks" END,
        "checksRight" = CASE WHEN ${hasMoreChecks} THEN excluded."checksRight"
        ELSE held."checksRight" END,
        "rest" = CASE WHEN ${hasMoreChecks} THEN excluded."rest" ELSE held."rest" END,
        "restSquared" = CASE WHEN ${hasMoreChecks} THEN excluded."restSquared"
        ELSE held."restSquared" END,
        "restRight" = CASE WHEN ${hasMoreChecks} THEN excluded."restRight"
        ELSE held."restRight" END`,
  )
}

/**
 * A course's counts as they may be shown: of each wording those that were shown before, until
 * twenty more learners have answered it. Anyone who looks before and after one person's answer sees
 * the same figures, also where the site was started again between.
 */
export async function publishedItemCounts(
  course: string,
): Promise<(ItemCounts & { chapter: string })[]> {
  await writeBehind(settle(course))
  const db = await database()
  return db.publishedItemCounts.findMany({ where: { course } })
}
