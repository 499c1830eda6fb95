import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { connectionOf } from './address.mjs'

const folder = 'prisma/postgres/migrations'
// Any number, as long as it is always the same: who holds this lock is migrating.
const lock = 80_2026

/** The migrations that this program comes with, in their order. */
export function ownMigrations() {
  return readdirSync(folder)
    .filter((name) => /^\d/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

async function connected(address, work) {
  const client = new pg.Client(connectionOf(address))
  // A connection that breaks later fails the statement that needs it.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

async function applied(client) {
  const { rows } = await client.query(`SELECT to_regclass('"_cirkel_migrations"') AS "table"`)
  if (rows[0].table === null) return []
  return (await client.query('SELECT "name", "checksum" FROM "_cirkel_migrations" ORDER BY "name"'))
    .rows
}

/** The migrations that a database has had, each with its name and the checksum of its text. */
export function appliedOnServer(address) {
  return connected(address, applied)
}

/**
 * Applies those that the database has not had, in their order. Each is one transaction with the note
 * that it was done; of several servers that start at once one does it, and the others wait.
 */
export function migrateServer(address) {
  return connected(address, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [lock])
    await client.query(
      'CREATE TABLE IF NOT EXISTS "_cirkel_migrations" ("name" text PRIMARY KEY, "checksum" text NOT NULL)',
    )
    const done = new Set((await applied(client)).map(({ name }) => name))
    for (const { name, sql, checksum } of ownMigrations()) {
      if (done.has(name)) continue
      await client.query('BEGIN')
      try {
        await client.query(sql)
        await client.query(
          'INSERT INTO "_cirkel_migrations" ("name", "checksum") VALUES ($1, $2)',
          [name, checksum],
        )
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {})
        throw new Error(`The migration ${name} failed: ${error.message}`, { cause: error })
      }
    }
  })
}
