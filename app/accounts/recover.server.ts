import { passphraseTries } from './guessing.server.ts'
import { findLearnerByKey, storePassphraseHash } from './learner-store.server.ts'
import { hashPassphrase } from './passphrase.server.ts'
import { pseudonymKey } from './pseudonym.ts'
import { hashesOfCodes, spendCode } from './recovery-code-store.server.ts'
import { fittingHash } from './recovery-codes.server.ts'
import { endAllSessions, startSession } from './sessions.server.ts'

/** How recovering an account ended. "Refused" does not say whether the pseudonym or the code was wrong. */
export type RecoverOutcome = { kind: 'recovered'; cookie: string } | { kind: 'refused' } | { kind: 'wait'; seconds: number }

/**
 * Gives a new passphrase to someone who has one of their codes, uses the code up, ends every session and starts a new one. Slowed as sign-in
 * is, and together with it; a pseudonym that nobody has gets the same answer after the same work as a wrong code (SAFETY P3, P14).
 */
export async function recover(options: {
  pseudonym: string
  code: string
  newPassphrase: string
  ownDevice: boolean
}): Promise<RecoverOutcome> {
  const key = pseudonymKey(options.pseudonym)
  const admission = passphraseTries.admit(key)
  if (admission.kind === 'wait') return admission
  const learnerId = (await findLearnerByKey(key))?.id ?? 'nobody'
  const hash = await fittingHash(await hashesOfCodes(learnerId), learnerId, options.code)
  if (!hash) return { kind: 'refused' }
  const passphraseHash = await hashPassphrase(options.newPassphrase)
  // Used up first, so that of two at once only one goes on.
  if (!(await spendCode(learnerId, hash))) return { kind: 'refused' }
  passphraseTries.wasRight(key)
  await storePassphraseHash(learnerId, passphraseHash)
  await endAllSessions(learnerId)
  return { kind: 'recovered', cookie: await startSession({ learnerId, ownDevice: options.ownDevice }) }
}
