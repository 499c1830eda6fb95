import type { Day } from '../../platform/calendar-day.ts'
import type { Transaction } from '../../platform/transaction.server.ts'
import type { QuestionPlace } from '../cross-chapter/cross-chapter-questions.ts'
import type { Confidence } from '../types/question-type.ts'
import { questionTypes } from '../types/question-types.ts'
import { scheduleAnswer } from './review-schedule.ts'
import { cardsOf, storeCards } from './review-store.server.ts'

/** An answer as the review sees it. */
export interface AnswerToSchedule extends QuestionPlace {
  type: string
  questionHash: string
  isRight: boolean
  confidence: Confidence | null
}

const keyOf = ({ course, chapter, question }: QuestionPlace) => `${course}/${chapter}/${question}`

/**
 * Says when the questions that were answered come back. What is private, such as a reflection,
 * never does. A question that means something else than when its card was made begins again.
 * `askedOn` is today where the review itself asked.
 */
export async function scheduleAnswers(
  tx: Transaction,
  options: { learnerId: string; answers: AnswerToSchedule[]; today: Day; askedOn: Day | null },
): Promise<void> {
  const { learnerId, today, askedOn } = options
  const answers = options.answers.filter(({ type }) => !questionTypes.get(type)?.isPrivate)
  if (answers.length === 0) return
  const known = new Map((await cardsOf(learnerId, answers, tx)).map((card) => [keyOf(card), card]))
  const cards = answers.map(({ course, chapter, question, questionHash, isRight, confidence }) => {
    const card = known.get(keyOf({ course, chapter, question }))
    const memory = card?.questionHash === questionHash ? card : null
    return {
      ...scheduleAnswer(memory, { isRight, confidence }, today),
      course,
      chapter,
      question,
      questionHash,
    }
  })
  await storeCards(tx, learnerId, cards, askedOn)
}
