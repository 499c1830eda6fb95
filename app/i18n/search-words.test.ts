import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldWord, isStopWord, placedWords, stemOf } from './search-words.ts'

describe('what people type finds what is written', () => {
  test.each([
    ['ar', 'ديمقراطية', 'الدِّيمُقْراطيّة', 'with the article and vowel marks'],
    ['ar', 'اعضاء', 'أعضاء', 'without the hamza'],
    ['ar', 'اجتماع', 'اجتمـــاع', 'stretched'],
    ['ar', 'انتخابات', 'والانتخابات', 'with “and” and the article'],
    ['ar', 'مبني', 'مبنى', 'with another last letter'],
    ['ru', 'черный', 'чёрный', 'without the dots'],
    ['ru', 'партия', 'партии', 'in another case'],
    ['sr', 'странка', 'stranke', 'in Cyrillic'],
    ['sr', 'чланови', 'članovi', 'in Cyrillic, with a sign on a letter'],
    ['sr', 'clan', 'član', 'without the sign'],
    ['es', 'reunion', 'reunión', 'without the accent'],
    ['es', 'reuniones', 'reunión', 'in the plural'],
    ['fr', 'élections', 'election', 'with an accent, in the plural'],
  ])('in %s “%s” finds “%s”, %s', (lang, typed, written) => {
    expect(stemOf(typed, lang)).toBe(stemOf(written, lang))
  })

  test.each([
    ['my', 'ပါတီ', 'ပါတိ'],
    ['my', 'ကော်မတီ', 'ကမတ'],
    ['ar', 'حزب', 'حرب'],
  ])('in %s “%s” is another word than “%s”', (lang, one, other) => {
    expect(stemOf(one, lang)).not.toBe(stemOf(other, lang))
  })
})

test('Burmese is parted into words without spaces, each in its place', () => {
  const text = 'ပါတီဝင်များ အစည်းအဝေး တက်သည်။'
  const words = placedWords(text)
  expect(words.length).toBeGreaterThan(3)
  expect(words.map(({ word }) => word)).toContain('အစည်းအဝေး')
  for (const { word, index } of words) expect(text.slice(index).startsWith(word)).toBe(true)
})

test('words stand where they are said to, in any text, and none holds a space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { word, index } of placedWords(text)) {
        expect(text.slice(index, index + word.length)).toBe(word)
        expect(word).not.toMatch(/\s/)
      }
    }),
  )
})

test('a folded word is folded already', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldWord(foldWord(text))).toBe(foldWord(text))
    }),
  )
})

test.each([
  ['ar', 'في'],
  ['ru', 'что'],
  ['es', 'para'],
  ['fr', 'les'],
])('in %s “%s” says nothing of what a text is about', (lang, word) => {
  expect(isStopWord(word, lang)).toBe(true)
})
