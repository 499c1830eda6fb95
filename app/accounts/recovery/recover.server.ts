import { findLearnerByKey } from '../learner-store.server.ts'
import { hashPassphrase } from '../passphrases/passphrase.server.ts'
import { replacePassphrase } from '../passphrases/passphrase-store.server.ts'
import { pseudonymKey } from '../pseudonym.ts'
import { recoveryAttempts } from '../rate-limits/attempt-limiter.server.ts'
import { prepareSession } from '../sessions/sessions.server.ts'
import { hashesOfCodes } from './recovery-code-store.server.ts'
import { fittingHash } from './recovery-codes.server.ts'

/**
 * How recovering an account ended. "Refused" does not say whether the pseudonym or the code was
 * wrong.
 */
export type RecoverOutcome =
  | { kind: 'recovered'; cookie: string }
  | { kind: 'refused' }
  | { kind: 'wait'; seconds: number }

/**
 * Gives a new passphrase to someone who has one of their codes, uses the code up, ends every
 * session and starts a new one. Slowed by name and in total, apart from sign-in; a pseudonym that
 * nobody has gets the same answer after the same work as a wrong code (SAFETY P3, P14).
 */
export async function recover(options: {
  pseudonym: string
  code: string
  newPassphrase: string
  ownDevice: boolean
}): Promise<RecoverOutcome> {
  const key = pseudonymKey(options.pseudonym)
  const admission = await recoveryAttempts.admit(key, options.code)
  if (admission.kind === 'wait') return admission
  const learnerId = (await findLearnerByKey(key))?.id ?? 'nobody'
  const hash = await fittingHash(await hashesOfCodes(learnerId), learnerId, options.code)
  if (!hash) return { kind: 'refused' }
  const passphraseHash = await hashPassphrase(options.newPassphrase)
  const { row, cookie } = prepareSession({ learnerId, ownDevice: options.ownDevice })
  if (!(await replacePassphrase(passphraseHash, { codeHash: hash }, row)))
    return { kind: 'refused' }
  admission.undo()
  return { kind: 'recovered', cookie }
}
