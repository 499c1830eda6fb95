import { findLearner } from '../learner-store.server.ts'
import { signedInAttempts } from '../rate-limits/attempt-limiter.server.ts'
import { fitPassphrase } from './passphrase.server.ts'

/** Whether someone who is signed in knows their passphrase. */
export type PassphraseCheck =
  | { kind: 'right'; checkedHash: string }
  | { kind: 'wrong-passphrase' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'no-account' }

/**
 * Asks for the passphrase again before something that an open browser alone must not do. Guessing
 * is slowed for each session alone: strangers who try at sign-in slow nobody here, and who guesses
 * from a session that was stolen does not slow its owner's others (SAFETY P9, P14).
 */
export async function checkPassphrase({
  learnerId,
  sessionId,
  passphrase,
}: {
  learnerId: string
  sessionId: string
  passphrase: string
}): Promise<PassphraseCheck> {
  const learner = await findLearner(learnerId)
  if (!learner) return { kind: 'no-account' }
  const admission = await signedInAttempts.admit(sessionId, passphrase)
  if (admission.kind === 'wait') return admission
  if ((await fitPassphrase(learner.passphraseHash, passphrase, { isUrgent: true })) === 'no')
    return { kind: 'wrong-passphrase' }
  admission.undo()
  return { kind: 'right', checkedHash: learner.passphraseHash }
}
