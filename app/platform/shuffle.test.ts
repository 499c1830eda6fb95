import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seedOf, shuffle } from './shuffle.ts'

test('a shuffled list has the same items, and the list that was given is as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(), (items, seed) => {
      const before = [...items]
      expect(shuffle(items, seed).sort()).toEqual([...items].sort())
      expect(items).toEqual(before)
    }),
  )
})

test('the same seed gives the same order, wherever and whenever', () => {
  expect(shuffle(['a', 'b', 'c', 'd', 'e'], seedOf('five-jobs'))).toEqual(['b', 'c', 'd', 'a', 'e'])
})

test('other seeds give other orders, each about as often', () => {
  const counts = new Map<string, number>()
  for (let n = 0; n < 6000; n++) {
    const order = shuffle(['a', 'b', 'c'], seedOf(`question ${n}`)).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  for (const count of counts.values()) expect(count).toBeGreaterThan(800)
})

test('a seed is a whole number of 32 bits', () => {
  fc.assert(
    fc.property(
      fc.string(),
      (text) => Number.isInteger(seedOf(text)) && seedOf(text) >= 0 && seedOf(text) < 2 ** 32,
    ),
  )
})
