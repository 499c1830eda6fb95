import type { Chapter } from '../../courses/chapter.ts'
import type { Question } from '../question-type.ts'
import { typeOf } from '../question-types.ts'
import type { GradedAnswer } from '../quiz-state.ts'
import { countAnswers } from './count-answers.ts'
import { firstAnswersOf, storeTallies } from './tally-store.server.ts'

/** Whether answers to a question are counted at all. What is private is not. */
const isTallied = (question: Question) => !typeOf(question).isPrivate

/** Counts a learner's answers, which have been stored, in the tallies of their questions. No text that was typed comes near them. */
export async function tallyAnswers(options: {
  learnerId: string
  chapter: Chapter
  questions: Question[]
  graded: GradedAnswer[]
}): Promise<void> {
  const { learnerId, chapter, questions, graded } = options
  const place = { course: chapter.course, chapter: chapter.slug }
  const wording = ({ id }: Question) => ({ question: id, questionHash: chapter.questionHashes.get(id) as string })
  const answers = await firstAnswersOf({ ...place, learnerId })
  const added = countAnswers(
    questions.filter(isTallied).map(wording),
    answers,
    graded.map(({ question, grade, sureness }) => ({ ...wording(question), grade, isSure: sureness === 'sure' })),
  )
  if (added.length > 0) await storeTallies(place, added)
}
