/** How often the same line is written in a period, and how many different ones are told apart. */
const maxInPeriod = 5
const maxKinds = 200

/**
 * Lets the first few of the same line through in a period and counts the others, so that whatever
 * somebody does again and again cannot fill a disk. `told` is called at the end of a period for
 * each that was left out.
 */
export class RepeatLimiter<Line> {
  #lines = new Map<string, { count: number; line: Line }>()

  /** Whether a line is to be written. Lines of the same kind share a key. */
  admits(key: string, line: Line): boolean {
    const kind = this.#lines.has(key) || this.#lines.size < maxKinds ? key : 'others'
    const known = this.#lines.get(kind) ?? { count: 0, line }
    known.count += 1
    this.#lines.set(kind, known)
    return known.count <= maxInPeriod
  }

  /** Ends a period: which lines were left out, and how often. */
  endPeriod(): { line: Line; leftOut: number }[] {
    const lines = [...this.#lines.values()].filter(({ count }) => count > maxInPeriod)
    this.#lines.clear()
    return lines.map(({ line, count }) => ({ line, leftOut: count - maxInPeriod }))
  }
}
