import { expect, test } from 'vitest'
import { invalidate, versionOf } from './cache-version.server.ts'

test('a learner without changes keeps the number, and gets another with each change', () => {
  const first = versionOf('a')
  expect(versionOf('a')).toBe(first)
  invalidate('a')
  expect(versionOf('a')).not.toBe(first)
})

test('one learner changes nothing for another', () => {
  const before = versionOf('b')
  invalidate('c')
  expect(versionOf('b')).toBe(before)
})

test('a learner who was forgotten among very many never gets an old number again', () => {
  const seen = new Set([versionOf('d')])
  for (let i = 0; i < 10_001; i++) invalidate(`crowd ${i}`)
  expect(seen.has(versionOf('d'))).toBe(false)
})
