import { noteChange } from '../platform/changes.server.ts'
import type { Day } from '../platform/clock.ts'
import { database } from '../platform/database.server.ts'
import { write } from '../platform/write.server.ts'
import type { Memory } from './review-schedule.ts'

/** Where a question stands among all courses. */
export interface QuestionPlace {
  course: string
  chapter: string
  question: string
}

/** What is stored of a learner's memory of a question. */
export interface StoredCard extends QuestionPlace, Memory {
  questionHash: string
}

/** A learner's cards of some questions. */
export async function cardsOf(learnerId: string, questions: QuestionPlace[]): Promise<StoredCard[]> {
  const db = await database()
  return db.$queryRaw`
    SELECT card.course, card.chapter, card.question, questionHash, stability, difficulty, reviewedOn, dueOn
    FROM json_each(${JSON.stringify(questions)}) AS wanted
    JOIN ReviewCard AS card ON card.learnerId = ${learnerId} AND card.course = wanted.value ->> 'course'
      AND card.chapter = wanted.value ->> 'chapter' AND card.question = wanted.value ->> 'question'`
}

/** Keeps cards, all or none. A card that another answer of the same day has already moved stays as it is, so this may be run twice. */
export async function keepCards(learnerId: string, cards: StoredCard[], askedOn: Day | null): Promise<void> {
  const db = await database()
  await write(
    () => db.$executeRaw`
      INSERT INTO ReviewCard (learnerId, course, chapter, question, questionHash, stability, difficulty, reviewedOn, dueOn, askedOn)
      SELECT ${learnerId}, value ->> 'course', value ->> 'chapter', value ->> 'question', value ->> 'questionHash',
        value ->> 'stability', value ->> 'difficulty', value ->> 'reviewedOn', value ->> 'dueOn', ${askedOn}
      FROM json_each(${JSON.stringify(cards)}) WHERE true
      ON CONFLICT (learnerId, course, chapter, question) DO UPDATE SET
        questionHash = excluded.questionHash, stability = excluded.stability, difficulty = excluded.difficulty,
        reviewedOn = excluded.reviewedOn, dueOn = excluded.dueOn, askedOn = coalesce(excluded.askedOn, askedOn)
      WHERE reviewedOn < excluded.reviewedOn OR questionHash <> excluded.questionHash`,
  )
  noteChange(learnerId)
}
