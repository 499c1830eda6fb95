import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import {
  closeDatabase,
  type Database,
  database,
  openDatabase,
} from '../../app/platform/database.server.ts'
import { ownsDatabaseFile } from '../../app/platform/environment.server.ts'
import { SqliteAdapterFactory } from '../../app/platform/sqlite/adapter.server.ts'
import { catalogue } from './catalogue.ts'
import { template } from './postgres-setup.ts'

const migrations = join(import.meta.dirname, '../../prisma/migrations')

/** Whether this run of a test has a database on a PostgreSQL server, rather than a file. */
export const isOnServer = !ownsDatabaseFile()

/** Makes a database file with every migration applied, in order. */
async function migrate(url: string): Promise<void> {
  const connection = await new SqliteAdapterFactory(url.slice('file:'.length)).connect()
  const folders = readdirSync(migrations, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  for (const { name } of folders.sort((a, b) => a.name.localeCompare(b.name)))
    await connection.executeScript(readFileSync(join(migrations, name, 'migration.sql'), 'utf8'))
  await connection.dispose()
}

const processState = globalThis as { cirkelDatabase?: Promise<Database> }

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: `${inject('postgres')}/postgres` })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const newName = () => `test_${randomBytes(8).toString('hex')}`

/** Makes an empty, migrated database on the run's PostgreSQL. Returns its address. */
export async function createServerDatabase(name = newName()): Promise<string> {
  await onServer(async (client) => {
    // A copy is refused while another is being made.
    await client.query('SELECT pg_advisory_lock(1)')
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  })
  return `${inject('postgres')}/${name}`
}

/** The database that a test file has. */
export interface TestDatabase {
  /** Its address, once the tests run. */
  readonly url: string
  /**
   * Whether a text stands in it: in the bytes of the file or its log, where it is a file; in any row,
   * where it is a server's, which keeps bytes of what was deleted.
   */
  holds(text: string): Promise<boolean>
}

async function anyRowHolds(text: string): Promise<boolean> {
  const db = await database()
  for (const { table } of await catalogue()) {
    const rows = await db.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${table}" WHERE position($1 IN "${table}"::text) > 0 LIMIT 1`,
      text,
    )
    if (rows.length > 0) return true
  }
  return false
}

function useServerDatabase(): TestDatabase {
  const name = newName()
  beforeAll(async () => {
    processState.cirkelDatabase = openDatabase(await createServerDatabase(name))
    await processState.cirkelDatabase
  })
  afterAll(async () => {
    await closeDatabase()
    await onServer((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
  })
  return {
    get url() {
      return `${inject('postgres')}/${name}`
    },
    holds: anyRowHolds,
  }
}

/**
 * Gives a test file an empty, migrated database file of its own: what `database()` returns in it.
 * For what is true of SQLite alone. The file's path can be read once the tests run, to look for what
 * must not be in it.
 */
export function useTestFile(): TestDatabase & { readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'cirkel-test-'))
  const file = join(folder, 'test.db')
  beforeAll(async () => {
    await migrate(`file:${file}`)
    processState.cirkelDatabase = openDatabase(`file:${file}`)
    await processState.cirkelDatabase
  })
  afterAll(async () => {
    await closeDatabase()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    file,
    url: `file:${file}`,
    holds: async (text) =>
      [file, `${file}-wal`].some((path) => existsSync(path) && readFileSync(path).includes(text)),
  }
}

/**
 * Gives a test file an empty, migrated database of its own: what `database()` returns in it. Call
 * it at the top of the file. Such a file is run twice, once on each engine (vitest.config.ts).
 */
export function useTestDatabase(): TestDatabase {
  return isOnServer ? useServerDatabase() : useTestFile()
}
