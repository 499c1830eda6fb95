import { createHash } from 'node:crypto'
import { pick } from '../platform/chance.server.ts'
import { replaceCodes } from './recovery-code-store.server.ts'
import { codeLength, codeLetters, howMany } from './recovery-codes.ts'
import { holdCodes } from './shown-codes.server.ts'

/**
 * The hash under which a code is stored. One round of SHA-256 is enough: a passphrase needs a slow hash since people choose it among few, but
 * a code is 80 random bits, which no one can try through at any speed. The learner's id in it keeps one try from counting for all learners.
 */
export function hashOfCode(learnerId: string, code: string): string {
  return createHash('sha256').update(`${learnerId} ${code}`).digest('hex')
}

/** Ten new codes, each of 80 random bits. */
export function newCodes(): string[] {
  return Array.from({ length: howMany }, () => Array.from({ length: codeLength }, () => pick(codeLetters)).join(''))
}

/** Gives a learner new codes in place of all that there were, to be shown once to the session that asked for them. */
export async function giveCodes({ learnerId, sessionId }: { learnerId: string; sessionId: string }): Promise<void> {
  const codes = newCodes()
  await replaceCodes(
    learnerId,
    codes.map((code) => hashOfCode(learnerId, code)),
  )
  holdCodes(sessionId, codes)
}
