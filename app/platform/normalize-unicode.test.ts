import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeUnicode } from './normalize-unicode.ts'

const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const
const acute = '\u0301'
const dotBelow = '\u0323'

/** How many marks stand on one letter at most: what `normalize` sorts. */
const maxMarks = (text: string) =>
  Math.max(0, ...[...text.matchAll(/\p{M}+/gu)].map(([marks]) => marks.length))

describe('P15: a text in a normal form', () => {
  test.each(forms)('has thirty marks on a letter at most, whatever was sent: %s', (form) => {
    for (const marks of [acute + dotBelow, `\uff9e${dotBelow}`, '\uff9f', '\u0f77'])
      expect(maxMarks(normalizeUnicode(`a${marks.repeat(5000)}b`, form))).toBeLessThanOrEqual(90)
  })

  test.each(forms)('is what `normalize` makes of it, up to thirty marks: %s', (form) => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Ngô Đình Diệm', 'မြန်မာ', 'ไทยน้ำ', 'བོད', 'שָׁלוֹם', 'الْعَرَبِيَّة', acute + dotBelow),
    )
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 8 }), (texts) => {
        const text = texts.join('')
        fc.pre(maxMarks(text) <= 30)
        expect(normalizeUnicode(text, form)).toBe(text.normalize(form))
      }),
    )
  })

  // Passphrases are short when they come there; a book searches in its reader's own browser.
  test('is made in one place, but for passphrases and in the reader’s browser', () => {
    const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
      .filter((name) => readFileSync(join('app', name), 'utf8').includes('.normalize('))
    expect(files.sort()).toEqual([
      'accounts/passphrases/passphrase.ts',
      'packages/script/search-book.ts',
      'platform/normalize-unicode.ts',
      'ui/enhance/match-titles.ts',
    ])
  })
})
