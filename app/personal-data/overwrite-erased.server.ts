import { log } from '../platform/log.server.ts'
import { hasPendingErasure, secureErase } from '../platform/secure-erase.server.ts'

/**
 * How erasing ended. Not overwritten yet: the rows are gone, but another process, such as a backup, kept the file busy, and what they held
 * may still be found in it until the next try, in a later run of the process if this one ends.
 */
export interface Erased {
  isOverwritten: boolean
}

const nextTry = 60_000

/** Overwrites in the raw database file what has been deleted; where the file is busy, again each minute until it is done (SAFETY P9). */
export async function overwriteErased(): Promise<Erased> {
  try {
    await secureErase()
    return { isOverwritten: true }
  } catch (error) {
    log.error({ error }, 'what was erased is not yet overwritten; it is tried again in a minute')
    setTimeout(overwriteErased, nextTry).unref()
    return { isOverwritten: false }
  }
}

/** Overwrites what was deleted, and not overwritten: by a process that was killed in between, or because nobody waited for it, as with a withdrawn comment. */
export async function secureErasePending(): Promise<void> {
  if (await hasPendingErasure()) await overwriteErased()
}
