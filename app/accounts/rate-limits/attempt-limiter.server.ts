import { createHmac } from 'node:crypto'
import { setTimeout as sleepFor } from 'node:timers/promises'
import { BoundedMap } from '../../platform/bounded-map.ts'
import { type Clock, systemClock } from '../../platform/clock.ts'
import { newSecretKey } from '../../platform/random.server.ts'
import { isWorker, oneForAll } from '../../platform/workers/one-for-all.server.ts'
import { shareOf } from '../../platform/workers/share.server.ts'
import { type AttemptLimits, AttemptScheduler } from './attempt-scheduler.ts'

/**
 * A secret may be tried now, and `undo` is to be called if it was right; or after so many seconds.
 */
export type AttemptAdmission = { kind: 'go'; undo(): void } | { kind: 'wait'; seconds: number }

interface AttemptLimiter {
  /**
   * Asks to try a secret, and waits for the turn where that is near. A failure unless `undo` is
   * called.
   */
  admit(key: string, secret: string): Promise<AttemptAdmission>
}

/** What a limiter needs of the world. Tests give their own. */
interface Surroundings {
  clock?: Clock
  sleep?: (milliseconds: number) => Promise<unknown>
}

/** The fewest limits that are safe for people: five attempts, then pauses of up to 8 seconds. */
export const usualLimits: AttemptLimits = {
  free: 5,
  maxPause: 8000,
  burst: 300,
  perSecond: 10,
  reserve: 60,
  maxHold: 25_000,
  maxKeys: 10_000,
  maxWaiting: 20_000,
}

// So few that forms of others always find room on the server.
const maxWaiting = shareOf(60)

// A secret leaves a worker as a fingerprint alone.
const ownKey = newSecretKey()
let fingerprintKey: Uint8Array | null = isWorker ? null : ownKey
const findKey = oneForAll('key of fingerprints', () => ownKey)

/** The one scheduler of all workers: who guesses through several has no more attempts. */
function sharedScheduler(name: string, limits: Partial<AttemptLimits>) {
  const scheduler = new AttemptScheduler({ ...usualLimits, ...limits })
  const undos = new BoundedMap<number, () => void>(usualLimits.maxKeys)
  let last = 0
  return {
    ask: oneForAll(
      `attempts: ${name}`,
      (key: string, fingerprint: string, now: number, canHold: boolean) => {
        const turn = scheduler.ask(key, fingerprint, now, canHold)
        if (turn.kind === 'wait') return turn
        last += 1
        undos.set(last, turn.undo)
        return { kind: turn.kind, at: turn.at, ticket: last }
      },
    ),
    undo: oneForAll(`attempts that were right: ${name}`, (ticket: number) => {
      undos.get(ticket)?.()
      undos.delete(ticket)
    }),
  }
}

/**
 * Limits the attempts at a secret, with no address looked at and all in memory. Of the secrets that
 * have to wait only fingerprints are remembered, by a key that dies with the process. Of one name
 * there is one limiter for all workers of a machine.
 */
export function attemptLimiter(
  name: string,
  limits: Partial<AttemptLimits> = {},
  { clock = systemClock, sleep = sleepFor }: Surroundings = {},
): AttemptLimiter {
  const scheduler = sharedScheduler(name, limits)
  let waiting = 0
  return {
    async admit(key, secret) {
      fingerprintKey ??= await findKey()
      const fingerprint = createHmac('sha256', fingerprintKey)
        .update(JSON.stringify([key, secret]))
        .digest('base64')
      const now = clock.now().getTime()
      const turn = await scheduler.ask(key, fingerprint, now, waiting < maxWaiting)
      if (turn.kind === 'wait') return turn
      if (turn.at > now) {
        waiting += 1
        await sleep(turn.at - now)
        waiting -= 1
      }
      return { kind: 'go', undo: () => void scheduler.undo(turn.ticket).catch(() => {}) }
    },
  }
}

/** Attempts at the passphrase of a name, by anybody. */
export const signInAttempts = attemptLimiter('signing in')

/**
 * Attempts at the recovery codes of a name: counted apart, so that who guesses at a passphrase does
 * not keep its owner from recovering, and slowed less, since a code has 80 random bits.
 */
export const recoveryAttempts = attemptLimiter('recovering', {
  maxPause: 1000,
  burst: 120,
  perSecond: 5,
  reserve: 40,
})

/**
 * Attempts at their passphrase by people who are signed in, by session: no stranger has a part in
 * it, nor who has taken another session of theirs. A session is had with the passphrase alone, so
 * nobody gets more attempts by having several.
 */
export const signedInAttempts = attemptLimiter('signed in', {
  burst: Number.POSITIVE_INFINITY,
  reserve: 0,
})

/** Attempts at codes of study circles, by learner. */
export const joinAttempts = attemptLimiter('joining')
