import type { Chapter } from '../courses/chapter.ts'
import type { Question } from './question-type.ts'
import { typeOf } from './question-types.ts'
import type { QuestionState, QuizState } from './quiz-state.ts'

/** An answer as it comes from the store. */
interface StoredAnswer {
  question: string
  questionHash: string
  answer: string
  isRight: boolean
}

/** A stored answer with its grade, or null where it comes out otherwise than when it was given: a gap may accept more words since. */
function graded(question: Question, answer: string, wasRight: boolean): QuestionState | null {
  const chosen = JSON.parse(answer) as Record<string, string>
  const grade = typeOf(question).grade(question, chosen)
  return grade.isRight === wasRight ? { kind: 'graded', chosen, grade } : null
}

/**
 * The self-check as a learner left it: each question with its latest answer, graded. A question that has changed since is said to have
 * changed; its old answer is never graded by the new key, nor shown where it would come out otherwise than it did.
 */
export function stateFromAttempts(chapter: Chapter, questions: Question[], attempts: StoredAnswer[]): QuizState {
  const state = new Map<string, QuestionState>()
  for (const { question: id, questionHash, answer, isRight } of attempts) {
    const question = questions.find((one) => one.id === id)
    if (!question) continue
    const isSame = chapter.questionHashes.get(id) === questionHash
    state.set(id, (isSame && graded(question, answer, isRight)) || { kind: 'changed' })
  }
  return state
}
