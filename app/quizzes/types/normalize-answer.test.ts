import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeAnswer } from './normalize-answer.ts'

describe('written answers are alike', () => {
  test.each([
    ['in capitals and small letters', 'QUORUM', 'quorum'],
    ['with and without accents', 'Quórum', 'quorum'],
    ['with and without Swedish dots', 'årsmöte', 'arsmote'],
    ['with a letter of its own for two', 'Straße', 'STRASSE'],
    ['with a dot on the capital I or none', 'İstanbul', 'istanbul'],
    ['with another letter at the end of a Greek word', 'λόγος', 'ΛΟΓΟΣ'],
    ['with and without Arabic vowel marks', 'مُحَمَّد', 'محمد'],
    ['with and without a hamza on the alif', 'أحمد', 'احمد'],
    ['in a stretched Arabic line or not', 'كـــتاب', 'كتاب'],
    ['with and without Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['in wide letters and narrow ones', 'ＡＢＣ１２', 'abc12'],
    ['in Burmese digits', '၄၅', '45'],
    ['in Devanagari digits', '४५', '45'],
    ['in Arabic digits', '٤٥', '45'],
    ['in the youngest digits of Unicode', '\u{116db}', '1'],
    ['with marks between thousands or none', '1 200 000', '1,200,000'],
    ['with two digits before the thousands', '12 000', '12000'],
    ['with three digits before the thousands', '120.000', '120000'],
    ['with another apostrophe', 'don’t', "don't"],
    ['with another hyphen', 'forty‑five', 'forty-five'],
    ['with more spaces', '  two   thirds ', 'two thirds'],
    ['with a full stop', 'quorum.', 'quorum'],
    ['with a sign that nobody sees', 'quo\u00adrum\u200e', 'quorum'],
  ])('%s', (_, one, other) => {
    expect(normalizeAnswer(one)).toBe(normalizeAnswer(other))
  })
})

test('a number is folded to its digits', () => {
  expect([normalizeAnswer('1,200,000.'), normalizeAnswer('12 000')]).toEqual(['1200000', '12000'])
})

describe('and not alike', () => {
  test.each([
    ['where a sign is a vowel of its own: in Burmese', 'ကို', 'ကာ'],
    ['in Hindi', 'की', 'का'],
    ['in Thai', 'กิ', 'กา'],
    ['where a point parts a number from its decimals', '1.5', '15'],
    ['where a hyphen is no space', 'go-round', 'go round'],
    ['where a space parts two words', 'an other', 'another'],
    ['where thousands stand behind a word', 'room 1 200', 'room 1200'],
    ['where a word stands behind thousands', '1 200 men', '1200 men'],
  ])('%s', (_, one, other) => {
    expect(normalizeAnswer(one)).not.toBe(normalizeAnswer(other))
  })
})

test('folding what is folded changes nothing, and every digit has its value', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(normalizeAnswer(normalizeAnswer(text))).toBe(normalizeAnswer(text))
    }),
  )
  for (const zero of ['0', '٠', '०', '০', '၀', '០', '０', '𞥐']) {
    const first = zero.codePointAt(0)!
    expect(
      Array.from({ length: 10 }, (_, i) => normalizeAnswer(`x${String.fromCodePoint(first + i)}`)),
    ).toEqual([...'0123456789'].map((d) => `x${d}`))
  }
})
