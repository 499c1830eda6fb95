import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Libsql from 'libsql'
import { exitWithFault } from './faults.mjs'

// Brings a database file up to this program's migrations, as `prisma migrate deploy` does, and notes
// them as it does: for a packed site, which comes without Prisma's command. Each migration is one
// change with its note: all of it is stored, or nothing.
const folder = 'prisma/migrations'
const notes = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

function apply(database, name) {
  const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
  const checksum = createHash('sha256').update(sql).digest('hex')
  database.exec('BEGIN IMMEDIATE')
  try {
    database.exec(sql)
    const broken = database.prepare('PRAGMA foreign_key_check').all()
    if (broken.length > 0) throw new Error(`The migration ${name} would leave rows of nobody.`)
    const now = Date.now()
    database
      .prepare(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count")
         VALUES (?, ?, ?, ?, ?, 1)`,
      )
      .run(randomUUID(), checksum, now, name, now)
    database.exec('COMMIT')
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
}

try {
  const database = new Libsql(process.argv[2].replace(/^file:/, ''), { timeout: 5000 })
  // A table that is made again loses no rows of those that point at it; both cannot be set later.
  database.exec('PRAGMA foreign_keys = OFF')
  database.exec('PRAGMA secure_delete = ON')
  database.exec(notes)
  const done = database
    .prepare(
      'SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL',
    )
    .all()
    .map(({ name }) => name)
  for (const name of readdirSync(folder).sort())
    if (/^\d/.test(name) && !done.includes(name)) apply(database, name)
  database.close()
} catch (error) {
  exitWithFault(error)
}
