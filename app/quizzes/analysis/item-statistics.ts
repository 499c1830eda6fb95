import type { ItemCounts } from './item-counts.ts'

/**
 * From how many first answers on a question's figures are shown. With fewer, a figure would say too
 * much of a few people, and too little of the question.
 */
export const minAnswersShown = 20

/** The figures of a wording of a question. */
export interface ItemStatistics {
  answered: number
  /** Difficulty: the share of first answers that was right. */
  right: number
  /**
   * The question's correlation with the rest of the check, from -1 to 1; or that too few have
   * answered the whole check, or all alike, which has none.
   */
  discrimination: number | 'tooFew' | 'alike'
  /** The share of first answers that was wrong and said to be sure. */
  sureWrong: number
  /**
   * How often each part was chosen or placed, and how often wrongly, by id. A part that nobody
   * chose is not in it.
   */
  parts: Map<string, { chosen: number; wrong: number }>
}

/**
 * Item-rest correlation: Pearson's r of the question (x, right or not) with the share of the
 * check's other questions that was right (y), out of running sums. For an x of 0 and 1 it is the
 * point-biserial correlation. Null where it is not defined: everyone has the same x, or the same y.
 * Source and published example: docs/decisions/029.
 */
function discriminationOf({
  checks: n,
  checksRight: x,
  rest: y,
  restSquared,
  restRight,
}: ItemCounts): number | null {
  const spreadX = n * x - x * x
  const spreadY = n * restSquared - y * y
  if (n < 2 || spreadX <= 0 || spreadY <= n * n * 1e-9) return null
  const r = (n * restRight - x * y) / Math.sqrt(spreadX * spreadY)
  return Math.min(1, Math.max(-1, r))
}

/**
 * The figures of one wording from its counts: the question's own and its parts'. Null where it has
 * too few answers.
 */
export function itemStatistics(counts: ItemCounts[]): ItemStatistics | null {
  const whole = counts.find(({ part }) => part === '')
  if (!whole || whole.answered < minAnswersShown) return null
  const { answered, right, sureWrong, checks } = whole
  return {
    answered,
    right: right / answered,
    discrimination: checks < minAnswersShown ? 'tooFew' : (discriminationOf(whole) ?? 'alike'),
    sureWrong: sureWrong / answered,
    parts: new Map(
      counts
        .filter(({ part }) => part !== '')
        .map((one) => [one.part, { chosen: one.answered, wrong: one.answered - one.right }]),
    ),
  }
}
