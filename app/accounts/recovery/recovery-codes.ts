import { z } from 'zod'
import { normalizeCode } from '../../platform/code-format.ts'

/** How many codes a learner gets at once. */
export const recoveryCodeCount = 10

/**
 * Crockford's base 32: no letter that is taken for a digit, so that a code survives handwriting.
 */
export const codeLetters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']

/** The letters of a code: 16 × 5 = 80 bits. */
export const codeLength = 16

/**
 * A code as it is hashed, out of what was typed: small letters, spaces and dashes are no matter, O
 * is 0, I and L are 1.
 */
export function normalizeRecoveryCode(text: string): string {
  return normalizeCode(text).replaceAll('O', '0').replaceAll(/[IL]/g, '1')
}

/**
 * A recovery code to be checked: whatever was typed, so that the answer says nothing of the rules.
 */
export const typedCode = z
  .string('accounts:codeMissing')
  .trim()
  .min(1, 'accounts:codeMissing')
  .max(200, 'accounts:codeTooLong')
  .transform(normalizeRecoveryCode)
