import type { Answer, NumberAnswer } from './bank-answers.ts'
import type { LossName } from './conversion-warnings.ts'

/**
 * What kind of question a file holds, with its answers, before it is known whether a course can
 * hold it.
 */
export type Found =
  | { kind: 'single' | 'multiple' | 'short'; answers: Answer[] }
  | { kind: 'number'; answers: NumberAnswer[] }
  /** A text with a {@link ./cloze.ts gapMark} in the place of each gap. */
  | { kind: 'gaps'; gaps: (Answer[] | NumberAnswer[])[] }
  | { kind: 'true-false'; isTrue: boolean; ifTrue: string; ifFalse: string }
  | { kind: 'order'; items: { text: string; feedback: string }[] }
  | { kind: 'match'; pairs: { left: string; right: string }[] }
  | { kind: 'essay' }
  | { kind: 'description' }
  /** One that no course can hold, with the reason. */
  | { kind: 'refused'; loss: LossName; detail: string }

/** A question in a file. Its text and feedback may have several lines. */
export interface FoundQuestion {
  line: number
  id: string | null
  name: string
  tags: string[]
  text: string
  general: string
  hints: string[]
  found: Found
}
