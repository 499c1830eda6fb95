import type { Chapter } from '../../courses/model/chapter.ts'
import type { Day } from '../../platform/clock.ts'
import { tallyAnswers } from '../analysis/tally-answers.server.ts'
import { scheduleAnswers } from '../review/schedule-answers.server.ts'
import { addAttempts } from './attempt-store.server.ts'
import type { GradedAnswer } from './quiz-state.ts'

/** A graded answer, with the chapter that the question belongs to and its id there. */
export interface AnswerToStore extends GradedAnswer {
  chapter: Chapter
  id: string
}

/**
 * Stores a learner's answers, and when their questions come back; counts first answers in the tallies. The cards are written first: a process that ends between the two leaves a
 * card of an answer that nobody was told is stored, and never an answer without its card (docs/decisions/027).
 */
export async function storeAnswers(options: {
  learnerId: string
  answers: AnswerToStore[]
  today: Day
  askedOn: Day | null
}): Promise<void> {
  const { learnerId, today, askedOn } = options
  const answers = options.answers.map(({ chapter, id, question, chosen, grade, sureness }) => ({
    course: chapter.course,
    chapter: chapter.slug,
    question: id,
    questionHash: chapter.questionHashes.get(id) as string,
    type: question.type,
    answer: JSON.stringify(chosen),
    isRight: grade.isRight,
    sureness,
  }))
  await scheduleAnswers({ learnerId, answers, today, askedOn })
  await addAttempts(learnerId, answers, today)
  await tallyAnswers({ learnerId, answers: options.answers })
}
