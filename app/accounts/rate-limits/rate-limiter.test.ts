import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedAllowance } from './rate-limiter.server.ts'
import { leftAt } from './rate-limiter.ts'

function movingClock(start = 0) {
  let time = start
  return {
    now: () => new Date(time),
    move(milliseconds: number) {
      time += milliseconds
    },
  }
}

describe('an allowance', () => {
  test('never grows beyond its most, and never shrinks by itself', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 240, noNaN: true }),
        fc.nat(),
        fc.nat(),
        (tries, at, later) => {
          const left = leftAt({ tries, at }, { max: 240, perSecond: 10 }, at + later)
          return left.tries <= 240 && left.tries >= tries
        },
      ),
    )
  })

  test('says how long to wait when nothing is left', () => {
    const clock = movingClock()
    const allowance = sharedAllowance({ max: 1, perSecond: 0.5 }, clock)
    expect(allowance.take()).toEqual({ kind: 'go' })
    expect(allowance.take()).toEqual({ kind: 'wait', seconds: 2 })
    clock.move(2000)
    expect(allowance.take()).toEqual({ kind: 'go' })
  })
})
