import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import Libsql from 'libsql'
import { resultCodeOf } from '../../app/platform/sqlite/result-code.mjs'
import { BackupFault, saying } from './backup-fault.ts'
import type { Snapshot } from './snapshot.ts'

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

function rowsOf<T>(database: Libsql.Database, sql: string): T[] {
  return database.prepare(sql).all() as T[]
}

/** How many rows each table of a file has. */
function countsOf(database: Libsql.Database): Record<string, number> {
  const tables = rowsOf<{ name: string }>(
    database,
    `SELECT "name" FROM "sqlite_schema" WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY "name"`,
  )
  return Object.fromEntries(
    tables.map(({ name }) => {
      const [row] = rowsOf<{ rows: number }>(
        database,
        `SELECT COUNT(*) AS "rows" FROM ${quoted(name)}`,
      )
      return [name, row?.rows ?? 0]
    }),
  )
}

/** What is wrong with a database file, as a sentence, or null. */
function faultOf(database: Libsql.Database): string | null {
  const found = rowsOf<{ integrity_check: string }>(database, 'PRAGMA integrity_check(5)')
  const first = found[0]?.integrity_check
  if (first !== 'ok') return `it is damaged (${first ?? 'SQLite says nothing'})`
  const [orphan] = rowsOf<{ table: string; parent: string }>(database, 'PRAGMA foreign_key_check')
  return orphan ? `rows of ${orphan.table} point at rows of ${orphan.parent} that are gone` : null
}

type Examined = Pick<Snapshot, 'counts' | 'migrations'> & { fault: string | null }

// SQLITE_CORRUPT and SQLITE_NOTADB.
const isDamage = (error: unknown) => [11, 26].includes(resultCodeOf(error as object) ?? 0)

/**
 * What a database file holds: how many rows, which migrations it has had, and what is wrong with it
 * or null.
 */
export function examineFile(path: string): Examined {
  try {
    return examine(path)
  } catch (error) {
    if (!isDamage(error)) throw error
    return { counts: {}, migrations: [], fault: `it is damaged (${(error as Error).message})` }
  }
}

function examine(path: string): Examined {
  const database = new Libsql(path, { timeout: 5000 })
  try {
    return examineOpen(database)
  } finally {
    database.close()
  }
}

/** What a database file holds that is open already; throws what SQLite says of a damaged one. */
export function examineOpen(database: Libsql.Database): Examined {
  const fault = faultOf(database)
  const counts = countsOf(database)
  const migrations = !('_prisma_migrations' in counts)
    ? []
    : rowsOf<{ name: string; checksum: string }>(
        database,
        'SELECT "migration_name" AS "name", "checksum" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL ORDER BY "migration_name"',
      ).map(({ name, checksum }) => ({ name, checksum }))
  return { counts, migrations, fault }
}

/**
 * Opens a file for reading only: one that may write would copy the log of a site that was killed into
 * the file when it is closed, before what was deleted is overwritten in it.
 */
export function openForReading(path: string): Libsql.Database {
  return new Libsql(`${pathToFileURL(path).href}?mode=ro`, { timeout: 5000 })
}

/**
 * Copies a SQLite file as it is at one moment, with SQLite's own `VACUUM INTO`: all that was
 * committed before is in it, and no byte that nothing uses, so nothing of those who were erased.
 * Writing goes on meanwhile; the write-ahead log grows, and is emptied afterwards.
 */
export async function copyFile(path: string, into: string): Promise<Snapshot> {
  if (!existsSync(path))
    throw new BackupFault(
      `DATABASE_URL: there is no database file ${path}. Run this with the settings of the site.`,
    )
  await saying(`The database, the file ${path}, cannot be copied`, () => {
    const database = openForReading(path)
    try {
      database.prepare('VACUUM INTO ?').run(into)
    } finally {
      database.close()
    }
  })
  const { counts, migrations, fault } = await saying(
    'The copy of the database cannot be read',
    () => examineFile(into),
  )
  if (fault)
    throw new BackupFault(
      `The database, the file ${path}, cannot be backed up: ${fault}. The backups that there are stay as they are; npm run backup:verify says which of them is whole.`,
    )
  if (migrations.length === 0)
    throw new BackupFault(`The database, the file ${path}, is none of Cirkel's, or an empty one.`)
  return { engine: 'SQLite', counts, migrations }
}
