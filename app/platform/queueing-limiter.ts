/** Work that waits for its turn; what is urgent goes before the rest. */
export type InTurn = <T>(work: () => Promise<T>, options?: { isUrgent?: boolean }) => Promise<T>

/**
 * Runs the work it is given in turn, never more than `limit` pieces at once; the rest wait, what is
 * urgent first, then first come, first served.
 */
export function queueingLimiter(limit: number): InTurn {
  const urgent: (() => void)[] = []
  const waiting: (() => void)[] = []
  let running = 0
  return async (work, { isUrgent = false } = {}) => {
    if (running < limit) running += 1
    else await new Promise<void>((start) => (isUrgent ? urgent : waiting).push(start))
    try {
      return await work()
    } finally {
      const next = urgent.shift() ?? waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
