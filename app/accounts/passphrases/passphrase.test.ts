import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isPseudonymAgain,
  newPassphrase,
  normalizePassphrase,
  passphraseForms,
} from './passphrase.ts'

const problemOf = (text: string) => newPassphrase.safeParse(text).error?.issues[0]?.message

describe('a passphrase', () => {
  test('has 12 to 200 characters', () => {
    expect(problemOf('a'.repeat(11))).toBe('accounts:passphraseTooShort')
    expect(problemOf('a'.repeat(12))).toBeUndefined()
    expect(problemOf('a'.repeat(200))).toBeUndefined()
    expect(problemOf('a'.repeat(201))).toBe('accounts:passphraseTooLong')
    expect(problemOf(`ab${' '.repeat(30)}`)).toBe('accounts:passphraseTooShort')
  })

  test('is the same on another keyboard and with a space too many', () => {
    expect(normalizePassphrase(' sjö  ålder ')).toBe(normalizePassphrase('sjo\u0308 a\u030alder'))
  })

  test.each([
    ["don't stop the river's slow song", 'don’t stop the river’s slow song'],
    ['say "never" - or wait ...', 'say “never” — or wait …'],
    ['say "never" -- or wait ...', '  say «never» –\u00a0or\u200b wait … '],
    ["don't stop the river's slow song", 'don\u00b4t stop the river`s slow song'],
    ["don't stop the river's slow song", 'don\u1ffdt stop the river\uff40s slow song'],
    ["the 'old' branch of 1999", 'the ‘old’ branch of 1999'],
  ])('is the same with plain and with typographic marks: %s', (plain, typographic) => {
    expect(normalizePassphrase(typographic)).toBe(normalizePassphrase(plain))
  })

  test('with other capitals, letters or accents is another', () => {
    const [one, ...others] = [
      "Don't stop the slång",
      "don't stop the slång",
      "Don't stop the slang",
      'Dont stop the slång',
    ].map(normalizePassphrase)
    expect(others).not.toContain(one)
  })

  test('is held against a hash in the form that it had before too, only where that was another', () => {
    expect(passphraseForms('six quiet otters')).toEqual(['six quiet otters'])
    expect(passphraseForms('don’t  stop')).toEqual(["don't stop", 'don’t stop'])
    expect(passphraseForms('don`t stop')).toEqual(["don't stop", 'don`t stop'])
    expect(passphraseForms('don\u00b4t stop')).toEqual(["don't stop", 'don \u0301t stop'])
    expect(passphraseForms('“don\u00b4t”')).toEqual([`"don't"`, '"don \u0301t"', '“don \u0301t”'])
  })

  test('stays the same when tidied twice', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => normalizePassphrase(normalizePassphrase(text)) === normalizePassphrase(text),
      ),
    )
  })

  test('is not the pseudonym again', () => {
    expect(isPseudonymAgain('calm  OTTER 4242', 'Calm Otter 4242')).toBe(true)
    expect(isPseudonymAgain('calm otter 4243', 'Calm Otter 4242')).toBe(false)
  })
})
