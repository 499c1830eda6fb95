import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { SqliteConnection } from '../../app/platform/sqlite/connection.server.ts'
import { BackupFault } from './backup-fault.ts'
import { tryLock } from './scratch.ts'

const sync = (path: string) => {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Takes a database file for this process alone, as a site does. Throws where a site has it. */
export function takeFile(path: string): () => void {
  const free = tryLock(`${path}-lock`)
  if (free) return free
  throw new BackupFault(
    `A site is running on the database, the file ${path}. Stop it first. Nothing was changed.`,
  )
}

/** Whether a file holds something, or a log that belongs to it does. */
export function holdsSomething(path: string): boolean {
  return ['', '-wal'].some(
    (end) => (statSync(path + end, { throwIfNoEntry: false })?.size ?? 0) > 0,
  )
}

/**
 * Brings all that a file's write-ahead log holds into the file. Returns false where SQLite cannot,
 * since the file is damaged. Throws where another program uses it.
 */
function settle(path: string): boolean {
  let connection: SqliteConnection
  try {
    connection = new SqliteConnection(path)
  } catch {
    return false
  }
  try {
    if (connection.emptyLog() !== 'busy') return true
  } catch {
    return false
  } finally {
    connection.close()
  }
  throw new BackupFault(
    `Another program uses the database, the file ${path}. End that first. Nothing was changed.`,
  )
}

const removeLog = (path: string) => {
  for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true })
}

/** Gives a file a second name, or copies it where the disk knows no such thing. */
export function keepAs(path: string, aside: string): void {
  try {
    linkSync(path, aside)
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') throw error
    copyFileSync(path, aside)
    sync(aside)
  }
}

/** What stands in the place of a file now, and what stood there before. */
export interface Replacement {
  /** Removes what stood there before. */
  finish(): void
  /** Puts it back. */
  putBack(): void
}

/**
 * Puts a whole new database in the place of a file, by one renaming: whenever this process is killed,
 * the one or the other is there. The old one has a second name beside it until all is done.
 */
export function replaceFile(path: string, fresh: string, stamp: string): Replacement {
  if (!settle(fresh)) throw new BackupFault('The database in the backup cannot be opened.')
  removeLog(fresh)
  sync(fresh)
  const aside = `${path}.replaced-${stamp}`
  const isThere = existsSync(path)
  const isSettled = isThere && settle(path)
  if (isThere) keepAs(path, aside)
  // Of a damaged one, nobody knows what its log is worth: it stays beside it.
  if (isThere && !isSettled && existsSync(`${path}-wal`)) keepAs(`${path}-wal`, `${aside}-wal`)
  sync(dirname(path))
  removeLog(path)
  renameSync(fresh, path)
  sync(dirname(path))
  return {
    finish() {
      for (const end of ['', '-wal']) rmSync(aside + end, { force: true })
    },
    putBack() {
      removeLog(path)
      if (!isThere) return rmSync(path, { force: true })
      if (existsSync(`${aside}-wal`)) renameSync(`${aside}-wal`, `${path}-wal`)
      renameSync(aside, path)
      sync(dirname(path))
    },
  }
}

/** The old databases that restores which were killed have left beside a file. */
export function leftAside(path: string): string[] {
  const folder = dirname(path)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(path)}.replaced-`))
    .map((name) => join(folder, name))
}
