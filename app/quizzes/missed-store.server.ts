import { database } from '../platform/database.server.ts'
import type { QuestionPlace } from './mixed-questions.ts'

/** A question's wording: what an answer must have been given to, to count. */
export interface Wording extends QuestionPlace {
  questionHash: string
}

/** Of these wordings, those that enough of these learners have answered, the one that most of them missed at last first. Nobody's share leaves the database. */
export async function inOrderMissed(learnerIds: string[], wordings: Wording[], atLeast: number): Promise<QuestionPlace[]> {
  const db = await database()
  // With MAX(id), SQLite takes the other columns from that row.
  return db.$queryRaw`
    WITH latest AS (
      SELECT answer.course, answer.chapter, answer.question, answer.questionHash, answer.isRight, MAX(answer.id)
      FROM json_each(${JSON.stringify(learnerIds)}) AS learner
      JOIN json_each(${JSON.stringify(wordings)}) AS wanted
      JOIN Attempt AS answer ON answer.learnerId = learner.value AND answer.course = wanted.value ->> 'course'
        AND answer.chapter = wanted.value ->> 'chapter' AND answer.question = wanted.value ->> 'question'
        AND answer.questionHash = wanted.value ->> 'questionHash'
      GROUP BY answer.learnerId, answer.course, answer.chapter, answer.question
    )
    SELECT course, chapter, question FROM latest GROUP BY course, chapter, question
    HAVING COUNT(*) >= ${atLeast} AND AVG(isRight) < 1
    ORDER BY AVG(isRight), chapter, question`
}
