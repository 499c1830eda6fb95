import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newPseudonym, problemOfPseudonym, pseudonymKey } from './pseudonym.ts'

const anyText = fc.string({ unit: 'binary' })

describe('two pseudonyms that a person would call the same', () => {
  test.each([
    ['Calm Otter', 'calm otter'],
    ['  Calm   Otter ', 'Calm Otter'],
    ['Ｃａｌｍ', 'calm'],
    ['Calm\u200bOtter', 'CalmOtter'],
    ['Calm\u202eOtter', 'CalmOtter'],
    ['Å', 'Å'],
    ['Straße', 'STRASSE'],
    ['ﬁn', 'fin'],
    ['a\u3164', 'a'],
  ])('%j and %j have one key', (one, other) => {
    expect(pseudonymKey(one)).toBe(pseudonymKey(other))
  })

  test('the key of a key is that key, whatever is written', () => {
    fc.assert(
      fc.property(anyText, (text) => pseudonymKey(pseudonymKey(text)) === pseudonymKey(text)),
    )
  })

  test('marks that cannot be seen make no other name', () => {
    const marks = fc.constantFrom(
      '\u200b',
      '\u200d',
      '\u202e',
      '\u2066',
      '\ufeff',
      '\u00ad',
      '\u{e0041}',
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9 ]*$/), marks, fc.nat(), (text, mark, place) => {
        const at = place % (text.length + 1)
        return pseudonymKey(text.slice(0, at) + mark + text.slice(at)) === pseudonymKey(text)
      }),
    )
  })

  test('spaces around it and capitals do not matter', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zåäö ]*$/),
        (text) => pseudonymKey(` ${text.toUpperCase()}  `) === pseudonymKey(text),
      ),
    )
  })
})

describe('a pseudonym is refused, and the reason said', () => {
  test.each([
    ['a', 'pseudonymTooShort'],
    ['   ', 'pseudonymTooShort'],
    ['\u200d\u200d\u200d', 'pseudonymTooShort'],
    ['a'.repeat(41), 'pseudonymTooLong'],
    ['me@example.org', 'pseudonymIsEmail'],
    ['me＠example.org', 'pseudonymIsEmail'],
    ['+46 70-123 45 67', 'pseudonymIsPhone'],
    ['Otter (070) 1234567', 'pseudonymIsPhone'],
    ['၀၉၁၂၃၄၅၆၇', 'pseudonymIsPhone'],
    ['٠٩١٢٣٤٥٦٧', 'pseudonymIsPhone'],
    ['Calm\u202eOtter', 'pseudonymOddCharacters'],
    ['Calm\nOtter', 'pseudonymOddCharacters'],
    ['Calm\u0007', 'pseudonymOddCharacters'],
    ['Calm\ud800', 'pseudonymOddCharacters'],
  ])('%j: %s', (text, problem) => {
    expect(problemOfPseudonym(text)).toBe(`accounts:${problem}`)
    expect(newPseudonym.safeParse(text).error?.issues[0]?.message).toBe(`accounts:${problem}`)
  })

  test.each([
    'Calm Otter 42',
    'Åsa',
    'မိုးမိုး',
    'می‌روم',
    '李雷',
    'Нина 1999',
  ])('%s is allowed', (text) => {
    expect(problemOfPseudonym(text)).toBeNull()
  })

  test('what is allowed has a key of at least two characters and no @', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const key = pseudonymKey(text)
        return problemOfPseudonym(text) !== null || ([...key].length >= 2 && !key.includes('@'))
      }),
    )
  })
})
