import { log } from '../platform/log.server.ts'
import { checkPassphrase, type PassphraseCheck } from './check-passphrase.server.ts'
import { deleteLearner, overwriteDeleted } from './learner-data-store.server.ts'
import { endSession } from './sessions.server.ts'

/**
 * How erasing ended. The cookie is the Set-Cookie header that takes the session away. Not overwritten yet: the rows are gone, but another
 * process, such as a backup, kept the file busy, and what they held may still be found in it until the next try.
 */
export type EraseOutcome = { kind: 'erased'; isOverwritten: boolean; cookie: string } | Exclude<PassphraseCheck, { kind: 'right' }>

const nextTry = 60_000

async function overwriteOrTryLater(): Promise<boolean> {
  try {
    await overwriteDeleted()
    return true
  } catch (error) {
    log.error({ error }, 'what was erased is not yet overwritten; it is tried again in a minute')
    setTimeout(overwriteOrTryLater, nextTry).unref()
    return false
  }
}

/** Erases a learner who gives their passphrase: at once, every row of theirs, and out of the raw database file too (SAFETY P9). */
export async function eraseLearner(options: { learnerId: string; passphrase: string; request: Request }): Promise<EraseOutcome> {
  const check = await checkPassphrase(options)
  if (check.kind !== 'right') return check
  await deleteLearner(options.learnerId)
  const isOverwritten = await overwriteOrTryLater()
  return { kind: 'erased', isOverwritten, cookie: await endSession(options.request) }
}
