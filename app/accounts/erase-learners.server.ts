import { log } from '../platform/log.server.ts'
import { deleteLearner, overwriteDeleted } from './learner-data-store.server.ts'

/**
 * How erasing ended. Not overwritten yet: the rows are gone, but another process, such as a backup, kept the file busy, and what they held
 * may still be found in it until the next try.
 */
export interface Erased {
  isOverwritten: boolean
}

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

/** Erases learners: at once, every row of theirs in {@link deleteLearner}'s tables, and out of the raw database file too (SAFETY P9). */
export async function eraseLearners(learnerIds: string[]): Promise<Erased> {
  for (const learnerId of learnerIds) await deleteLearner(learnerId)
  return { isOverwritten: await overwriteOrTryLater() }
}
