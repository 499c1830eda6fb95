import { BoundedMap } from '../../platform/bounded-map.ts'

const second = 1000
const hour = 3_600_000

/** How fast secrets may be tried: for each key (a name, a learner), and for all keys together. */
export interface AttemptLimits {
  /** How many attempts of one key are free of a pause. */
  free: number
  /** The pause after the others is 1 s, 2 s, 4 s … and at most this, in milliseconds. */
  maxPause: number
  /** How many attempts of all keys may be made at once, and how many come back each second. */
  burst: number
  perSecond: number
  /** How many of the burst are left for those who have waited as long as they were told to. */
  reserve: number
  /** How long a request of someone who has waited may be held until its turn, in milliseconds. */
  maxHold: number
  /** How many keys, and how many attempts that were told to wait, are remembered. */
  maxKeys: number
  maxWaiting: number
}

/**
 * An attempt may begin, now or at a moment soon after; `undo` takes it back when the secret was
 * right, so that only failures count. Or it must be made again after so many whole seconds.
 */
export type Turn = { kind: 'go'; at: number; undo(): void } | { kind: 'wait'; seconds: number }

/** The attempts of a key that failed or are being made, and from when on the next may begin. */
interface Attempts {
  count: number
  lastAt: number
  openAt: number
}

/** For how long after the wait that it was told an attempt still goes before others. */
const waitedFor = 120 * second

/**
 * The pause after an attempt: none while attempts are free, then 1 s, 2 s, 4 s and on, up to the
 * longest.
 */
export function pauseAfter(
  count: number,
  { free, maxPause }: Pick<AttemptLimits, 'free' | 'maxPause'>,
): number {
  return count < free ? 0 : Math.min(maxPause, second * 2 ** (count - free))
}

/**
 * Says when a secret may be tried, without looking at who sends it. An attempt that must wait is
 * remembered by its fingerprint: the same attempt, made again after the wait that it was told, goes
 * before all that have not waited, and is held for a moment rather than refused where others who
 * have waited were first. So a flood of ever new guesses does not keep out somebody who makes the
 * same attempt twice, while no key, nor all together, are tried faster than the limits.
 */
export class AttemptScheduler {
  readonly #limits: AttemptLimits
  readonly #keys: BoundedMap<string, Attempts>
  /** By fingerprint, from when on an attempt has waited long enough; the oldest first. */
  readonly #waiting: BoundedMap<string, number>
  #left: number
  #leftAt = Number.NEGATIVE_INFINITY

  constructor(limits: AttemptLimits) {
    this.#limits = limits
    this.#keys = new BoundedMap(limits.maxKeys)
    this.#waiting = new BoundedMap(limits.maxWaiting)
    this.#left = limits.burst
  }

  /** Asks for a turn of an attempt. Without `canHold` it begins now or must wait. */
  ask(key: string, fingerprint: string, now: number, canHold = true): Turn {
    const { maxHold } = this.#limits
    const readyAt = this.#waiting.get(fingerprint) ?? Number.POSITIVE_INFINITY
    const hasWaited = readyAt <= now && now < readyAt + waitedFor
    const before = this.#recent(key, now)
    const keyOpenAt = Math.max(now, before?.openAt ?? now)
    const at = Math.max(keyOpenAt, this.#totalOpenAt(hasWaited, now))
    if (at - now > (hasWaited && canHold ? maxHold : 0)) {
      const waitedAt = Math.max(now + second, keyOpenAt, this.#totalOpenAt(true, now))
      const until = hasWaited ? waitedAt : Math.min(Math.max(now, readyAt), waitedAt)
      this.#remember(fingerprint, hasWaited ? readyAt : until, now)
      return { kind: 'wait', seconds: Math.max(1, Math.ceil((until - now) / second)) }
    }
    this.#waiting.delete(fingerprint)
    return { kind: 'go', at, undo: this.#take(key, before, at) }
  }

  /** How many keys and waiting attempts are remembered. */
  get size(): { keys: number; waiting: number } {
    return { keys: this.#keys.size, waiting: this.#waiting.size }
  }

  /** The attempts of a key that count: none after a quiet hour, or when the clock was set back. */
  #recent(key: string, now: number): Attempts | undefined {
    const attempts = this.#keys.get(key)
    if (!attempts) return undefined
    const since = now - attempts.lastAt
    return since >= -this.#limits.maxHold && since < hour ? attempts : undefined
  }

  /** From when on the limit of all together lets an attempt begin. */
  #totalOpenAt(hasWaited: boolean, now: number): number {
    const { burst, perSecond, reserve } = this.#limits
    const passed = Math.max(0, now - this.#leftAt) / second
    this.#left = Math.min(burst, this.#left + passed * perSecond)
    this.#leftAt = now
    const missing = 1 + (hasWaited ? 0 : reserve) - this.#left
    return missing <= 0 ? now : now + Math.ceil((missing / perSecond) * second)
  }

  #take(key: string, before: Attempts | undefined, at: number): () => void {
    const count = (before?.count ?? 0) + 1
    const openAt = at + pauseAfter(count, this.#limits)
    this.#left -= 1
    this.#keys.set(key, { count, lastAt: at, openAt })
    return () => {
      this.#left = Math.min(this.#limits.burst, this.#left + 1)
      const after = this.#keys.get(key)
      if (!after) return
      if (after.count <= 1) this.#keys.delete(key)
      else {
        const isLast = after.openAt === openAt && after.lastAt === at
        this.#keys.set(key, {
          ...after,
          count: after.count - 1,
          openAt: isLast ? (before?.openAt ?? 0) : after.openAt,
        })
      }
    }
  }

  #remember(fingerprint: string, readyAt: number, now: number) {
    // One whose time has run out begins again; one that asks too early keeps its time.
    const isOver = now >= readyAt + waitedFor
    if (this.#waiting.has(fingerprint) && !isOver) return
    this.#waiting.set(fingerprint, readyAt)
  }
}
