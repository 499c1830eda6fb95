const second = 1000
const hour = 3_600_000

/** How often a passphrase was tried in vain for one name, and when last, in milliseconds. */
export interface Tries {
  count: number
  lastAt: number
}

/** The tries that count: none after a quiet hour, or when the clock was set back. */
function recent(tries: Tries | undefined, now: number): Tries | undefined {
  return tries && now >= tries.lastAt && now - tries.lastAt < hour ? tries : undefined
}

/** The milliseconds to wait before the name may be tried again: none for five tries, then 1 s, 2 s, 4 s and on, 30 s at most. */
export function waitForName(tries: Tries | undefined, now: number): number {
  const counted = recent(tries, now)
  if (!counted || counted.count < 5) return 0
  const pause = Math.min(30 * second, second * 2 ** (counted.count - 5))
  return Math.max(0, counted.lastAt + pause - now)
}

/** The tries of a name after one more. */
export function countTry(tries: Tries | undefined, now: number): Tries {
  return { count: (recent(tries, now)?.count ?? 0) + 1, lastAt: now }
}

/** How many tries may be made at once, and how many come back each second. */
export interface TokenBucket {
  most: number
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
  return { tries: Math.min(allowance.most, grown), at: now }
}

/** The milliseconds until one try is left. */
export function waitForAllowance(left: Left, allowance: TokenBucket): number {
  return left.tries >= 1 ? 0 : Math.ceil(((1 - left.tries) / allowance.perSecond) * second)
}
