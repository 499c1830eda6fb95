import { findLearner } from '../learner-store.server.ts'
import { passphraseTries } from '../rate-limits/rate-limiter.server.ts'
import { fitsPassphrase } from './passphrase.server.ts'

/** Whether someone who is signed in knows their passphrase. */
export type PassphraseCheck =
  | { kind: 'right'; checkedHash: string }
  | { kind: 'wrong-passphrase' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'no-account' }

/** Asks for the passphrase again before something that an open browser alone must not do. Guessing is slowed as it is at sign-in. */
export async function checkPassphrase({ learnerId, passphrase }: { learnerId: string; passphrase: string }): Promise<PassphraseCheck> {
  const learner = await findLearner(learnerId)
  if (!learner) return { kind: 'no-account' }
  const admission = passphraseTries.admit(learner.pseudonymKey)
  if (admission.kind === 'wait') return admission
  if (!(await fitsPassphrase(learner.passphraseHash, passphrase))) return { kind: 'wrong-passphrase' }
  passphraseTries.wasRight(learner.pseudonymKey)
  return { kind: 'right', checkedHash: learner.passphraseHash }
}
