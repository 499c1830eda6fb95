import type { Chapter } from '../../courses/model/chapter.ts'
import { invalidate } from '../../platform/cache-version.server.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { transaction } from '../../platform/transaction.server.ts'
import { countFirstAnswers } from '../analysis/count-first-answers.server.ts'
import { scheduleAnswers } from '../review/schedule-answers.server.ts'
import { addAttempts } from './attempt-store.server.ts'
import type { GradedAnswer } from './quiz-state.ts'

/** A graded answer, with the chapter that the question belongs to and its id there. */
export interface AnswerToStore extends GradedAnswer {
  chapter: Chapter
  id: string
}

/**
 * Stores a learner's answers, when their questions come back, and the counts of first answers: all
 * of it, or nothing. When it has returned, they survive the end of the process. An answer that is
 * sent again is neither stored nor counted twice.
 */
export async function storeAnswers(options: {
  learnerId: string
  answers: AnswerToStore[]
  today: Day
  askedOn: Day | null
}): Promise<void> {
  const { learnerId, today, askedOn } = options
  const answers = options.answers.map(({ chapter, id, question, chosen, grade, confidence }) => ({
    course: chapter.course,
    chapter: chapter.slug,
    question: id,
    questionHash: chapter.questionHashes.get(id) as string,
    type: question.type,
    answer: JSON.stringify(chosen),
    isRight: grade.isRight,
    confidence,
  }))
  await transaction(async (tx) => {
    await scheduleAnswers(tx, { learnerId, answers, today, askedOn })
    const added = await addAttempts(tx, learnerId, answers, today)
    const isAdded = ({ chapter, id }: AnswerToStore) =>
      added.some(
        (place) =>
          place.question === id &&
          place.chapter === chapter.slug &&
          place.course === chapter.course,
      )
    await countFirstAnswers(tx, { learnerId, answers: options.answers.filter(isAdded) })
  })
  // Not before: a page made meanwhile shows what was stored before.
  invalidate(learnerId)
}
