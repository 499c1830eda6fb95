import { type InTurn, queueingLimiter } from '../queueing-limiter.ts'
import { afterWorker } from './ended-workers.ts'
import { isWorker, oneForAll } from './one-for-all.server.ts'

/** A turn that was given to a worker, or that it waits for. */
interface Turn {
  pid: number
  isOver: boolean
  end: () => void
}

/**
 * Lends turns to processes, never more than `limit` at once. What a process holds or waits for when it
 * ends is free again.
 */
export function turnLender(limit: number) {
  const inTurn = queueingLimiter(limit)
  const turns = new Map<number, Turn>()
  let last = 0

  function giveBack(ticket: number) {
    const turn = turns.get(ticket)
    turns.delete(ticket)
    if (!turn) return
    turn.isOver = true
    turn.end()
  }

  return {
    /** Resolves to a ticket when the turn has come. */
    take(pid: number, isUrgent: boolean): Promise<number> {
      last += 1
      const ticket = last
      const turn: Turn = { pid, isOver: false, end: () => {} }
      turns.set(ticket, turn)
      return new Promise((resolve) => {
        const hold = () =>
          new Promise<void>((end) => {
            if (turn.isOver) return end()
            turn.end = end
            resolve(ticket)
          })
        void inTurn(hold, { isUrgent })
      })
    },
    giveBack,
    giveBackAllOf(pid: number) {
      for (const [ticket, turn] of turns) if (turn.pid === pid) giveBack(ticket)
    },
  }
}

/**
 * Runs work in turn as {@link queueingLimiter} does, never more than `limit` pieces at once in all
 * workers of the machine together. The name tells one queue from another.
 */
export function sharedQueue(name: string, limit: number): InTurn {
  const lender = turnLender(limit)
  const take = oneForAll(`take a turn: ${name}`, lender.take)
  const giveBack = oneForAll(`give a turn back: ${name}`, lender.giveBack)
  afterWorker(lender.giveBackAllOf)
  if (!isWorker) return queueingLimiter(limit)
  return async (work, { isUrgent = false } = {}) => {
    const ticket = await take(process.pid, isUrgent)
    try {
      return await work()
    } finally {
      giveBack(ticket).catch(() => {})
    }
  }
}
