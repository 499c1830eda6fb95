import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber, writeNumber } from './read-number.ts'

describe('a number as people write it', () => {
  test.each([
    ['1,200.50', 'en', 1200.5],
    ['1200', 'en', 1200],
    ['60 %', 'en', 60],
    ['-3', 'en', -3],
    ['1 200,50', 'sv', 1200.5],
    ['1\u00a0200', 'sv', 1200],
    ['60.5', 'sv', 60.5],
    ['\u0661\u0662\u0663', 'ar', 123],
    ['\u1041\u1042', 'my', 12],
    ['.5', 'en', 0.5],
  ])('%s in %s', (text, locale, value) => {
    expect(readNumber(text, locale)).toBe(value)
  })

  test.each([
    ['60,5', 'en'],
    ['1.2.3', 'en'],
    ['1,2,3', 'sv'],
    ['many', 'en'],
    ['', 'en'],
    ['12 apples', 'en'],
    ['1e9', 'en'],
    ['1 2', 'en'],
  ])('%s in %s is not understood', (text, locale) => {
    expect(readNumber(text, locale)).toBeNull()
  })

  test('reads what it writes, in every language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom('en', 'sv', 'ar', 'my', 'sr-Latn', 'ru', 'es', 'fr'),
        (cents, locale) => {
          expect(readNumber(writeNumber(cents / 100, locale), locale)).toBe(cents / 100)
        },
      ),
    )
  })
})
