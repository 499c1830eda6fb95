import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { hashOfCommon, isCommon } from './common-passphrases.server.ts'
import { newPassphrase } from './passphrase.ts'
import { problemOfNewPassphrase, refuseGuessable } from './refuse-guessable.server.ts'
import { commonHashes } from './words/common-passphrases.ts'

const context = { pseudonym: 'Calm Otter 42', titles: ['Run a party'] }

describe('the list of common passphrases', () => {
  const hashes = commonHashes.trim().split(/\s+/)

  test('has more than the 3,000 that ASVS asks for, each once, as hashes alone', () => {
    expect(hashes.length).toBeGreaterThan(3000)
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(hashes.filter((hash) => !/^[\w-]{8}$/.test(hash))).toEqual([])
    expect(hashes).toContain(hashOfCommon('leavemealone'))
  })

  test.each([
    'unbelievable',
    'Unbelievable',
    'un-believable!',
    'finalfantasy',
    'Final Fantasy',
    'chickenwing101',
    'gfhjkmgfhjkm',
  ])('has %s', (text) => {
    expect(isCommon(text)).toBe(true)
  })

  test.each([
    '',
    'unbelievably good soup',
    'six quiet otters near the bridge',
  ])('has not %j', (text) => {
    expect(isCommon(text)).toBe(false)
  })
})

describe('a new passphrase', () => {
  test('is refused in words that say why', () => {
    expect(problemOfNewPassphrase('calm  OTTER 42', context)).toBe('accounts:passphraseIsPseudonym')
    expect(problemOfNewPassphrase('Transformers', context)).toBe('accounts:passphraseIsCommon')
    expect(problemOfNewPassphrase('Run a party 2026', context)).toBe(
      'accounts:passphraseIsGuessable',
    )
    expect(problemOfNewPassphrase('Notes Notes Notes', context)).toBe(
      'accounts:passphraseIsGuessable',
    )
    expect(problemOfNewPassphrase('six quiet otters near the bridge', context)).toBeNull()
  })

  test('that is too short or too long is told only that, and a long one is not looked through', () => {
    const form = z
      .object({ passphrase: newPassphrase })
      .superRefine(refuseGuessable('passphrase', context))
    const hard = `${'abcdefghi'.repeat(7000)}z`
    const start = performance.now()
    expect(
      form.safeParse({ passphrase: hard }).error?.issues.map(({ message }) => message),
    ).toEqual(['accounts:passphraseTooLong'])
    expect(performance.now() - start).toBeLessThan(100)
    expect(
      form.safeParse({ passphrase: 'qwerty' }).error?.issues.map(({ message }) => message),
    ).toEqual(['accounts:passphraseTooShort'])
  })

  test('is held against the pseudonym of its form, or of who is signed in, and the problem stands at its field', () => {
    const signingUp = z
      .object({ pseudonym: z.string(), passphrase: z.string() })
      .superRefine(refuseGuessable('passphrase', { titles: [] }))
    const changing = z
      .object({ passphraseNew: z.string() })
      .superRefine(refuseGuessable('passphraseNew', context))
    const problems = (outcome: z.ZodSafeParseResult<unknown>) =>
      outcome.error?.issues.map(({ path, message }) => [path, message])
    expect(
      problems(signingUp.safeParse({ pseudonym: 'Wild Gecko 91', passphrase: 'wild gecko 91 91' })),
    ).toEqual([[['passphrase'], 'accounts:passphraseIsGuessable']])
    expect(problems(changing.safeParse({ passphraseNew: 'calm otter 42' }))).toEqual([
      [['passphraseNew'], 'accounts:passphraseIsPseudonym'],
    ])
    expect(changing.safeParse({ passphraseNew: 'wild gecko 91 91 abroad' }).success).toBe(true)
  })
})
