import { checkPassphrase, type PassphraseCheck } from './check-passphrase.server.ts'
import { storePassphraseHash } from './learner-store.server.ts'
import { hashPassphrase } from './passphrase.server.ts'
import { endAllSessions, startSession } from './sessions.server.ts'

/** How changing a passphrase ended. */
export type ChangePassphraseOutcome = { kind: 'changed'; cookie: string } | Exclude<PassphraseCheck, { kind: 'right' }>

/** Gives a learner a new passphrase, ends every session and starts a new one here. */
export async function changePassphrase(options: {
  learnerId: string
  passphrase: string
  newPassphrase: string
  ownDevice: boolean
}): Promise<ChangePassphraseOutcome> {
  const { learnerId, newPassphrase, ownDevice } = options
  const check = await checkPassphrase(options)
  if (check.kind !== 'right') return check
  await storePassphraseHash(learnerId, await hashPassphrase(newPassphrase))
  await endAllSessions(learnerId)
  return { kind: 'changed', cookie: await startSession({ learnerId, ownDevice }) }
}
