import { findLearnerByKey, renewPassphraseHash } from '../learner-store.server.ts'
import { fitPassphrase, hashPassphrase } from '../passphrases/passphrase.server.ts'
import { pseudonymKey } from '../pseudonym.ts'
import { signInAttempts } from '../rate-limits/attempt-limiter.server.ts'
import { startCheckedSession } from './sessions.server.ts'

/**
 * How signing in ended. "Refused" does not say whether the pseudonym or the passphrase was wrong.
 */
export type SignInOutcome =
  | { kind: 'signed-in'; cookie: string }
  | { kind: 'refused' }
  | { kind: 'wait'; seconds: number }

/**
 * Signs someone in with a new session. A pseudonym that nobody has gets the same answer after the
 * same work as a wrong passphrase (SAFETY P14).
 */
export async function signIn(options: {
  pseudonym: string
  passphrase: string
  ownDevice: boolean
}): Promise<SignInOutcome> {
  const key = pseudonymKey(options.pseudonym)
  const admission = await signInAttempts.admit(key, options.passphrase)
  if (admission.kind === 'wait') return admission
  const learner = await findLearnerByKey(key)
  const fit = await fitPassphrase(learner?.passphraseHash ?? null, options.passphrase)
  if (!learner || fit === 'no') return { kind: 'refused' }
  admission.undo()
  let checkedHash = learner.passphraseHash
  if (fit === 'outdated') {
    const renewed = await hashPassphrase(options.passphrase)
    if (await renewPassphraseHash(learner.id, checkedHash, renewed)) checkedHash = renewed
  }
  const cookie = await startCheckedSession({
    learnerId: learner.id,
    ownDevice: options.ownDevice,
    checkedHash,
  })
  return cookie ? { kind: 'signed-in', cookie } : { kind: 'refused' }
}
