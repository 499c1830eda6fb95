import { passphraseTries } from './guessing.server.ts'
import { findLearner, storePassphraseHash } from './learner-store.server.ts'
import { fitsPassphrase, hashPassphrase } from './passphrase.server.ts'
import { isPseudonymAgain } from './passphrase.ts'
import { endAllSessions, startSession } from './sessions.server.ts'

/** How changing a passphrase ended. */
export type ChangePassphraseOutcome =
  | { kind: 'changed'; cookie: string }
  | { kind: 'wrong-passphrase' }
  | { kind: 'is-pseudonym' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'no-account' }

/** Gives a learner a new passphrase, ends every session and starts a new one here. */
export async function changePassphrase(options: {
  learnerId: string
  passphrase: string
  newPassphrase: string
  ownDevice: boolean
}): Promise<ChangePassphraseOutcome> {
  const learner = await findLearner(options.learnerId)
  if (!learner) return { kind: 'no-account' }
  if (isPseudonymAgain(options.newPassphrase, learner.pseudonym)) return { kind: 'is-pseudonym' }
  const admission = passphraseTries.admit(learner.pseudonymKey)
  if (admission.kind === 'wait') return admission
  if (!(await fitsPassphrase(learner.passphraseHash, options.passphrase))) return { kind: 'wrong-passphrase' }
  passphraseTries.wasRight(learner.pseudonymKey)
  await storePassphraseHash(learner.id, await hashPassphrase(options.newPassphrase))
  await endAllSessions(learner.id)
  return { kind: 'changed', cookie: await startSession({ learnerId: learner.id, ownDevice: options.ownDevice }) }
}
