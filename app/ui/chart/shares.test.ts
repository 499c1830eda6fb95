import { expect, test } from 'vitest'
import { asLength, highest, shareOf } from './shares.ts'

test.each([
  [3, 8, '37.5%'],
  [1, 3, '33.3%'],
  [0, 5, '0%'],
  [5, 5, '100%'],
  [7, 5, '100%'],
  [-1, 5, '0%'],
  [0, 0, '0%'],
])('%d of %d is drawn as %s', (value, whole, length) => {
  expect(asLength(shareOf(value, whole))).toBe(length)
})

test('bars without a whole are drawn to the highest, and nothing to nothing', () => {
  expect(highest([2, 9, 4])).toBe(9)
  expect(highest([0, 0])).toBe(1)
  expect(highest([])).toBe(1)
  expect(asLength(shareOf(0, highest([0])))).toBe('0%')
})
