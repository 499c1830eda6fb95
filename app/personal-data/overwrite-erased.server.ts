import { DatabaseUnavailable } from '../platform/busy-retry.server.ts'
import { log } from '../platform/log.server.ts'
import { FileInUse, secureErase } from '../platform/secure-erase.server.ts'
import { byLead } from '../platform/workers/lead.server.ts'

/**
 * How erasing ended. Not overwritten yet: the rows are gone, but what they held may still be found
 * in the file until the next try, in a later run of the process if this one ends. Another process,
 * such as a backup, used the file, or the disk was full, or worse. A database server keeps them in
 * files of its own, which are not ours to overwrite.
 */
export type Erased =
  | { isOverwritten: true }
  | { isOverwritten: false; reason: 'busy' | 'disk-full' | 'failed' | 'database-server' }

function reasonOf(error: unknown): 'busy' | 'disk-full' | 'failed' {
  if (error instanceof FileInUse) return 'busy'
  if (!(error instanceof DatabaseUnavailable)) return 'failed'
  if (error.fault === 'busy') return 'busy'
  return error.fault === 'disk full' ? 'disk-full' : 'failed'
}

const nextTry = 60_000

/**
 * Overwrites in the raw database file what has been deleted; where that fails, again each minute
 * until it is done (SAFETY P9). Of several workers one does it, for all of them.
 */
export const overwriteErased = byLead('overwrite what was erased', overwriteHere)

async function overwriteHere(): Promise<Erased> {
  try {
    return (await secureErase()) === 'overwritten'
      ? { isOverwritten: true }
      : { isOverwritten: false, reason: 'database-server' }
  } catch (error) {
    log.error({ error }, 'what was erased is not yet overwritten; it is tried again in a minute')
    setTimeout(() => void overwriteErased().catch(() => {}), nextTry).unref()
    return { isOverwritten: false, reason: reasonOf(error) }
  }
}
