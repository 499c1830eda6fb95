import { z } from 'zod'
import { pseudonymKey } from '../pseudonym.ts'

// Marks that phones and word processors put in place of the plain ones of a keyboard, or add
// unseen.
const invisible = /\p{Default_Ignorable_Code_Point}/gu
const apostrophes = /[\u2018-\u201b\u2032\u2035\u2039\u203a\u02b9\u02bb-\u02bd]/gu
// The accents that stand alone on a keyboard, and are typed for an apostrophe. NFKC would make a
// space and a mark of some of them, so they go before.
const loneAccents = /[`\u00b4\u02ca\u02cb\u0384\u1fbd-\u1fbf\u1fef\u1ffd\u1ffe\uff40]/gu
const quotationMarks = /[\u201c-\u201f\u00ab\u00bb\u300c-\u300f]/gu
const dashes = /[-\u2010-\u2015\u2212\u2e3a\u2e3b]+/gu

/** How much of what is typed is looked at: `normalize` is slow with many marks on one letter. */
const longestTyped = 1000

/**
 * A passphrase as it is hashed: the same words typed on another keyboard are the same, with plain
 * or typographic quotation marks, dashes and dots, with an accent for an apostrophe, or with a space
 * too many. Capitals count.
 */
export function normalizePassphrase(text: string): string {
  return withPlainMarks(text.replace(loneAccents, "'"))
}

/** A passphrase as it was hashed in November 2026, when an accent alone was no apostrophe. */
function withPlainMarks(text: string): string {
  const visible = text
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(invisible, '')
    .normalize('NFKC')
  const plain = visible.replace(apostrophes, "'").replace(quotationMarks, '"').replace(dashes, '-')
  return plain.replace(/\s+/gu, ' ').trim()
}

/** A passphrase as it was hashed before that. */
function formerlyTidied(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

/**
 * In which forms a passphrase may have been hashed: as it is now, and where that differs as it has
 * been.
 */
export function passphraseForms(typed: string): string[] {
  return [...new Set([normalizePassphrase(typed), withPlainMarks(typed), formerlyTidied(typed)])]
}

/**
 * A new passphrase from a form: 12 to 200 characters, and no rules about which (NIST SP 800-63B,
 * OWASP ASVS 5).
 */
export const newPassphrase = z
  .string('accounts:passphraseTooShort')
  .max(longestTyped, { error: 'accounts:passphraseTooLong', abort: true })
  .transform(normalizePassphrase)
  .refine((text) => [...text].length >= 12, 'accounts:passphraseTooShort')
  .refine((text) => [...text].length <= 200, 'accounts:passphraseTooLong')

/** A passphrase to be checked: as it was typed, so that the answer says nothing of the rules. */
export const typedPassphrase = z
  .string('accounts:passphraseMissing')
  .min(1, 'accounts:passphraseMissing')
  .max(longestTyped, 'accounts:passphraseTooLong')

/** Whether a passphrase is only the pseudonym again: the first thing that anyone would guess. */
export function isPseudonymAgain(passphrase: string, pseudonym: string): boolean {
  return pseudonymKey(passphrase) === pseudonymKey(pseudonym)
}
