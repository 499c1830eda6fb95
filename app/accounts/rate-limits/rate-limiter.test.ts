import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rateLimiter, sharedAllowance } from './rate-limiter.server.ts'
import { countTry, leftAt, type Tries, waitForName } from './rate-limiter.ts'

function movingClock(start = 0) {
  let time = start
  return {
    now: () => new Date(time),
    move(milliseconds: number) {
      time += milliseconds
    },
  }
}

describe('the wait for a name', () => {
  test('grows from nothing to 30 seconds', () => {
    const waits: number[] = []
    let tries: Tries | undefined
    for (let n = 0; n < 13; n++) {
      waits.push(waitForName(tries, 0) / 1000)
      tries = countTry(tries, 0)
    }
    expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30])
  })

  test('is never more than 30 seconds, and never longer when time passes', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(), fc.nat(), fc.nat(), (count, lastAt, later, more) => {
        const tries = { count, lastAt }
        const wait = waitForName(tries, lastAt + later)
        return wait >= 0 && wait <= 30_000 && waitForName(tries, lastAt + later + more) <= wait
      }),
    )
  })

  test('is over after a quiet hour, and when the clock is set back', () => {
    expect(countTry({ count: 900, lastAt: 0 }, 3_600_000).count).toBe(1)
    expect(waitForName({ count: 900, lastAt: 5_000_000 }, 0)).toBe(0)
  })
})

describe('an allowance', () => {
  test('never grows beyond its most, and never shrinks by itself', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 240, noNaN: true }), fc.nat(), fc.nat(), (tries, at, later) => {
        const left = leftAt({ tries, at }, { most: 240, perSecond: 10 }, at + later)
        return left.tries <= 240 && left.tries >= tries
      }),
    )
  })

  test('says how long to wait when nothing is left', () => {
    const clock = movingClock()
    const allowance = sharedAllowance({ most: 1, perSecond: 0.5 }, clock)
    expect(allowance.take()).toEqual({ kind: 'go' })
    expect(allowance.take()).toEqual({ kind: 'wait', seconds: 2 })
    clock.move(2000)
    expect(allowance.take()).toEqual({ kind: 'go' })
  })
})

describe('the brake on guessing', () => {
  test('P14: after 1,000 guesses the owner waits 30 seconds at most', () => {
    const clock = movingClock()
    const brake = rateLimiter({ clock })
    for (let guesses = 0; guesses < 1000; ) {
      const admission = brake.admit('otter')
      if (admission.kind === 'go') guesses += 1
      else clock.move(admission.seconds * 1000)
    }
    clock.move(30_000)
    expect(brake.admit('otter')).toEqual({ kind: 'go' })
  })

  test('a guess that has to wait makes nobody wait longer', () => {
    const clock = movingClock()
    const brake = rateLimiter({ clock })
    for (let n = 0; n < 8; n++) brake.admit('otter')
    for (let n = 0; n < 1000; n++) brake.admit('otter')
    clock.move(30_000)
    expect(brake.admit('otter').kind).toBe('go')
  })

  test('of 1,000 guesses at once for one name, five are tried', () => {
    const brake = rateLimiter({ clock: movingClock() })
    const admissions = Array.from({ length: 1000 }, () => brake.admit('otter'))
    expect(admissions.filter(({ kind }) => kind === 'go')).toHaveLength(5)
  })

  test('guesses at one name do not slow another', () => {
    const brake = rateLimiter({ clock: movingClock() })
    for (let n = 0; n < 100; n++) brake.admit('otter')
    expect(brake.admit('heron')).toEqual({ kind: 'go' })
  })

  test('P14: guesses at many names are slowed together, by seconds', () => {
    const brake = rateLimiter({ clock: movingClock() })
    const admissions = Array.from({ length: 1000 }, (_, n) => brake.admit(`name ${n}`))
    expect(admissions.filter(({ kind }) => kind === 'go')).toHaveLength(240)
    expect(admissions.at(-1)).toEqual({ kind: 'wait', seconds: 1 })
  })

  test('200 people with the right passphrase sign in at once, again and again', () => {
    const brake = rateLimiter({ clock: movingClock() })
    for (let round = 0; round < 5; round++)
      for (let n = 0; n < 200; n++) {
        expect(brake.admit(`name ${n}`).kind).toBe('go')
        brake.wasRight(`name ${n}`)
      }
  })

  test('remembers no more names than it may, and forgets the oldest', () => {
    const clock = movingClock()
    const brake = rateLimiter({ clock, mostNames: 100 })
    for (let n = 0; n < 500; n++) {
      brake.admit(`name ${n}`)
      clock.move(1000)
    }
    expect(brake.size).toBe(100)
  })
})
