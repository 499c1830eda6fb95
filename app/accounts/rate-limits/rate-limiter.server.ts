import { type Clock, systemClock } from '../../platform/clock.ts'
import { oneForAll } from '../../platform/workers/one-for-all.server.ts'
import { leftAt, type TokenBucket, waitForAllowance } from './rate-limiter.ts'

/** Whether something may be done now, or after how many whole seconds. */
export type Admission = { kind: 'go' } | { kind: 'wait'; seconds: number }

function waitOf(milliseconds: number): Admission {
  return { kind: 'wait', seconds: Math.ceil(milliseconds / 1000) }
}

/** An allowance that is shared by everyone, and kept in memory only. */
export function sharedAllowance(allowance: TokenBucket, clock: Clock = systemClock) {
  let left = { tries: allowance.max, at: clock.now().getTime() }
  return {
    /** Takes one try, or says how long to wait. */
    take(): Admission {
      left = leftAt(left, allowance, clock.now().getTime())
      const wait = waitForAllowance(left, allowance)
      if (wait > 0) return waitOf(wait)
      left = { ...left, tries: left.tries - 1 }
      return { kind: 'go' }
    },
  }
}

const allowance = sharedAllowance({ max: 100, perSecond: 2 })

/**
 * The limit of this machine for new accounts: also on asking, by signing up, which pseudonyms are
 * taken.
 */
export const newAccounts = { take: oneForAll('new accounts', () => allowance.take()) }
