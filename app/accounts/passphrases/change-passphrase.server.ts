import { prepareSession } from '../sessions/sessions.server.ts'
import { checkPassphrase, type PassphraseCheck } from './check-passphrase.server.ts'
import { hashPassphrase } from './passphrase.server.ts'
import { replacePassphrase } from './passphrase-store.server.ts'

/** How changing a passphrase ended. */
export type ChangePassphraseOutcome =
  | { kind: 'changed'; cookie: string }
  | Exclude<PassphraseCheck, { kind: 'right' }>

/**
 * Gives a learner a new passphrase, ends every session and starts a new one here. Of two changes at
 * once only one goes on.
 */
export async function changePassphrase(options: {
  learnerId: string
  sessionId: string
  passphrase: string
  newPassphrase: string
  ownDevice: boolean
}): Promise<ChangePassphraseOutcome> {
  const { learnerId, newPassphrase, ownDevice } = options
  const check = await checkPassphrase(options)
  if (check.kind !== 'right') return check
  const newHash = await hashPassphrase(newPassphrase, { isUrgent: true })
  const { row, cookie } = prepareSession({ learnerId, ownDevice })
  const isReplaced = await replacePassphrase(newHash, { passphraseHash: check.checkedHash }, row)
  return isReplaced ? { kind: 'changed', cookie } : { kind: 'wrong-passphrase' }
}
