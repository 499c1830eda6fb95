import { withBusyRetry } from '../../platform/busy-retry.server.ts'
import { database } from '../../platform/database.server.ts'

/**
 * Whether a learner lets their first answers be counted, without their name. Nobody's are unless
 * they said so.
 */
export async function areAnswersCounted(learnerId: string): Promise<boolean> {
  const db = await database()
  const learner = await db.learner.findUnique({
    where: { id: learnerId },
    select: { answersCountedFrom: true },
  })
  return learner !== null && learner.answersCountedFrom !== null
}

/** Counts what a learner answers first from now on. What they answered earlier is not counted. */
export async function countAnswersOf(learnerId: string): Promise<void> {
  const db = await database()
  await withBusyRetry(
    () => db.$executeRaw`
      UPDATE "Learner" SET "answersCountedFrom" = (SELECT COALESCE(MAX("id"), 0) FROM "Attempt"
        WHERE "learnerId" = ${learnerId})
      WHERE "id" = ${learnerId} AND "answersCountedFrom" IS NULL`,
  )
}

/** Counts nothing more of a learner. What was counted stays: nothing tells whose it was. */
export async function stopCountingAnswersOf(learnerId: string): Promise<void> {
  const db = await database()
  await withBusyRetry(() =>
    db.learner.updateMany({ where: { id: learnerId }, data: { answersCountedFrom: null } }),
  )
}
