/**
 * What is counted of a wording of a question, or of one of its parts. Counts and sums alone:
 * nothing in it comes from one learner for sure.
 */
export interface ItemCounts {
  question: string
  questionHash: string
  /** An option, item, pair or blank; empty for the question as a whole. */
  part: string
  /** First answers; of a part, how often it was chosen or placed. */
  answered: number
  right: number
  /** Wrong, and said to be sure. */
  sureWrong: number
  /**
   * How many learners have answered the whole check, and how many of those had this question right
   * (Σx, which is Σx² too).
   */
  checks: number
  checksRight: number
  /** Over those learners, y being the share of the other questions that was right: Σy, Σy², Σxy. */
  rest: number
  restSquared: number
  restRight: number
}

/** The counts of what nobody has answered. */
export function emptyItemCounts(question: string, questionHash: string, part = ''): ItemCounts {
  return {
    question,
    questionHash,
    part,
    answered: 0,
    right: 0,
    sureWrong: 0,
    checks: 0,
    checksRight: 0,
    rest: 0,
    restSquared: 0,
    restRight: 0,
  }
}

/** Two counts of the same thing together. */
export function addItemCounts(a: ItemCounts, b: ItemCounts): ItemCounts {
  return {
    ...a,
    answered: a.answered + b.answered,
    right: a.right + b.right,
    sureWrong: a.sureWrong + b.sureWrong,
    checks: a.checks + b.checks,
    checksRight: a.checksRight + b.checksRight,
    rest: a.rest + b.rest,
    restSquared: a.restSquared + b.restSquared,
    restRight: a.restRight + b.restRight,
  }
}
