import { expect, test } from 'vitest'
import { formatSize } from './format-size.ts'

test.each([
  [594_258, 'en', '594 kB'],
  [1_452_804, 'en', '1.5 MB'],
  [1_488_243, 'sv', '1,5 MB'],
  [999_000_000, 'en', '999 MB'],
  [2_140_000_000, 'sv', '2,1 GB'],
])('%i bytes read in %s are %s', (bytes, tag, words) => {
  expect(formatSize(bytes, tag).replace(/\s/g, ' ')).toBe(words)
})
