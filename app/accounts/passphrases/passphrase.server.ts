import { hash, parseOptions, verify } from '@node-rs/argon2'
import { sharedQueue } from '../../platform/workers/shared-queue.server.ts'
import { normalizePassphrase, passphraseForms } from './passphrase.ts'

// Argon2id as OWASP's password storage cheat sheet sets it: 19 MiB, two passes, one lane.
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// Two at once take 38 MiB, however many people sign in in the same second.
const inTurn = sharedQueue('passphrases', 2)

// The hash of 32 random bytes that were thrown away: no passphrase fits.
const hashOfNobody =
  '$argon2id$v=19$m=19456,t=2,p=1$iCJ2XWlX2+AUJYbJjGTPDg$wcvZiOCb8cC9PfZ9g3Gpn1usYMqFa5DpI6MrQAx+Qc0'

/** Who signed in before goes before a crowd at the door. */
interface Turn {
  isUrgent?: boolean
}

/** The hash to store for a passphrase. */
export function hashPassphrase(passphrase: string, turn?: Turn): Promise<string> {
  return inTurn(() => hash(normalizePassphrase(passphrase), argon2id), turn)
}

/** Whether a hash was made with other parameters than new ones are. */
function isWeak(passphraseHash: string): boolean {
  const made = parseOptions(passphraseHash)
  return Object.entries(argon2id).some(
    ([name, value]) => made[name as keyof typeof argon2id] !== value,
  )
}

/**
 * Whether a passphrase fits a hash; `outdated` fits, and should be hashed again while it is at
 * hand.
 */
export type PassphraseFit = 'no' | 'yes' | 'outdated'

/**
 * Whether the passphrase, as it was typed, fits the hash. With null, where nobody has the name, it
 * does the same work and says no: how much that is depends on what was typed alone.
 */
export async function fitPassphrase(
  passphraseHash: string | null,
  typed: string,
  turn?: Turn,
): Promise<PassphraseFit> {
  const [current, ...former] = passphraseForms(typed)
  for (const form of [current as string, ...former]) {
    const fits = await inTurn(() => verify(passphraseHash ?? hashOfNobody, form), turn)
    if (fits && passphraseHash !== null)
      return form !== current || isWeak(passphraseHash) ? 'outdated' : 'yes'
  }
  return 'no'
}
