import { z } from 'zod'

// Characters that show nothing or change the direction of what follows: marks of direction, joiners, fillers, variation selectors.
const invisible = /\p{Default_Ignorable_Code_Point}/gu
const refusedCharacter = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/u
const sevenDigits = /(?:\p{Nd}[\s().+/-]*){7}/u

/** A pseudonym as it is shown: width and form of letters made alike, spaces tidied, capitals kept. */
export function tidyPseudonym(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

/** A pseudonym as it is compared and looked up: what a person would call the same name gives the same key. */
export function pseudonymKey(text: string): string {
  const visible = text.normalize('NFKC').replace(invisible, '')
  return tidyPseudonym(visible.toUpperCase().toLowerCase()).replace(invisible, '').trim()
}

/** What is wrong with a pseudonym, as a key of the interface's texts, or null. An e-mail address or telephone number would name a person (SAFETY P2). */
export function problemOfPseudonym(text: string): PseudonymProblem | null {
  // Before anything looks at each letter: a form may send 64 KB.
  if (text.length > 400) return 'accounts:pseudonymTooLong'
  const key = pseudonymKey(text)
  if (refusedCharacter.test(text)) return 'accounts:pseudonymOddCharacters'
  if ([...key].length < 2) return 'accounts:pseudonymTooShort'
  if ([...tidyPseudonym(text)].length > 40) return 'accounts:pseudonymTooLong'
  if (key.includes('@')) return 'accounts:pseudonymIsEmail'
  if (sevenDigits.test(key)) return 'accounts:pseudonymIsPhone'
  return null
}

type PseudonymProblem = `accounts:pseudonym${'OddCharacters' | 'TooShort' | 'TooLong' | 'IsEmail' | 'IsPhone'}`

/** A new pseudonym from a form, tidied. */
export const newPseudonym = z
  .string('accounts:pseudonymTooShort')
  .superRefine((text, context) => {
    const message = problemOfPseudonym(text)
    if (message) context.addIssue({ code: 'custom', message })
  })
  .transform(tidyPseudonym)

/** A pseudonym to be looked up: whatever was typed, so that the answer says nothing of the rules. */
export const typedPseudonym = z
  .string('accounts:pseudonymMissing')
  .trim()
  .min(1, 'accounts:pseudonymMissing')
  .max(200, 'accounts:pseudonymTooLong')
