import { createHash } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { pick } from '../../platform/random.server.ts'
import { sharedQueue } from '../../platform/workers/shared-queue.server.ts'
import { addPendingCodes } from './pending-recovery-codes.server.ts'
import { replaceCodes } from './recovery-code-store.server.ts'
import { codeLength, codeLetters, recoveryCodeCount } from './recovery-codes.ts'

// Cheaper than for a passphrase, which people choose among few: a code is 80 random bits, and ten
// are hashed or held against one another at once.
const argon2id = { algorithm: 2, memoryCost: 4096, timeCost: 1, parallelism: 1 }
const inTurn = sharedQueue('recovery codes', 1)

// The hash of 32 random bytes that were thrown away: no code fits.
const hashOfNobody =
  '$argon2id$v=19$m=4096,t=1,p=1$kAEvBsJJM2cK9+uDfL3bLg$fJYZrmKm+p0d0i11bl4Fa66u7oWtUaOihdMXpKeKmyc'

/** How codes were hashed at first: those that were written down then still count. */
function oldHashOf(learnerId: string, code: string): string {
  return createHash('sha256').update(`${learnerId} ${code}`).digest('hex')
}

/** The hash to store for a code. */
export function hashOfCode(code: string): Promise<string> {
  return inTurn(() => hash(code, argon2id))
}

/**
 * Which of a learner's stored hashes a code fits, or null. The work is the same however many they
 * have, and where nobody has the name.
 */
export async function fittingHash(
  stored: readonly string[],
  learnerId: string,
  code: string,
): Promise<string | null> {
  const slow = stored.filter((one) => one.startsWith('$'))
  const nobodys = Array.from(
    { length: Math.max(0, recoveryCodeCount - slow.length) },
    () => hashOfNobody,
  )
  let fitting = stored.find((one) => one === oldHashOf(learnerId, code)) ?? null
  for (const one of [...slow, ...nobodys]) if (await inTurn(() => verify(one, code))) fitting = one
  return fitting
}

/** Ten new codes, each of 80 random bits. */
export function newCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length: codeLength }, () => pick(codeLetters)).join(''),
  )
}

/**
 * Gives a learner who still has the passphrase of a hash new codes in place of all that there were,
 * to be shown once to the session that asked for them. False, with nothing changed, where the
 * passphrase is another by now.
 */
export async function issueRecoveryCodes({
  learnerId,
  sessionId,
  checkedHash,
}: {
  learnerId: string
  sessionId: string
  checkedHash: string
}): Promise<boolean> {
  const codes = newCodes()
  const hashes = await Promise.all(codes.map(hashOfCode))
  if (!(await replaceCodes(hashes, { learnerId, checkedHash }))) return false
  await addPendingCodes(sessionId, codes)
  return true
}
