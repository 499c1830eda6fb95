import { expect, test } from 'vitest'
import { RepeatLimiter } from './log-repeats.ts'

test('a line that comes again and again is written a few times in a period, then counted', () => {
  const limiter = new RepeatLimiter<string>()
  const lines = Array.from({ length: 1000 }, () => limiter.admits('same', 'same')).filter(Boolean)
  expect(lines.length).toBe(5)
  expect(limiter.admits('other', 'other')).toBe(true)
  expect(limiter.endPeriod()).toEqual([{ line: 'same', leftOut: 995 }])
  expect(limiter.endPeriod()).toEqual([])
  expect(limiter.admits('same', 'same')).toBe(true)
})

test('lines that differ each time are bounded too', () => {
  const limiter = new RepeatLimiter<number>()
  const lines = Array.from({ length: 10_000 }, (_, n) => limiter.admits(`kind ${n}`, n)).filter(
    Boolean,
  )
  expect(lines.length).toBe(205)
})
