/** Room for so many at once, for one kind of work. */
export interface RoomSize {
  /** How many are worked on at once. */
  running: number
  /** How many more may wait for their turn. */
  waiting: number
}

/**
 * Room for so many at once, and a queue. Those who find both full are told so at once. Where more
 * than half is taken, nobody takes more than a tenth: one visitor who is known by an id cannot fill
 * it for the others.
 */
export function rejectingLimiter({ running, waiting }: RoomSize) {
  const size = running + waiting
  const share = Math.max(1, Math.floor(size / 10))
  const queue: (() => void)[] = []
  const ofVisitor = new Map<string, number>()
  let inside = 0
  let atWork = 0

  const isFullFor = (visitor: string | null) =>
    inside >= size ||
    (visitor !== null && inside * 2 >= size && (ofVisitor.get(visitor) ?? 0) >= share)

  function count(visitor: string | null, change: 1 | -1) {
    inside += change
    if (visitor === null) return
    const number = (ofVisitor.get(visitor) ?? 0) + change
    if (number > 0) ofVisitor.set(visitor, number)
    else ofVisitor.delete(visitor)
  }

  return {
    /**
     * Does some work inside, first come, first served; or gives what there is for those who find it
     * full.
     */
    async run<T>(visitor: string | null, work: () => Promise<T>, full: () => T): Promise<T> {
      if (isFullFor(visitor)) return full()
      count(visitor, 1)
      try {
        if (atWork < running) atWork += 1
        else await new Promise<void>((start) => queue.push(start))
        try {
          return await work()
        } finally {
          const next = queue.shift()
          if (next) next()
          else atWork -= 1
        }
      } finally {
        count(visitor, -1)
      }
    },
  }
}
