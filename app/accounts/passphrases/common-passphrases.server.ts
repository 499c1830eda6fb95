import { createHash } from 'node:crypto'
import { guessKey } from './guessable.ts'
import { commonHashes } from './words/common-passphrases.ts'

const hashLength = 8
let commonPassphrases: Set<string> | null = null

/** The short hash under which a common passphrase stands in `words/common-passphrases.ts`. */
export function hashOfCommon(passphrase: string): string {
  return createHash('sha256').update(guessKey(passphrase)).digest('base64url').slice(0, hashLength)
}

/**
 * Whether a passphrase is among the common ones, however it is written: capitals, accents, spaces
 * and signs are no matter.
 */
export function isCommon(passphrase: string): boolean {
  commonPassphrases ??= new Set(commonHashes.trim().split(/\s+/))
  return commonPassphrases.has(hashOfCommon(passphrase))
}
