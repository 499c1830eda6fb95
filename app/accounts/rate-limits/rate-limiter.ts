const second = 1000

/** How many tries may be made at once, and how many come back each second. */
export interface TokenBucket {
  max: number
  perSecond: number
}

/** What is left of an allowance at a moment, in milliseconds. */
interface Left {
  tries: number
  at: number
}

/** What is left now: it grows with time up to the most. */
export function leftAt(left: Left, allowance: TokenBucket, now: number): Left {
  const grown = left.tries + (Math.max(0, now - left.at) / second) * allowance.perSecond
  return { tries: Math.min(allowance.max, grown), at: now }
}

/** The milliseconds until one try is left. */
export function waitForAllowance(left: Left, allowance: TokenBucket): number {
  return left.tries >= 1 ? 0 : Math.ceil(((1 - left.tries) / allowance.perSecond) * second)
}
