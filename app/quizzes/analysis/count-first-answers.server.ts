import type { Chapter } from '../../courses/model/chapter.ts'
import type { Transaction } from '../../platform/transaction.server.ts'
import type { GradedAnswer } from '../chapter-quiz/quiz-state.ts'
import { questionTypes } from '../types/question-types.ts'
import { countAnswers, type Wording } from './count-answers.ts'
import { addToItemCounts, firstAnswersOf } from './item-counts-store.server.ts'

/**
 * A chapter's questions whose answers are counted, as they are worded now. One that is private is
 * not.
 */
export function countedIn(chapter: Chapter): Wording[] {
  const [text] = chapter.texts.values()
  return (text?.questions ?? [])
    .filter(({ type }) => questionTypes.get(type)?.isPrivate === false)
    .map(({ id }) => ({ question: id, questionHash: chapter.questionHashes.get(id) as string }))
}

/**
 * Adds a learner's new answers to the counts of their questions, where the learner
 * allows it. No typed text comes near them.
 */
export async function countFirstAnswers(
  tx: Transaction,
  options: {
    learnerId: string
    answers: (Pick<GradedAnswer, 'grade' | 'confidence'> & { chapter: Chapter; id: string })[]
  },
): Promise<void> {
  const { learnerId, answers } = options
  for (const chapter of new Set(answers.map((answer) => answer.chapter))) {
    const place = { course: chapter.course, chapter: chapter.slug }
    const graded = answers
      .filter((answer) => answer.chapter === chapter)
      .map(({ id, grade, confidence }) => ({
        question: id,
        questionHash: chapter.questionHashes.get(id) as string,
        grade,
        isSure: confidence === 'sure',
      }))
    const added = countAnswers(
      countedIn(chapter),
      await firstAnswersOf(tx, { ...place, learnerId }),
      graded,
    )
    if (added.length > 0) await addToItemCounts(tx, place, added)
  }
}
