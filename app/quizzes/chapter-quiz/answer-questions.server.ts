import type { Chapter } from '../../courses/model/chapter.ts'
import type { Day } from '../../platform/calendar-day.ts'
import type { Question } from '../types/question-type.ts'
import { type QuizState, readQuiz } from './quiz-state.ts'
import { storeAnswers } from './store-answers.server.ts'

/**
 * The result of a form: the self-check as it stands now and how many answers were graded, or that
 * the form does not fit the chapter.
 */
export type AnsweredQuiz =
  | { kind: 'answered'; state: QuizState; graded: number }
  | { kind: 'refused' }

/** Grades what a form asks to have graded; for a learner, stores the answers before it returns. */
export async function answerQuestions(options: {
  chapter: Chapter
  questions: Question[]
  fields: URLSearchParams
  learnerId: string | null
  today: Day
}): Promise<AnsweredQuiz> {
  const { chapter, questions, fields, learnerId, today } = options
  // Answers that were graded after a session had ended were not stored: for a learner, none has
  // been checked by the form before.
  if (learnerId) fields.delete('checked')
  const quiz = readQuiz(questions, fields)
  if (!quiz) return { kind: 'refused' }
  if (learnerId && quiz.graded.length > 0) {
    const answers = quiz.graded.map((graded) => ({ ...graded, chapter, id: graded.question.id }))
    await storeAnswers({ learnerId, answers, today, askedOn: null })
  }
  return { kind: 'answered', state: quiz.state, graded: quiz.graded.length }
}
