import type { Day } from '../../platform/calendar-day.ts'
import { database, sqlDatabase } from '../../platform/database.server.ts'
import type { Transaction } from '../../platform/transaction.server.ts'
import type { Confidence } from '../types/question-type.ts'

/** An answer as it is stored. */
export interface StoredAttempt {
  course: string
  chapter: string
  question: string
  questionHash: string
  answer: string
  isRight: boolean
}

/** An answer to be stored, with how sure the learner was of it, where they said so. */
interface NewAttempt extends StoredAttempt {
  confidence?: Confidence | null
}

/** Where an answer belongs. */
export interface AttemptPlace {
  learnerId: string
  course: string
  chapter: string
}

/**
 * Adds answers, and returns the places of those that were added. One that is sent again is there
 * already: the latest answer to its question, of the same day, says the same. In a course's check
 * that was drawn since, it counts.
 */
export async function addAttempts(
  tx: Transaction,
  learnerId: string,
  attempts: NewAttempt[],
  answeredOn: Day,
): Promise<Pick<StoredAttempt, 'course' | 'chapter' | 'question'>[]> {
  const rows = JSON.stringify(attempts)
  return tx.$queryRaw`
    INSERT INTO "Attempt" ("learnerId", "course", "chapter", "question", "questionHash", "answer",
      "isRight", "answeredOn", "confidence")
    SELECT ${learnerId}, "value" ->> 'course', "value" ->> 'chapter', "value" ->> 'question',
      "value" ->> 'questionHash',
      "value" ->> 'answer', CAST("value" ->> 'isRight' AS BOOLEAN), ${answeredOn},
      "value" ->> 'confidence'
    FROM json_each(${rows})
    WHERE NOT EXISTS (
      SELECT 1 FROM "Attempt" AS latest
      WHERE latest."id" = (
          SELECT MAX("id") FROM "Attempt" AS earlier
          WHERE earlier."learnerId" = ${learnerId} AND earlier."course" = "value" ->> 'course'
            AND earlier."chapter" = "value" ->> 'chapter'
            AND earlier."question" = "value" ->> 'question')
        AND latest."questionHash" = "value" ->> 'questionHash'
        AND latest."answer" = "value" ->> 'answer'
        AND latest."answeredOn" = ${answeredOn}
        AND latest."confidence" IS NOT DISTINCT FROM "value" ->> 'confidence'
        AND latest."id" > COALESCE(
          (SELECT "lastAttempt" FROM "CourseCheck" AS drawn WHERE drawn."learnerId" = ${learnerId}
            AND drawn."course" = "value" ->> 'course'), 0))
    ORDER BY "key"
    RETURNING "course", "chapter", "question"`
}

/** A learner's answers in one chapter, oldest first. */
export async function attemptsInChapter(place: AttemptPlace): Promise<StoredAttempt[]> {
  const db = await sqlDatabase()
  const rows = await db.$queryRaw<(Omit<StoredAttempt, 'isRight'> & { isRight: unknown })[]>`
    SELECT "course", "chapter", "question", "questionHash", "answer", "isRight" FROM "Attempt"
    WHERE "learnerId" = ${place.learnerId} AND "course" = ${place.course}
      AND "chapter" = ${place.chapter} ORDER BY "id"`
  return rows.map((row) => ({ ...row, isRight: Boolean(row.isRight) }))
}

/** For each wording of a question that a learner has answered in a course: whether ever right. */
export async function answeredInCourse(
  learnerId: string,
  course: string,
): Promise<Pick<StoredAttempt, 'chapter' | 'question' | 'questionHash' | 'isRight'>[]> {
  const db = await database()
  const rows = await db.$queryRaw<
    { chapter: string; question: string; questionHash: string; isRight: unknown }[]
  >`
    SELECT "chapter", "question", "questionHash", MAX(CASE WHEN "isRight" THEN 1
      ELSE 0 END) AS "isRight" FROM "Attempt"
    WHERE "learnerId" = ${learnerId} AND "course" = ${course} GROUP BY "chapter", "question",
      "questionHash"`
  return rows.map((row) => ({ ...row, isRight: Boolean(row.isRight) }))
}
