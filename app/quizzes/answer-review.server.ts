import type { Catalogue } from '../courses/chapter.ts'
import type { Day } from '../platform/clock.ts'
import type { Answered } from './answer-questions.server.ts'
import { mixedQuestion, placesIn } from './mixed-questions.ts'
import { readQuiz } from './quiz-state.ts'
import { storeAnswers } from './store-answers.server.ts'

/** Grades the answers of a review's form and stores them before it returns. The form may be older than today's review: any question of a course can be answered. */
export async function answerReview(options: {
  catalogue: Catalogue
  learnerId: string
  language: { tag: string }
  fields: URLSearchParams
  today: Day
}): Promise<Answered> {
  const { catalogue, learnerId, language, fields, today } = options
  const asked = placesIn(fields).flatMap((place) => mixedQuestion(catalogue, place, language) ?? [])
  const quiz = readQuiz(
    asked.map(({ question }) => question),
    fields,
  )
  if (!quiz) return { kind: 'refused' }
  const answers = quiz.graded.flatMap((graded) => {
    const one = asked.find(({ question }) => question === graded.question)
    return one ? [{ ...graded, chapter: one.chapter, id: one.place.question }] : []
  })
  if (answers.length > 0) await storeAnswers({ learnerId, answers, today, askedOn: today })
  return { kind: 'answered', state: quiz.state, graded: quiz.graded.length }
}
