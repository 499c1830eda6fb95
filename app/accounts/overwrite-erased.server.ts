import { log } from '../platform/log.server.ts'
import { overwriteDeleted } from './learner-data-store.server.ts'

/**
 * How erasing ended. Not overwritten yet: the rows are gone, but another process, such as a backup, kept the file busy, and what they held
 * may still be found in it until the next try.
 */
export interface Erased {
  isOverwritten: boolean
}

const nextTry = 60_000

/** Overwrites in the raw database file what has been deleted; where the file is busy, again each minute until it is done (SAFETY P9). */
export async function overwriteErased(): Promise<Erased> {
  try {
    await overwriteDeleted()
    return { isOverwritten: true }
  } catch (error) {
    log.error({ error }, 'what was erased is not yet overwritten; it is tried again in a minute')
    setTimeout(overwriteErased, nextTry).unref()
    return { isOverwritten: false }
  }
}
