import { database } from '../../platform/database.server.ts'
import type { Transaction } from '../../platform/transaction.server.ts'
import type { FirstAnswer } from './count-answers.ts'
import type { ItemCounts } from './item-counts.ts'

/**
 * How a learner first answered each wording in a chapter since they let their answers be counted:
 * nothing of a learner who does not, nor of a wording that they answered before. One row a wording.
 */
export async function firstAnswersOf(
  tx: Transaction,
  place: { learnerId: string; course: string; chapter: string },
): Promise<FirstAnswer[]> {
  const rows = await tx.$queryRaw<
    { question: string; questionHash: string; isRight: unknown; times: unknown }[]
  >`
    SELECT "question", "questionHash", "isRight", "times" FROM (
      SELECT MIN("id") AS "first", COUNT(*) AS "times" FROM "Attempt"
      WHERE "learnerId" = ${place.learnerId} AND "course" = ${place.course}
        AND "chapter" = ${place.chapter}
      GROUP BY "question", "questionHash"
      HAVING MIN("id") > (SELECT "answersCountedFrom" FROM "Learner"
      WHERE "id" = ${place.learnerId})
    ) AS "firsts" JOIN "Attempt" ON "id" = "first"`
  return rows.map(({ question, questionHash, isRight, times }) => ({
    question,
    questionHash,
    isRight: Boolean(isRight),
    times: Number(times),
  }))
}

/**
 * Adds to the counts of a chapter; several of one wording and part together, since one statement may
 * change a row once. Whose answers they come from is not said.
 */
export async function addToItemCounts(
  tx: Transaction,
  place: { course: string; chapter: string },
  counts: ItemCounts[],
): Promise<void> {
  const rows = JSON.stringify(counts)
  await tx.$executeRaw`
      INSERT INTO "ItemCounts" AS held ("course", "chapter", "question", "questionHash", "part",
        "answered", "right",
        "sureWrong", "checks", "checksRight", "rest", "restSquared", "restRight")
      SELECT ${place.course}, ${place.chapter}, "value" ->> 'question', "value" ->> 'questionHash',
        "value" ->> 'part',
        SUM(CAST("value" ->> 'answered' AS INTEGER)), SUM(CAST("value" ->> 'right' AS INTEGER)),
        SUM(CAST("value" ->> 'sureWrong' AS INTEGER)), SUM(CAST("value" ->> 'checks' AS INTEGER)),
        SUM(CAST("value" ->> 'checksRight' AS INTEGER)),
        SUM(CAST("value" ->> 'rest' AS DOUBLE PRECISION)),
        SUM(CAST("value" ->> 'restSquared' AS DOUBLE PRECISION)),
        SUM(CAST("value" ->> 'restRight' AS DOUBLE PRECISION))
      FROM json_each(${rows}) GROUP BY "value" ->> 'question', "value" ->> 'questionHash',
        "value" ->> 'part'
      ON CONFLICT ("course", "chapter", "question", "questionHash", "part") DO UPDATE SET
        "answered" = held."answered" + excluded."answered",
        "right" = held."right" + excluded."right",
        "sureWrong" = held."sureWrong" + excluded."sureWrong",
        "checks" = held."checks" + excluded."checks",
        "checksRight" = held."checksRight" + excluded."checksRight",
        "rest" = held."rest" + excluded."rest",
        "restSquared" = held."restSquared" + excluded."restSquared",
        "restRight" = held."restRight" + excluded."restRight"`
}

/** All counts of a course, with the chapter that it belongs to. */
export async function itemCountsOf(course: string): Promise<(ItemCounts & { chapter: string })[]> {
  const db = await database()
  return db.itemCounts.findMany({ where: { course } })
}
