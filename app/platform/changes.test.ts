import { expect, test } from 'vitest'
import { changesOf, noteChange } from './changes.server.ts'

test('a learner without changes keeps the number, and gets another with each change', () => {
  const first = changesOf('a')
  expect(changesOf('a')).toBe(first)
  noteChange('a')
  expect(changesOf('a')).not.toBe(first)
})

test('one learner changes nothing for another', () => {
  const before = changesOf('b')
  noteChange('c')
  expect(changesOf('b')).toBe(before)
})

test('a learner who was forgotten among very many never gets an old number again', () => {
  const seen = new Set([changesOf('d')])
  for (let i = 0; i < 10_001; i++) noteChange(`crowd ${i}`)
  expect(seen.has(changesOf('d'))).toBe(false)
})
