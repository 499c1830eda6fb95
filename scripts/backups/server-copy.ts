import pg from 'pg'
import { connectionOf, describeServer } from '../../app/platform/postgres/address.mjs'
import { BackupFault } from './backup-fault.ts'
import { serverVersion, startProgram } from './server-programs.ts'
import type { Snapshot } from './snapshot.ts'

/** Where a restore keeps the tables that it has replaced, until the site has started. */
export const asideSchema = 'cirkel_replaced'

/** Lends a connection to a server. Says in a sentence where there is none. */
export async function onServer<T>(
  address: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...connectionOf(address), application_name: 'cirkel-backup' })
  // A connection that breaks later fails the statement that needs it.
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    const { message, code } = error as { message?: string; code?: string }
    throw new BackupFault(`${describeServer(address)} cannot be reached: ${message || code}.`)
  }
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** How many rows each table has, and which migrations the database has had. */
export async function examineServer(
  client: pg.Client,
): Promise<Pick<Snapshot, 'counts' | 'migrations'>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename COLLATE "C"`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await client.query<{ rows: string }>(
      `SELECT COUNT(*) AS "rows" FROM public.${pg.escapeIdentifier(name)}`,
    )
    counts[name] = Number(rows[0]?.rows)
  }
  if (!('_cirkel_migrations' in counts)) return { counts, migrations: [] }
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    'SELECT "name", "checksum" FROM public."_cirkel_migrations" ORDER BY "name"',
  )
  return { counts, migrations }
}

/**
 * Copies a server's database as it is at one moment, with `pg_dump` in its own form. The rows are
 * counted in the same moment.
 */
export function copyServer(address: string, into: string): Promise<Snapshot> {
  return onServer(address, async (client) => {
    const version = await serverVersion(client)
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const { rows } = await client.query<{ id: string }>('SELECT pg_export_snapshot() AS "id"')
    const examined = await examineServer(client)
    if (examined.migrations.length === 0)
      throw new BackupFault(`${describeServer(address)} has not been used by Cirkel yet.`)
    const args = [
      ...['--format=custom', '--no-owner', '--no-privileges', `--exclude-schema=${asideSchema}`],
      ...[`--snapshot=${rows[0]?.id}`, `--file=${into}`],
    ]
    await startProgram('pg_dump', { address, version, args }).ended
    return { engine: 'PostgreSQL', ...examined }
  })
}
