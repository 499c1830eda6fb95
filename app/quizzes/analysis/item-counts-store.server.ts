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
  // With MIN(id), SQLite takes the other columns from that row.
  const rows = await tx.$queryRaw<
    { question: string; questionHash: string; isRight: unknown; times: unknown; id: unknown }[]
  >`
    SELECT question, questionHash, isRight, COUNT(*) AS times, MIN(id) AS id FROM Attempt
    WHERE learnerId = ${place.learnerId} AND course = ${place.course} AND chapter =
      ${place.chapter} GROUP BY question, questionHash
    HAVING MIN(id) > (SELECT answersCountedFrom FROM Learner WHERE id = ${place.learnerId})`
  return rows.map(({ question, questionHash, isRight, times }) => ({
    question,
    questionHash,
    isRight: Boolean(isRight),
    times: Number(times),
  }))
}

/** Adds to the counts of a chapter. Whose answers they come from is not said. */
export async function addToItemCounts(
  tx: Transaction,
  place: { course: string; chapter: string },
  counts: ItemCounts[],
): Promise<void> {
  const rows = JSON.stringify(counts)
  await tx.$executeRaw`
      INSERT INTO ItemCounts (course, chapter, question, questionHash, part, answered, "right",
        sureWrong, checks, checksRight, rest, restSquared, restRight)
      SELECT ${place.course}, ${place.chapter}, value ->> 'question', value ->> 'questionHash', value ->> 'part', value ->> 'answered',
        value ->> 'right', value ->> 'sureWrong', value ->> 'checks', value ->> 'checksRight', value ->> 'rest', value ->> 'restSquared',
        value ->> 'restRight'
      FROM json_each(${rows}) WHERE true
      ON CONFLICT DO UPDATE SET answered = answered + excluded.answered, "right" = "right" + excluded."right",
        sureWrong = sureWrong + excluded.sureWrong, checks = checks + excluded.checks, checksRight = checksRight + excluded.checksRight,
        rest = rest + excluded.rest, restSquared = restSquared + excluded.restSquared, restRight = restRight + excluded.restRight`
}

/** All counts of a course, with the chapter that it belongs to. */
export async function itemCountsOf(course: string): Promise<(ItemCounts & { chapter: string })[]> {
  const db = await database()
  return db.itemCounts.findMany({ where: { course } })
}
