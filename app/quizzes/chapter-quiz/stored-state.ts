import type { Chapter } from '../../courses/model/chapter.ts'
import type { Question } from '../types/question-type.ts'
import { typeOf } from '../types/question-types.ts'
import type { QuestionState, QuizState } from './quiz-state.ts'

/** An answer as it comes from the store. */
interface StoredAnswer {
  question: string
  questionHash: string
  answer: string
  isRight: boolean
}

/**
 * Where a learner stands with a question after an answer. One that has changed since is said to
 * have changed; its old answer is never graded by the new key, nor shown where it would come out
 * otherwise than when it was given: a gap may accept more words since.
 */
export function stateOfAnswer(
  question: Question,
  hash: string | undefined,
  { questionHash, answer, isRight }: Omit<StoredAnswer, 'question'>,
): QuestionState {
  if (hash !== questionHash) return { kind: 'changed' }
  const chosen = JSON.parse(answer) as Record<string, string>
  const grade = typeOf(question).grade(question, chosen)
  return grade.isRight === isRight ? { kind: 'graded', chosen, grade } : { kind: 'changed' }
}

/** The self-check as a learner left it: each question with its latest answer. */
export function stateFromAttempts(
  chapter: Chapter,
  questions: Question[],
  attempts: StoredAnswer[],
): QuizState {
  const state = new Map<string, QuestionState>()
  for (const attempt of attempts) {
    const question = questions.find((one) => one.id === attempt.question)
    if (question)
      state.set(
        question.id,
        stateOfAnswer(question, chapter.questionHashes.get(question.id), attempt),
      )
  }
  return state
}
