import { withBusyRetry } from '../../platform/busy-retry.server.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { database, sqlDatabase } from '../../platform/database.server.ts'
import type { Transaction } from '../../platform/transaction.server.ts'
import type { QuestionPlace } from '../cross-chapter/cross-chapter-questions.ts'
import type { Memory } from './review-schedule.ts'

/** Single values as the rows of a JSON table. */
const inRows = (values: string[]) => JSON.stringify(values.map((value) => [value]))

/** What is stored of a learner's memory of a question. */
export interface StoredCard extends QuestionPlace, Memory {
  questionHash: string
}

/** A learner's cards of some questions. */
export async function cardsOf(
  learnerId: string,
  questions: QuestionPlace[],
  tx?: Transaction,
): Promise<StoredCard[]> {
  const db = tx ?? (await sqlDatabase())
  return db.$queryRaw`
    SELECT card."course", card."chapter", card."question", "questionHash", "stability",
      "difficulty", "reviewedOn", "dueOn"
    FROM json_each(${JSON.stringify(questions)}) AS wanted
    JOIN "ReviewCard" AS card ON card."learnerId" = ${learnerId}
    AND card."course" = wanted."value" ->> 'course'
      AND card."chapter" = wanted."value" ->> 'chapter'
      AND card."question" = wanted."value" ->> 'question'`
}

/** Stores cards. A card that another answer of the same day has already moved stays as it is. */
export async function storeCards(
  tx: Transaction,
  learnerId: string,
  cards: StoredCard[],
  askedOn: Day | null,
): Promise<void> {
  await tx.$executeRaw`
      INSERT INTO "ReviewCard" AS held ("learnerId", "course", "chapter", "question",
        "questionHash", "stability", "difficulty", "reviewedOn", "dueOn", "askedOn")
      SELECT ${learnerId}, "value" ->> 'course', "value" ->> 'chapter', "value" ->> 'question',
        "value" ->> 'questionHash',
        CAST("value" ->> 'stability' AS DOUBLE PRECISION),
        CAST("value" ->> 'difficulty' AS DOUBLE PRECISION), "value" ->> 'reviewedOn',
        "value" ->> 'dueOn', ${askedOn}
      FROM json_each(${JSON.stringify(cards)}) WHERE true
      ON CONFLICT ("learnerId", "course", "chapter", "question") DO UPDATE SET
        "questionHash" = excluded."questionHash", "stability" = excluded."stability",
        "difficulty" = excluded."difficulty",
        "reviewedOn" = excluded."reviewedOn", "dueOn" = excluded."dueOn",
        "askedOn" = coalesce(excluded."askedOn", held."askedOn")
      WHERE held."reviewedOn" < excluded."reviewedOn"
        OR held."questionHash" <> excluded."questionHash"`
}

/** A learner's cards in numbers, over the courses that there are. */
export interface ReviewCounts {
  cards: number
  /** Those whose day has come, and that are still to be asked. */
  waiting: number
  /** Those that were answered in today's review. */
  asked: number
  /** The first day after today on which something comes back. */
  nextOn: Day | null
}

/** Counts a learner's cards. Those that are never to be asked again are not counted. */
export async function countCards(
  learnerId: string,
  courses: string[],
  today: Day,
): Promise<ReviewCounts> {
  const db = await database()
  const [row] = await db.$queryRaw<
    { cards: unknown; waiting: unknown; asked: unknown; nextOn: Day | null }[]
  >`
    SELECT COUNT(*) AS cards, COUNT(CASE WHEN "dueOn" <= ${today} THEN 1 END) AS waiting,
      COUNT(CASE WHEN "askedOn" = ${today} THEN 1 END) AS asked,
      MIN(CASE WHEN "dueOn" > ${today} THEN "dueOn" END) AS "nextOn"
    FROM "ReviewCard"
    WHERE "learnerId" = ${learnerId} AND NOT "isSuspended" AND "course" IN (SELECT "value" ->> 0
      FROM json_each(${inRows(courses)}))`
  return {
    cards: Number(row?.cards),
    waiting: Number(row?.waiting),
    asked: Number(row?.asked),
    nextOn: row?.nextOn ?? null,
  }
}

/** On which day each of a learner's questions comes back, but for those never to be asked again. */
export async function cardDays(learnerId: string): Promise<(QuestionPlace & { dueOn: Day })[]> {
  const db = await database()
  return db.$queryRaw`
    SELECT "course", "chapter", "question", "dueOn" FROM "ReviewCard"
      WHERE "learnerId" = ${learnerId} AND NOT "isSuspended"`
}

/** The cards that may be asked on a day, those at the greatest risk of being forgotten first. */
export async function dueCards(options: {
  learnerId: string
  courses: string[]
  dueBy: Day
  today: Day
  limit: number
}): Promise<(QuestionPlace & { questionHash: string })[]> {
  const { learnerId, courses, dueBy, today, limit } = options
  const db = await database()
  // The chance to remember falls with the days since the last answer, as a share of the stability.
  return db.$queryRaw`
    SELECT "course", "chapter", "question", "questionHash" FROM "ReviewCard"
    WHERE "learnerId" = ${learnerId} AND NOT "isSuspended" AND "dueOn" <= ${dueBy}
      AND "course" IN (SELECT "value" ->> 0 FROM json_each(${inRows(courses)}))
    ORDER BY (julianday(${today}) - julianday("reviewedOn")) / "stability" DESC, "chapter",
      "question" LIMIT ${limit}`
}

/** An answer that was given in a day's review. */
export interface ReviewAnswer extends QuestionPlace {
  questionHash: string
  answer: string
  isRight: boolean
}

/** What a learner has answered on a day to the questions of its review, oldest first. */
export async function answersInReview(
  learnerId: string,
  courses: string[],
  today: Day,
): Promise<ReviewAnswer[]> {
  const db = await database()
  const rows = await db.$queryRaw<(Omit<ReviewAnswer, 'isRight'> & { isRight: unknown })[]>`
    SELECT card."course", card."chapter", card."question", given."questionHash", given."answer",
      given."isRight"
    FROM "ReviewCard" AS card
    JOIN "Attempt" AS given ON given."learnerId" = card."learnerId"
    AND given."course" = card."course" AND given."chapter" = card."chapter"
      AND given."question" = card."question" AND given."answeredOn" = ${today}
    WHERE card."learnerId" = ${learnerId} AND card."askedOn" = ${today} AND NOT card."isSuspended"
      AND card."course" IN (SELECT "value" ->> 0 FROM json_each(${inRows(courses)}))
    ORDER BY given."id"`
  return rows.map((row) => ({ ...row, isRight: Boolean(row.isRight) }))
}

/** Deletes a learner's cards of questions that are no more. */
export async function dropCards(learnerId: string, questions: QuestionPlace[]): Promise<void> {
  const db = await database()
  await withBusyRetry(
    () => db.$executeRaw`
      DELETE FROM "ReviewCard" WHERE "learnerId" = ${learnerId}
        AND ("course", "chapter", "question") IN (
        SELECT "value" ->> 'course', "value" ->> 'chapter', "value" ->> 'question'
          FROM json_each(${JSON.stringify(questions)}))`,
  )
}

/**
 * The questions that a learner never wants to be asked again, in the order of the chapters' names.
 */
export async function suspendedCards(learnerId: string): Promise<QuestionPlace[]> {
  const db = await database()
  return db.$queryRaw`
    SELECT "course", "chapter", "question" FROM "ReviewCard" WHERE "learnerId" = ${learnerId}
      AND "isSuspended" ORDER BY "course", "chapter", "question"`
}

/**
 * Says of a card of the learner's own that its question is never to be asked again, or that it may.
 * Returns whether there is such a card.
 */
export async function setSuspended(
  learnerId: string,
  { course, chapter, question }: QuestionPlace,
  isSuspended: boolean,
): Promise<boolean> {
  const db = await database()
  const changed = await withBusyRetry(
    () => db.$executeRaw`
      UPDATE "ReviewCard" SET "isSuspended" = ${isSuspended}
      WHERE "learnerId" = ${learnerId} AND "course" = ${course} AND "chapter" = ${chapter}
        AND "question" = ${question}`,
  )
  return changed > 0
}
