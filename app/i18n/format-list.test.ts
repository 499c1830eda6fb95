import { expect, test } from 'vitest'
import { formatList } from './format-list.ts'

test.each([
  [['A'], 'en', 'A'],
  [['A', 'B', 'C'], 'en', 'A, B and C'],
  [['A', 'B', 'C'], 'sv', 'A, B och C'],
  [['A', 'B', 'C'], 'ar', 'A وB وC'],
  [[], 'sv', ''],
])('%j in %s is %s', (words, tag, written) => {
  expect(formatList(words, tag)).toBe(written)
})
