import { z } from 'zod'
import { normalizeUnicode } from '../platform/normalize-unicode.ts'
import { hasReservedWord } from '../safety/reserved-names.ts'
import { hasUnseenCharacters, normalizeName } from '../safety/visible-name.ts'

// Characters that show nothing or change the direction of what follows: marks of direction,
// joiners, fillers, variation selectors.
const invisible = /\p{Default_Ignorable_Code_Point}/gu
// As typed: marks that are not seen may be many.
const longestTyped = 400
const sevenDigits = /(?:\p{Nd}[\s().+/-]*){7}/u

/**
 * A pseudonym as it is shown: width and form of letters made alike, spaces tidied, capitals kept.
 */
export function normalizePseudonym(text: string): string {
  return normalizeName(normalizeUnicode(text, 'NFKC'))
}

/**
 * A pseudonym as it is looked up at sign-in: what a person would call the same name gives the same
 * key.
 */
export function pseudonymKey(text: string): string {
  const visible = normalizeUnicode(text, 'NFKC').replace(invisible, '')
  return normalizePseudonym(visible.toUpperCase().toLowerCase()).replace(invisible, '').trim()
}

/**
 * What is wrong with a pseudonym, as a key of the interface's texts, or null. An e-mail address or
 * phone number would name a person (SAFETY P2).
 */
export function problemOfPseudonym(text: string): PseudonymProblem | null {
  // Before anything looks at each letter: a form may send 64 KB.
  if (text.length > longestTyped) return 'accounts:pseudonymTooLong'
  const key = pseudonymKey(text)
  if ([...key].length < 2) return 'accounts:pseudonymTooShort'
  if (hasUnseenCharacters(text)) return 'accounts:pseudonymOddCharacters'
  if ([...normalizePseudonym(text)].length > 40) return 'accounts:pseudonymTooLong'
  if (key.includes('@')) return 'accounts:pseudonymIsEmail'
  if (sevenDigits.test(key)) return 'accounts:pseudonymIsPhone'
  if (hasReservedWord(text)) return 'accounts:pseudonymReserved'
  return null
}

type PseudonymProblem =
  `accounts:pseudonym${'OddCharacters' | 'TooShort' | 'TooLong' | 'IsEmail' | 'IsPhone' | 'Reserved'}`

/** A new pseudonym from a form, tidied. */
export const newPseudonym = z
  .string('accounts:pseudonymTooShort')
  // What is far too long goes no further: neither here nor where the passphrase is held against it.
  .max(longestTyped, { error: 'accounts:pseudonymTooLong', abort: true })
  .superRefine((text, context) => {
    const message = problemOfPseudonym(text)
    if (message) context.addIssue({ code: 'custom', message })
  })
  .transform(normalizePseudonym)

/**
 * A pseudonym to be looked up: whatever was typed, so that the answer says nothing of the rules.
 */
export const typedPseudonym = z
  .string('accounts:pseudonymMissing')
  .trim()
  .min(1, 'accounts:pseudonymMissing')
  .max(200, { error: 'accounts:pseudonymTooLong', abort: true })
