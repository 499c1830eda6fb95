import type { ItemStatistics } from './item-statistics.ts'

/** What the figures say against a question. */
export type Fault =
  | 'backwards'
  | 'misleads'
  | 'tooHard'
  | 'outweighed'
  | 'saysLittle'
  | 'neverChosen'

/** A fault, and the option that it is about. */
export interface ItemFault {
  fault: Fault
  part?: string
}

/** An option of a question, and whether it is right. Questions of other types have none here. */
export interface Choice {
  id: string
  isCorrect: boolean
}

/**
 * How much each fault weighs. Where those who know the rest miss a question, its key may be wrong:
 * that comes before everything. A belief that is sure and wrong is worth more than a hard question.
 * An option that nobody takes only makes the question easier.
 */
const weights: Record<Fault, number> = {
  backwards: 100,
  misleads: 50,
  tooHard: 40,
  outweighed: 30,
  saysLittle: 20,
  neverChosen: 5,
}

// The lines that are drawn (docs/decisions/029).
const littleBelow = 0.2
const hardBelow = 0.3
const misleadsFrom = 0.2
// Where nearly everyone is right, nothing can tell one learner from another, and nothing need be
// mended.
const easyFrom = 0.95

/** What the figures say against a question, the heaviest first. */
export function findFaults(
  { right, discrimination, sureWrong, parts }: ItemStatistics,
  choices: Choice[],
): ItemFault[] {
  const faults: ItemFault[] = []
  const chosen = (id: string) => parts.get(id)?.chosen ?? 0
  const wrong = choices.filter(({ isCorrect }) => !isCorrect)
  const minRight = Math.min(
    ...choices.filter(({ isCorrect }) => isCorrect).map(({ id }) => chosen(id)),
  )
  const isKnown = typeof discrimination === 'number'
  if (isKnown && discrimination < 0) faults.push({ fault: 'backwards' })
  if (sureWrong >= misleadsFrom) faults.push({ fault: 'misleads' })
  if (right < hardBelow) faults.push({ fault: 'tooHard' })
  for (const { id } of wrong)
    if (chosen(id) > minRight) faults.push({ fault: 'outweighed', part: id })
  if (isKnown && discrimination >= 0 && discrimination < littleBelow && right < easyFrom)
    faults.push({ fault: 'saysLittle' })
  // Of two options, the other one is all that there is.
  if (choices.length > 2)
    for (const { id } of wrong)
      if (chosen(id) === 0) faults.push({ fault: 'neverChosen', part: id })
  return faults
}

/** How urgent it is to rewrite a question: the sum of its faults' weights. */
export function priorityOf(faults: ItemFault[]): number {
  return faults.reduce((sum, { fault }) => sum + weights[fault], 0)
}

/**
 * The part that was chosen or placed wrongly most often; null where none was. Of several, the first
 * in the question's own order.
 */
export function mostWrong(
  { parts }: ItemStatistics,
  order: string[],
): { part: string; count: number } | null {
  const counts = order.map((part) => ({ part, count: parts.get(part)?.wrong ?? 0 }))
  const max = Math.max(0, ...counts.map(({ count }) => count))
  return max === 0 ? null : (counts.find(({ count }) => count === max) ?? null)
}
