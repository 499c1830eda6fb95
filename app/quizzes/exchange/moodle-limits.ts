import type { BankQuestion } from './bank.ts'
import type { Loss } from './conversion-warnings.ts'
import { rightShare } from './moodle-marks.ts'

/**
 * The longest right side of a pair and the longest id that Moodle's database holds, in characters.
 */
export const maxRightSide = 255
export const maxId = 100

const lengthOf = (text: string) => [...text].length

/**
 * Why a question would end Moodle's whole import; null where it would not. Such a question is left
 * out and told.
 */
export function refusedByMoodle(question: BankQuestion): Loss | null {
  const { id } = question
  if (lengthOf(id) > maxId) return { question: id, loss: 'longId', detail: String(maxId) }
  if (
    question.type === 'match' &&
    question.pairs.some(({ right }) => lengthOf(right) > maxRightSide)
  )
    return { question: id, loss: 'longRightSide', detail: String(maxRightSide) }
  if (question.type !== 'multiple') return null
  const right = question.options.filter(({ isCorrect }) => isCorrect).length
  return rightShare(right) === null
    ? { question: id, loss: 'manyRight', detail: String(right) }
    : null
}
