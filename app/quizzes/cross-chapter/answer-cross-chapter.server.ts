import type { Catalogue } from '../../courses/model/chapter.ts'
import type { Day } from '../../platform/calendar-day.ts'
import type { AnsweredQuiz } from '../chapter-quiz/answer-questions.server.ts'
import { readQuiz } from '../chapter-quiz/quiz-state.ts'
import { type AnswerToStore, storeAnswers } from '../chapter-quiz/store-answers.server.ts'
import { crossChapterQuestion, placesIn } from './cross-chapter-questions.ts'

/**
 * Grades the answers to questions of several chapters, in a review or a course's check; for a
 * learner, stores them before it returns. The form may be older than what is asked today: any
 * question of a course can be answered. `askedOn` is today where the review asked.
 */
export async function answerCrossChapter(options: {
  catalogue: Catalogue
  learnerId: string | null
  language: { tag: string }
  fields: URLSearchParams
  today: Day
  askedOn: Day | null
}): Promise<AnsweredQuiz> {
  const { catalogue, learnerId, language, fields, today, askedOn } = options
  const questions = placesIn(fields).flatMap(
    (place) => crossChapterQuestion(catalogue, place, language) ?? [],
  )
  const quiz = readQuiz(
    questions.map(({ question }) => question),
    fields,
  )
  if (!quiz) return { kind: 'refused' }
  const answers = quiz.graded.flatMap((graded): AnswerToStore[] => {
    const one = questions.find(({ question }) => question === graded.question)
    return one ? [{ ...graded, chapter: one.chapter, id: one.place.question }] : []
  })
  if (learnerId && answers.length > 0) await storeAnswers({ learnerId, answers, today, askedOn })
  return { kind: 'answered', state: quiz.state, graded: quiz.graded.length }
}
