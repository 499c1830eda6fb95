import type { BankQuestion, Gap } from './bank.ts'
import type { LossName } from './conversion-warnings.ts'

/**
 * An answer as other platforms know it: its share of the marks in percent, and what is said of it.
 */
export interface Answer {
  text: string
  feedback: string
  share: number
}

/** A number that is an answer, and whether others near it are none. */
export type NumberAnswer = Answer & { isExact: boolean }

type Lose = (loss: LossName, detail?: string) => void
type Options = Extract<BankQuestion, { type: 'single' | 'multiple' }>['options']

// Moodle takes a hundred to a hundredth, and files round a third to 33.
const nearlyWhole = 1
const isWhole = (sum: number) => Math.abs(sum - 100) <= nearlyWhole

const isShare = ({ share }: Answer) => share >= -100 && share <= 100

/** Whether each answer's share is one that a mark can have; the first that is none is told. */
function haveShares(answers: Answer[], lose: Lose): boolean {
  const odd = answers.find((answer) => !isShare(answer))
  if (odd) lose('badShare', odd.text)
  return !odd
}

/**
 * The right ones of several: those that make a whole mark together, the greatest shares first. What
 * is worth a little beside them is not right. Null where another choice of options would do as
 * well, or none does.
 */
function rightOfSeveral(answers: Answer[], lose: Lose): Answer[] | null {
  const positive = answers.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share)
  let sum = 0
  const sums = positive.map(({ share }) => {
    sum += share
    return sum
  })
  if (isWhole(sums.at(-1) ?? 0)) return positive
  const count = sums.findIndex(isWhole) + 1
  const words = positive.map(({ text }) => text).join(', ')
  if (count === 0) {
    lose((sums.at(-1) ?? 0) < 100 ? 'noRightAnswer' : 'eitherRight', words)
    return null
  }
  const isTied = positive[count]?.share === positive[count - 1]?.share
  if (isTied) lose('eitherRight', words)
  return isTied ? null : positive.slice(0, count)
}

/** The options of a question, each right or not. Null where that cannot be said; why is told. */
export function readOptions(
  kind: 'single' | 'multiple',
  written: Answer[],
  lose: Lose,
): Options | null {
  const answers = written.filter(({ text }) => text !== '')
  if (answers.length < written.length) lose('emptyAnswer')
  if (!haveShares(answers, lose)) return null
  const right =
    kind === 'multiple'
      ? rightOfSeveral(answers, lose)
      : answers.filter(({ share }) => share === 100)
  if (!right) return null
  if (right.length === 0) {
    lose('noRightAnswer')
    return null
  }
  if (kind === 'single' && right.length > 1) {
    lose('eitherRight', right.map(({ text }) => text).join(', '))
    return null
  }
  for (const one of answers) {
    if (one.share > 0 && !right.includes(one)) lose('partialCredit', one.text)
    if (one.share < 0 && kind === 'single') lose('marksOff', one.text)
  }
  return answers.map((one) => ({
    text: one.text,
    reason: one.feedback,
    isCorrect: right.includes(one),
  }))
}

const unstarred = (text: string) => text.replaceAll('\\*', '*')
const hasWildcard = (text: string) => /(?<!\\)\*/.test(text)

/**
 * A gap with the answers that a course can compare. Null where none of them is right; what is left
 * out is told.
 */
export function readGap(
  sentence: string,
  written: (Answer | NumberAnswer)[],
  lose: Lose,
): Gap | null {
  if (!haveShares(written, lose)) return null
  const near = written.filter((one) => 'isExact' in one && !one.isExact)
  for (const { text } of near) lose('tolerance', text)
  for (const { text } of written) if (hasWildcard(text)) lose('wildcard', text)
  const answers = written
    .filter((one) => !near.includes(one) && !hasWildcard(one.text) && one.text !== '')
    .map((one) => ({ ...one, text: unstarred(one.text) }))
  for (const { text, share } of answers) if (share > 0 && share < 100) lose('partialCredit', text)
  const right = answers.filter(({ share }) => share === 100)
  if (right.length === 0) {
    lose('noRightAnswer')
    return null
  }
  const explanations = right.map(({ feedback }) => feedback).filter(Boolean)
  for (const feedback of new Set(explanations.slice(1)))
    if (feedback !== explanations[0]) lose('generalFeedback', feedback)
  return {
    sentence,
    accepted: right.map(({ text }) => text),
    wrong: answers
      .filter(({ share }) => share < 100)
      .map(({ text, feedback }) => ({ text, reason: feedback })),
    reason: explanations[0] ?? '',
  }
}
