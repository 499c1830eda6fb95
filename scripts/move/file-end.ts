import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Libsql from 'libsql'
import { stampOf } from '../../app/platform/backup-names.ts'
import { makeFolder } from '../../app/platform/make-folder.server.ts'
import { BackupFault, saying } from '../backups/backup-fault.ts'
import { makeScratch } from '../backups/scratch.ts'
import { examineOpen, openForReading } from '../backups/sqlite-copy.ts'
import { holdsSomething, replaceFile, takeFile } from '../backups/sqlite-restore.ts'
import { migrate } from '../prepare.mjs'
import {
  type Destination,
  heldIn,
  named,
  refuseForeign,
  refuseOtherVersion,
  type Source,
} from './ends.ts'
import { SqliteSide } from './sqlite-side.ts'

const pathOf = (address: string) => address.slice('file:'.length)
const versionOf = (database: Libsql.Database) =>
  (database.prepare('PRAGMA data_version').raw().get() as unknown[])[0]

function examined(address: string, database: Libsql.Database) {
  const { fault, ...found } = examineOpen(database)
  if (fault) throw new BackupFault(`${named(address)} cannot be used: ${fault}. Nothing was moved.`)
  return found
}

/** Lends a database file that no site is running on, as it is at one moment. */
export async function withFileSource(
  address: string,
  work: (source: Source) => Promise<void>,
): Promise<void> {
  const path = pathOf(address)
  await saying(`${named(address)} cannot be used`, async () => {
    if (!statSync(path, { throwIfNoEntry: false }))
      throw new BackupFault(`There is no file ${path}. Nothing was moved.`)
    const free = takeFile(path)
    const database = openForReading(path)
    try {
      // What is read from here on is of this moment.
      database.exec('BEGIN')
      const found = examined(address, database)
      refuseOtherVersion(address, 'SQLite', found)
      const version = versionOf(database)
      const refuseChange = () => {
        database.exec('COMMIT')
        if (versionOf(database) === version) return
        throw new BackupFault(
          `Something was changed in the file ${path} meanwhile. Nothing was moved. End what uses it, and run this again.`,
        )
      }
      await work({ side: new SqliteSide(database), counts: found.counts, refuseChange })
    } finally {
      database.close()
      free()
    }
  })
}

/** Lends what a file holds already, to be compared. */
async function withFilled(
  address: string,
  work: (destination: Destination) => Promise<void>,
): Promise<boolean> {
  const path = pathOf(address)
  if (!holdsSomething(path)) return false
  const database = openForReading(path)
  try {
    const found = examined(address, database)
    refuseForeign(address, 'SQLite', found)
    if (heldIn(found.counts).length === 0) return false
    const keep = async () => {}
    await work({ side: new SqliteSide(database), counts: found.counts, keep })
    return true
  } finally {
    database.close()
  }
}

function refuseOrphans(database: Libsql.Database): void {
  const [orphan] = database.prepare('PRAGMA foreign_key_check').all() as { table: string }[]
  if (orphan)
    throw new BackupFault(
      `A row of ${orphan.table} points at one that is not there. Nothing was moved.`,
    )
}

/**
 * Lends a database file to be filled: a new one beside it, which takes its place, by one renaming,
 * when it is kept. One that holds something already is lent to be compared.
 */
export async function withFileDestination(
  address: string,
  at: Date,
  work: (destination: Destination) => Promise<void>,
): Promise<void> {
  const path = pathOf(address)
  await saying(`${named(address)} cannot be used`, async () => {
    makeFolder(dirname(path))
    const free = takeFile(path)
    if (await withFilled(address, work)) return free()
    const scratch = makeScratch(dirname(path))
    const fresh = join(scratch.folder, 'moved.db')
    await migrate(`file:${fresh}`)
    const database = new Libsql(fresh)
    // Tables are filled one after the other, and looked through for rows of nobody at the end.
    database.exec('PRAGMA foreign_keys = OFF')
    database.exec('BEGIN')
    const side = new SqliteSide(database)
    await side.clear()
    const keep = async () => {
      refuseOrphans(database)
      database.exec('COMMIT')
      database.close()
      replaceFile(path, fresh, stampOf(at)).finish()
    }
    try {
      await work({ side, counts: {}, keep })
    } finally {
      if (database.open) database.close()
      scratch.remove()
      free()
    }
  })
}
