import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { closeDatabase, type Database, openDatabase } from '../../app/platform/database.server.ts'
import { SqliteAdapterFactory } from '../../app/platform/sqlite/adapter.server.ts'

const migrations = join(import.meta.dirname, '../../prisma/migrations')

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

/**
 * Gives a test file an empty, migrated database of its own: what `database()` returns in it. Call
 * it at the top of the file. The file's path can be read once the tests run, to look for what must
 * not be in it.
 */
export function useTestDatabase(): { readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'cirkel-test-'))
  const file = join(folder, 'test.db')
  beforeAll(async () => {
    await migrate(`file:${file}`)
    const processState = globalThis as { cirkelDatabase?: Promise<Database> }
    processState.cirkelDatabase = openDatabase(`file:${file}`)
    await processState.cirkelDatabase
  })
  afterAll(async () => {
    await closeDatabase()
    rmSync(folder, { recursive: true, force: true })
  })
  return { file }
}
