import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPseudonymAgain, newPassphrase, tidyPassphrase } from './passphrase.ts'

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
    expect(tidyPassphrase(' sjö  ålder ')).toBe(tidyPassphrase('sjo\u0308 a\u030alder'))
  })

  test('stays the same when tidied twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => tidyPassphrase(tidyPassphrase(text)) === tidyPassphrase(text)))
  })

  test('is not the pseudonym again', () => {
    expect(isPseudonymAgain('calm  OTTER 4242', 'Calm Otter 4242')).toBe(true)
    expect(isPseudonymAgain('calm otter 4243', 'Calm Otter 4242')).toBe(false)
  })
})
