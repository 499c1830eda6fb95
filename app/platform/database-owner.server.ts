import Libsql from 'libsql'
import { BadEnvironment } from './environment.server.ts'
import { fileFault, isBusyError } from './sqlite/errors.ts'

// On globalThis so that a reload of the code in development does not ask again.
const processState = globalThis as { cirkelDatabaseLock?: Libsql.Database }

function openLock(path: string): Libsql.Database {
  try {
    return new Libsql(`${path}-lock`)
  } catch (error) {
    throw cannotLock(path, error)
  }
}

function cannotLock(path: string, error: unknown): BadEnvironment {
  return new BadEnvironment(
    `DATABASE_URL: the file ${path}-lock, which belongs to the database, cannot be used: ` +
      `${fileFault(error as object) ?? (error as Error).message}.`,
  )
}

/**
 * Makes this process the only server of a database file, until it ends, however it ends: the kernel
 * then frees the lock, so none is ever stale. It is a lock on a file of its own beside the
 * database, `-lock`: `npm run people`, backups and tools are not hindered. Throws {@link
 * BadEnvironment} where another server has it.
 */
export function ownDatabase(path: string): void {
  if (processState.cirkelDatabaseLock) return
  const lock = openLock(path)
  try {
    lock.exec('PRAGMA busy_timeout = 0')
    lock.exec('PRAGMA journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!isBusyError(error)) throw cannotLock(path, error)
    throw new BadEnvironment(
      `DATABASE_URL, the file ${path}, is in use by another Cirkel server on this machine. ` +
        'Stop that one first, or give this one another DATABASE_URL.',
    )
  }
  processState.cirkelDatabaseLock = lock
}
