import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasUnseenCharacters, normalizeName } from './visible-name.ts'

describe('a name is stored in one form', () => {
  test.each([
    ['  Anna \u00a0 Lind ', 'Anna Lind'],
    ['Zoe\u0308', 'Zoë'],
    ['Anna\u2003Lind', 'Anna Lind'],
    ['Rose ❤\ufe0f', 'Rose ❤'],
    ['မောင်\u200bမောင်', 'မောင်မောင်'],
    ['สม\u200bชาย', 'สมชาย'],
  ])('%j as %j', (typed, stored) => {
    expect(normalizeName(typed)).toBe(stored)
    expect(hasUnseenCharacters(typed)).toBe(false)
  })

  test('and that form is the form of itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => normalizeName(normalizeName(text)) === normalizeName(text),
      ),
    )
  })
})

describe('what nobody sees is refused', () => {
  test.each([
    ['a space of no width', 'An\u200bna'],
    ['a joiner of no width', 'Anna\u200d'],
    ['a non-joiner of no width', 'An\u200cna'],
    ['a word joiner', 'An\u2060na'],
    ['a byte order mark', '\ufeffAnna'],
    ['a soft hyphen', 'An\u00adna'],
    ['a mark from right to left', '\u200fAnna'],
    ['a mark from left to right', 'Anna\u200e'],
    ['an override of direction', 'An\u202ena'],
    ['an isolate', '\u2067Anna'],
    ['an Arabic letter mark', 'Anna\u061c'],
    ['a Hangul filler', 'Anna\u3164'],
    ['a half Hangul filler', 'Anna\uffa0'],
    ['a Hangul Choseong filler', 'Anna\u115f'],
    ['an empty Braille sign', 'Anna\u2800'],
    ['empty Braille signs alone', '\u2800\u2800'],
    ['an empty note', 'Anna\u{1d159}'],
    ['an object that is missing', 'Anna\ufffc'],
    ['a tag', 'Anna\u{e0061}'],
    ['a variation selector', 'A\ufe0fnna'],
    ['a grapheme joiner', 'An\u034fna'],
    ['half a character', 'Anna\ud800'],
    ['a private character', 'Anna\ue000'],
    ['a character that does not exist', 'Anna\u{ffffe}'],
    ['a bell', 'Anna\u0007'],
    ['one accent twice', 'A\u0301\u0301nna'],
    ['seven marks in a row', 'A\u0300\u0301\u0302\u0303\u0304\u0305\u0306nna'],
    ['a Khmer inherent vowel', 'Anna\u17b4'],
  ])('%s', (_, text) => {
    expect(hasUnseenCharacters(text)).toBe(true)
  })

  test('of every character that Unicode says may be ignored, alone between Latin letters', () => {
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code)
      if (/\p{Default_Ignorable_Code_Point}/u.test(character))
        expect([code.toString(16), hasUnseenCharacters(`a${character}b`)]).toEqual([
          code.toString(16),
          true,
        ])
    }
  })
})

test.each([
  'Anna',
  'Åsa Öberg',
  'Nguyễn Thị Mỹ',
  'Jānis',
  "O'Brien",
  'Anna-Lena',
  'Нина 1999',
  'محمد',
  'می\u200cروم',
  'עֲנָת',
  'सुषमा',
  'क्\u200dष',
  'ශ්\u200dරී',
  'မိုးမိုး',
  'ည်ွှို့',
  'สมชาย',
  'ភីរុណ',
  '李雷',
  '김민준',
  'Tendai 👩🏾\u200d🌾',
  'ɓala',
])('%s is a name', (name) => {
  expect(hasUnseenCharacters(name)).toBe(false)
})
