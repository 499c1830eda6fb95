import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usualLimits } from './attempt-limiter.server.ts'
import { AttemptScheduler, pauseAfter } from './attempt-scheduler.ts'

const second = 1000
const scheduler = (limits = {}) => new AttemptScheduler({ ...usualLimits, ...limits })

test('the pause grows from nothing to 8 seconds', () => {
  const pauses = Array.from({ length: 12 }, (_, n) => pauseAfter(n, usualLimits) / second)
  expect(pauses).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 8, 8, 8])
})

/** Attempts in the order of time: at whose key, which guess, and how long after the one before. */
const attempts = fc.array(
  fc.record({
    key: fc.nat(3),
    guess: fc.nat(12),
    pause: fc.oneof(fc.constant(0), fc.nat(300), fc.nat(20_000)),
  }),
  {
    maxLength: 200,
  },
)

describe('whatever is asked', () => {
  const limits = { burst: 20, perSecond: 1, reserve: 6 }

  /** When the attempts begin, by key. */
  function startsOf(asked: { key: number; guess: number; pause: number }[]) {
    const limiter = scheduler(limits)
    const starts: { key: number; at: number }[] = []
    let now = 0
    for (const { key, guess, pause } of asked) {
      now += pause
      const turn = limiter.ask(`key ${key}`, `${key} ${guess}`, now)
      if (turn.kind === 'go') starts.push({ key, at: turn.at })
      if (turn.kind === 'go') expect(turn.at - now).toBeLessThanOrEqual(usualLimits.maxHold)
      else expect(turn.seconds).toBeGreaterThanOrEqual(1)
    }
    return starts.sort((a, b) => a.at - b.at)
  }

  /** The most attempts that begin within so many milliseconds. */
  function maxWithin(starts: { at: number }[], length: number): number {
    return Math.max(
      0,
      ...starts.map(
        ({ at }, n) => starts.slice(n).filter((other) => other.at < at + length).length,
      ),
    )
  }

  test('P14: no key is tried faster than 5 times and then, within a minute, 10 times more', () => {
    fc.assert(
      fc.property(attempts, (asked) => {
        const starts = startsOf(asked)
        for (const key of [0, 1, 2, 3])
          expect(
            maxWithin(
              starts.filter((start) => start.key === key),
              60 * second,
            ),
          ).toBeLessThanOrEqual(15)
      }),
    )
  })

  test('P14: all keys together are tried no faster than the burst and what comes back', () => {
    fc.assert(
      fc.property(attempts, fc.integer({ min: 1, max: 60 }), (asked, seconds) => {
        const max = limits.burst + seconds * limits.perSecond + 1
        expect(maxWithin(startsOf(asked), seconds * second)).toBeLessThanOrEqual(max)
      }),
    )
  })

  test('P14: who makes the same attempt again after the wait it was told is let in, whatever others guess once', () => {
    fc.assert(
      fc.property(
        attempts,
        fc.array(fc.nat(400), { minLength: 1, maxLength: 100 }),
        (before, meanwhile) => {
          const limiter = scheduler()
          let now = 0
          for (const { key, guess, pause } of before) {
            now += pause
            limiter.ask(`key ${key}`, `${key} ${guess}`, now)
          }
          const first = limiter.ask('key 0', 'the right one', now)
          if (first.kind === 'go') return
          const again = now + first.seconds * second
          for (const [n, pause] of meanwhile.entries()) {
            if (now + pause > again) break
            now += pause
            limiter.ask('key 0', `new guess ${n}`, now)
          }
          expect(limiter.ask('key 0', 'the right one', again).kind).toBe('go')
        },
      ),
    )
  })
})

test('an attempt that was right counts for nothing, and those that failed before it still count', () => {
  const limiter = scheduler()
  for (let n = 0; n < 400; n++) {
    const turn = limiter.ask('someone', 'own code', n)
    if (turn.kind === 'go') turn.undo()
  }
  expect(limiter.size.keys).toBe(0)
  let tried = 0
  for (let n = 0; n < 400; n++) {
    if (limiter.ask('someone', `guess ${n}`, 400).kind === 'go') tried += 1
    const own = limiter.ask('someone', 'own code', 400)
    if (own.kind === 'go') own.undo()
  }
  expect(tried).toBe(5)
})

test('asking too early makes nobody wait longer', () => {
  const limiter = scheduler()
  for (let n = 0; n < 9; n++) limiter.ask('otter', `guess ${n}`, n * 10 * second)
  const start = 80 * second
  const waits = Array.from({ length: 8 }, (_, n) =>
    limiter.ask('otter', 'right', start + n * second),
  )
  expect(waits.map((turn) => turn.kind === 'wait' && turn.seconds)).toEqual([
    8, 7, 6, 5, 4, 3, 2, 1,
  ])
  expect(limiter.ask('otter', 'right', start + 8 * second).kind).toBe('go')
})

test('failures are forgotten after a quiet hour, and when the clock is set back', () => {
  const limiter = scheduler()
  const tryFor = (now: number) =>
    Array.from({ length: 9 }, (_, n) => limiter.ask('otter', `${now} ${n}`, now).kind).filter(
      (kind) => kind === 'go',
    )
  expect(tryFor(10_000_000)).toHaveLength(5)
  expect(tryFor(10_000_000 + 3_600_000)).toHaveLength(5)
  expect(tryFor(0)).toHaveLength(5)
})

test('no more keys and waiting attempts are remembered than may be', () => {
  const limiter = scheduler({ maxKeys: 50, maxWaiting: 70 })
  for (let n = 0; n < 1000; n++) limiter.ask(`name ${n}`, `guess ${n}`, n)
  for (let n = 0; n < 1000; n++) limiter.ask('otter', `guess ${n}`, 1000 * second)
  expect(limiter.size).toEqual({ keys: 50, waiting: 70 })
})
