import { z } from 'zod'
import { pseudonymKey } from '../pseudonym.ts'

/** A passphrase as it is hashed: the same words typed on another keyboard, or with a space too many, are the same. */
export function tidyPassphrase(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

/** A new passphrase from a form: 12 to 200 characters, and no rules about which (NIST SP 800-63B, OWASP ASVS 5). */
export const newPassphrase = z
  .string('accounts:passphraseTooShort')
  .transform(tidyPassphrase)
  .refine((text) => [...text].length >= 12, 'accounts:passphraseTooShort')
  .refine((text) => [...text].length <= 200, 'accounts:passphraseTooLong')

/** A passphrase to be checked: whatever was typed, so that the answer says nothing of the rules. */
export const typedPassphrase = z
  .string('accounts:passphraseMissing')
  .min(1, 'accounts:passphraseMissing')
  .max(1000, 'accounts:passphraseTooLong')
  .transform(tidyPassphrase)

/** Whether a passphrase is only the pseudonym again: the first thing that anyone would guess. */
export function isPseudonymAgain(passphrase: string, pseudonym: string): boolean {
  return pseudonymKey(passphrase) === pseudonymKey(pseudonym)
}
