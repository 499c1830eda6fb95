import type { Question } from '../types/question-type.ts'
import { typeOf } from '../types/question-types.ts'
import type { QuizState } from './quiz-state.ts'

/** How a self-check stands as a whole. What is written for oneself is not counted. */
export interface QuizSum {
  right: number
  of: number
  /** Those that were answered wrongly, in their order. */
  wrong: Question[]
  /** How many are still to be answered. */
  left: number
}

/** Sums a self-check up; null while nothing that counts is answered. */
export function quizSum(questions: readonly Question[], state: QuizState): QuizSum | null {
  const counted = questions.filter((question) => !typeOf(question).isPrivate)
  const grades = counted.flatMap((question) => {
    const one = state.get(question.id)
    return one?.kind === 'graded' ? [{ question, isRight: one.grade.isRight }] : []
  })
  if (grades.length === 0) return null
  const wrong = grades.filter(({ isRight }) => !isRight).map(({ question }) => question)
  return {
    right: grades.length - wrong.length,
    of: counted.length,
    wrong,
    left: counted.length - grades.length,
  }
}
