import { type Clock, systemClock } from '../../platform/clock.ts'
import { countTry, leftAt, type TokenBucket, type Tries, waitForAllowance, waitForName } from './rate-limiter.ts'

/** Whether a passphrase may be tried now, or after how many whole seconds. */
export type Admission = { kind: 'go' } | { kind: 'wait'; seconds: number }

function waitOf(milliseconds: number): Admission {
  return { kind: 'wait', seconds: Math.ceil(milliseconds / 1000) }
}

/** An allowance that is shared by everyone, and kept in memory only. */
export function sharedAllowance(allowance: TokenBucket, clock: Clock = systemClock) {
  let left = { tries: allowance.most, at: clock.now().getTime() }
  return {
    /** Takes one try, or says how long to wait. */
    take(): Admission {
      left = leftAt(left, allowance, clock.now().getTime())
      const wait = waitForAllowance(left, allowance)
      if (wait > 0) return waitOf(wait)
      left = { ...left, tries: left.tries - 1 }
      return { kind: 'go' }
    },
    /** Gives a try back that did no harm. */
    giveBack(): void {
      left = { ...left, tries: Math.min(allowance.most, left.tries + 1) }
    },
  }
}

/**
 * Slows guessing: for each name, whether anybody has it or not, and for all names together. No address is looked at, so people behind one
 * address do not stop each other. It is kept in memory only, for at most `mostNames` names; those tried longest ago are forgotten first.
 */
export function rateLimiter({ clock = systemClock, mostNames = 10_000, allowance = { most: 240, perSecond: 10 } } = {}) {
  const names = new Map<string, Tries>()
  const total = sharedAllowance(allowance, clock)
  return {
    /** Asks for one try. A try that may go counts as a wrong one until {@link wasRight}, so that many at once gain nothing. */
    admit(pseudonymKey: string): Admission {
      const now = clock.now().getTime()
      const tries = names.get(pseudonymKey)
      const wait = waitForName(tries, now)
      if (wait > 0) return waitOf(wait)
      const admission = total.take()
      if (admission.kind === 'wait') return admission
      names.delete(pseudonymKey)
      names.set(pseudonymKey, countTry(tries, now))
      if (names.size > mostNames) names.delete(names.keys().next().value as string)
      return admission
    },
    /** Forgets the wrong tries of a name: its owner is here. */
    wasRight(pseudonymKey: string): void {
      names.delete(pseudonymKey)
      total.giveBack()
    },
    /** How many names are remembered. */
    get size(): number {
      return names.size
    },
  }
}

/** The brake of this process on tries of a passphrase. */
export const passphraseTries = rateLimiter()

/** The brake of this process on new accounts: also on asking, by signing up, which pseudonyms are taken. */
export const newAccounts = sharedAllowance({ most: 100, perSecond: 2 })

/** The brake of this process on codes of study circles, by the learner who tries them. */
export const joinCodes = rateLimiter()
