import type { Chapter } from '../courses/chapter.ts'
import type { Question } from './question-type.ts'
import { typeOf } from './question-types.ts'
import type { QuestionState, QuizState } from './quiz-state.ts'

/** An answer as it comes from the store. */
interface StoredAnswer {
  question: string
  questionHash: string
  answer: string
}

/**
 * The self-check as a learner left it: each question with its latest answer, graded. A question that has changed since is said to have
 * changed; its old answer is never graded by the new key.
 */
export function stateFromAttempts(chapter: Chapter, questions: Question[], attempts: StoredAnswer[]): QuizState {
  const state = new Map<string, QuestionState>()
  for (const { question: id, questionHash, answer } of attempts) {
    const question = questions.find((one) => one.id === id)
    if (!question) continue
    if (chapter.questionHashes.get(id) !== questionHash) {
      state.set(id, { kind: 'changed' })
      continue
    }
    const chosen = JSON.parse(answer) as Record<string, string>
    state.set(id, { kind: 'graded', chosen, grade: typeOf(question).grade(question, chosen) })
  }
  return state
}
