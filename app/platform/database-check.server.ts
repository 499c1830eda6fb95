import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { database, databaseEngine } from './database.server.ts'
import type { Migration } from './engine.ts'

const known = new Map<string, Migration[]>()

// As they were when they were first asked for: an update that has been unpacked under a running
// program is not what runs.
function ownMigrations(folder: string): Migration[] {
  const found =
    known.get(folder) ??
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => {
        const text = readFileSync(join(folder, name, 'migration.sql'))
        return { name, checksum: createHash('sha256').update(text).digest('hex') }
      })
  known.set(folder, found)
  return found
}

/**
 * Reads the migrations that this program comes with, to be compared later. To be called while its
 * files are surely its own: at the start.
 */
export async function rememberOwnMigrations(): Promise<void> {
  ownMigrations((await databaseEngine()).migrations)
}

/**
 * How the database's migrations differ from this program's, in a few words, or null. A start refuses
 * such a database; another server may have migrated it since.
 */
export async function migrationFault(): Promise<string | null> {
  const engine = await databaseEngine()
  const own = ownMigrations(engine.migrations)
  const applied = await engine.appliedMigrations()
  const checksums = new Map(applied.map(({ name, checksum }) => [name, checksum]))
  const names = new Set(own.map(({ name }) => name))
  if (applied.some(({ name }) => !names.has(name))) return 'a newer version has migrated it'
  const isOwn = ({ name, checksum }: Migration) => checksums.get(name) === checksum
  return own.every(isOwn) ? null : 'its migrations are not those of this version'
}

/** Asks the database for a sign of life, and returns what it is run by. Throws where it gives none. */
export async function askDatabase(): Promise<string> {
  await (await database()).$queryRaw`SELECT 1`
  return (await databaseEngine()).name
}
