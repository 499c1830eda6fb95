import { checkPassphrase, type PassphraseCheck } from '../passphrases/check-passphrase.server.ts'
import { issueRecoveryCodes } from './recovery-codes.server.ts'

/** How renewing the codes ended. */
export type RenewCodesOutcome = { kind: 'renewed' } | Exclude<PassphraseCheck, { kind: 'right' }>

/**
 * Gives a learner who knows their passphrase ten new codes; the old ones are worth nothing any
 * more. Where the passphrase was changed after it was checked, nothing is renewed.
 */
export async function renewCodes(options: {
  learnerId: string
  sessionId: string
  passphrase: string
}): Promise<RenewCodesOutcome> {
  const check = await checkPassphrase(options)
  if (check.kind !== 'right') return check
  const isIssued = await issueRecoveryCodes({ ...options, checkedHash: check.checkedHash })
  return isIssued ? { kind: 'renewed' } : { kind: 'wrong-passphrase' }
}
