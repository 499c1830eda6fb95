import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { translate } from '../i18n/i18n.ts'
import { languages } from '../i18n/languages.ts'
import { newPassphrase, typedPassphrase } from './passphrases/passphrase.ts'
import { problemTexts } from './problem-texts.ts'
import { newPseudonym, typedPseudonym } from './pseudonym.ts'
import { typedCode } from './recovery/recovery-codes.ts'

const bad = [
  undefined,
  '',
  ' ',
  'a',
  'a'.repeat(2000),
  'me@example.org',
  '070 123 45 67',
  'a\u0000b',
  'a\u202eb',
]

describe.each(
  languages.map((language) => [language.tag, language] as const),
)('in %s', (_, language) => {
  test('every problem that a form can have is told in words', () => {
    const issues = [
      newPseudonym,
      typedPseudonym,
      newPassphrase,
      typedPassphrase,
      typedCode,
    ].flatMap((field) => bad.flatMap((text) => field.safeParse(text).error?.issues ?? []))
    expect(issues.length).toBeGreaterThan(10)
    for (const { message } of issues)
      expect(problemTexts({ field: message }, translate(language)).field).toMatch(/[.။]$/)
  })
})

test('a form that lacks a field is refused, since no page of ours sends it', () => {
  const message = z.object({ name: z.string() }).safeParse({}).error?.issues[0]?.message as string
  expect(() => problemTexts({ name: message }, translate(languages[0]!))).toThrow(
    expect.objectContaining({ status: 400 }),
  )
})
