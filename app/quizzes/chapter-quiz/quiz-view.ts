import type { ReactNode } from 'react'
import type { Translation } from '../../courses/view/translation-links.tsx'
import type { Question } from '../types/question-type.ts'
import type { QuizState } from './quiz-state.ts'

/**
 * The id of the form of a self-check. For a guest it goes along when the language changes (decision
 * 013), and to an account that they make.
 */
export const answersForm = 'self-check'

/** What a chapter's self-check needs to be shown. */
export interface QuizView {
  questions: Question[]
  state: QuizState
  /** The chapter's address, where the form is sent. */
  address: string
  /** What that address carries along, with its question mark. */
  query?: string
  /** Whether answers are kept. If not, the form itself carries those that were graded. */
  isKept: boolean
  /** The form was sent as a learner's, and the session has ended since: where to sign in again. */
  signInAt: string | null
  /** Where a guest makes an account and takes the answers along. */
  signUpAt?: string | null
  /** Where a question's answer stands in a text, and what that place is called. */
  placeOf(question: Question): { address: string; title: string }
  translations: Translation[]
  /** The chapter to go on to. */
  next?: NextChapter | null
  /** Where the check of the whole course is: what comes after the last chapter. */
  courseCheck?: string | null
  /** What stands for a question, or for the sum, where it is rendered by itself. */
  placeOfSheet?(question: Question): ReactNode
  placeOfSum?: ReactNode
}

/** A chapter that one can go on to. */
export interface NextChapter {
  number: number
  title: string
  address: string
}
