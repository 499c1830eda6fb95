import { dayOf } from '../platform/calendar-day.ts'
import { systemClock } from '../platform/clock.ts'
import { newId } from '../platform/random.server.ts'
import { insertLearner } from './learner-store.server.ts'
import { hashPassphrase } from './passphrases/passphrase.server.ts'
import { pseudonymKey } from './pseudonym.ts'
import { newAccounts } from './rate-limits/rate-limiter.server.ts'
import { issueRecoveryCodes } from './recovery/recovery-codes.server.ts'
import { sessionIdIn, startSession } from './sessions/sessions.server.ts'

/** How signing up ended. The cookie is a Set-Cookie header. */
export type SignUpOutcome =
  | { kind: 'signed-up'; cookie: string }
  | { kind: 'taken' }
  | { kind: 'wait'; seconds: number }

/**
 * Makes an account out of a pseudonym and a passphrase, and signs its owner in, with recovery codes
 * to be shown once. Nothing else is asked or stored.
 */
export async function signUp(options: {
  pseudonym: string
  passphrase: string
  ownDevice: boolean
}): Promise<SignUpOutcome> {
  const admission = await newAccounts.take()
  if (admission.kind === 'wait') return admission
  const { pseudonym, passphrase, ownDevice } = options
  const id = newId()
  const today = dayOf(systemClock.now())
  const passphraseHash = await hashPassphrase(passphrase)
  const learner = {
    id,
    pseudonym,
    pseudonymKey: pseudonymKey(pseudonym),
    passphraseHash,
    createdOn: today,
    lastSeenOn: today,
  }
  if (!(await insertLearner(learner))) return { kind: 'taken' }
  const cookie = await startSession({ learnerId: id, ownDevice })
  const sessionId = sessionIdIn(cookie)
  await issueRecoveryCodes({ learnerId: id, sessionId, checkedHash: passphraseHash })
  return { kind: 'signed-up', cookie }
}
