import { statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import Libsql from 'libsql'
import { databaseReason, fileReason } from './faults.mjs'

// Prints the migrations that a database has had, each with its name and checksum, as JSON: none for a
// file that is no database of Cirkel's yet. Where it cannot be read, ends with 1 and a sentence that
// says why.
const path = process.argv[2].replace(/^file:/, '')

/** The migrations that were finished, each with its name and checksum. */
function appliedMigrations() {
  // One that this user may not look at is no empty one.
  if (!statSync(path, { throwIfNoEntry: false })) return []
  // For reading only: one that may write would copy the write-ahead log of a process that was killed
  // into the file when it is closed, before what was deleted is overwritten in it. libsql does not
  // pass its own setting for that on.
  const database = new Libsql(`${pathToFileURL(path).href}?mode=ro`, { timeout: 5000 })
  try {
    return database
      .prepare(
        'SELECT "migration_name" AS "name", "checksum" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL',
      )
      .all()
      .map(({ name, checksum }) => ({ name, checksum }))
  } catch (error) {
    if (/no such table/.test(error.message)) return []
    throw error
  } finally {
    database.close()
  }
}

try {
  console.log(JSON.stringify(appliedMigrations()))
} catch (error) {
  const reason = databaseReason(error) ?? fileReason(error) ?? error.message
  console.error(`DATABASE_URL, the file ${path}, cannot be read: ${reason}.`)
  process.exitCode = 1
}
