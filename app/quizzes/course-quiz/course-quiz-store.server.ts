import { withBusyRetry } from '../../platform/busy-retry.server.ts'
import { invalidate } from '../../platform/cache-version.server.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { database } from '../../platform/database.server.ts'
import type { StoredAttempt } from '../chapter-quiz/attempt-store.server.ts'

/** The check that a learner has drawn over a course. */
export interface StoredCheck {
  seed: string
  /** Only later attempts belong to it. */
  lastAttempt: number
  /** When a check of the course was first answered whole. */
  finishedOn: Day | null
}

/** A learner's check over a course, or null where they have drawn none. */
export async function checkOf(learnerId: string, course: string): Promise<StoredCheck | null> {
  const db = await database()
  const [row] = await db.$queryRaw<(Omit<StoredCheck, 'lastAttempt'> & { lastAttempt: unknown })[]>`
    SELECT "seed", "lastAttempt", "finishedOn" FROM "CourseCheck" WHERE "learnerId" = ${learnerId}
      AND "course" = ${course}`
  return row ? { ...row, lastAttempt: Number(row.lastAttempt) } : null
}

/**
 * Puts a new check in the place of the one that a learner had. That a check was once answered whole
 * stays known.
 */
export async function storeCourseQuiz(
  learnerId: string,
  course: string,
  seed: string,
  drawnOn: Day,
): Promise<void> {
  const db = await database()
  await withBusyRetry(
    () => db.$executeRaw`
      INSERT INTO "CourseCheck" ("learnerId", "course", "seed", "drawnOn", "lastAttempt")
      VALUES (${learnerId}, ${course}, ${seed}, ${drawnOn}, (SELECT COALESCE(MAX("id"), 0)
        FROM "Attempt" WHERE "learnerId" = ${learnerId}))
      ON CONFLICT ("learnerId", "course") DO UPDATE SET
        "seed" = excluded."seed", "drawnOn" = excluded."drawnOn",
        "lastAttempt" = excluded."lastAttempt"`,
  )
  invalidate(learnerId)
}

/** Notes the day on which a learner first answered a check whole. */
export async function recordFinishedCourseQuiz(
  learnerId: string,
  course: string,
  today: Day,
): Promise<void> {
  const db = await database()
  await withBusyRetry(
    () => db.$executeRaw`
      UPDATE "CourseCheck" SET "finishedOn" = ${today} WHERE "learnerId" = ${learnerId}
        AND "course" = ${course} AND "finishedOn" IS NULL`,
  )
  invalidate(learnerId)
}

/** A learner's answers in a course after one of their attempts, oldest first. */
export async function answersAfter(
  learnerId: string,
  course: string,
  lastAttempt: number,
): Promise<StoredAttempt[]> {
  const db = await database()
  const rows = await db.$queryRaw<(Omit<StoredAttempt, 'isRight'> & { isRight: unknown })[]>`
    SELECT "course", "chapter", "question", "questionHash", "answer", "isRight" FROM "Attempt"
    WHERE "id" > ${lastAttempt} AND "learnerId" = ${learnerId} AND "course" = ${course}
      ORDER BY "id"`
  return rows.map((row) => ({ ...row, isRight: Boolean(row.isRight) }))
}
