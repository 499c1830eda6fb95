import type pg from 'pg'
import { describeServer } from '../../app/platform/postgres/address.mjs'
import { BackupFault } from './backup-fault.ts'
import { asideSchema, onServer } from './server-copy.ts'
import { serverVersion, startProgram } from './server-programs.ts'

/** Moves all tables and functions of one schema, which are Cirkel's, to another. */
function moving(from: string, to: string): string {
  return `DO $move$ DECLARE command text; BEGIN
  FOR command IN
    SELECT format('ALTER TABLE %I.%I SET SCHEMA ${to}', '${from}', relname) FROM pg_class
      WHERE relnamespace = '${from}'::regnamespace AND relkind IN ('r', 'p')
    UNION ALL
    SELECT format('ALTER ROUTINE %s SET SCHEMA ${to}', oid::regprocedure) FROM pg_proc
      WHERE pronamespace = '${from}'::regnamespace
  LOOP EXECUTE command; END LOOP;
END $move$;`
}

const droppingAside = `SET client_min_messages = warning; DROP SCHEMA IF EXISTS ${asideSchema} CASCADE;`
const puttingAside = `${droppingAside} CREATE SCHEMA ${asideSchema}; SET search_path = ''; ${moving('public', asideSchema)}`

/** Whether a server's database holds tables. */
export async function holdsTables(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(`SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1`)
  return rows.length > 0
}

/** Refuses a database that a site, or another program of Cirkel's, is connected to. */
export async function refuseRunningSite(client: pg.Client, address: string): Promise<void> {
  const { rows } = await client.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'cirkel' LIMIT 1`,
  )
  if (rows.length > 0)
    throw new BackupFault(
      `A site is running on ${describeServer(address)}. Stop every server of it first. Nothing was changed.`,
    )
}

/**
 * Fills a server's database from a dump, in one transaction: it then holds the dump whole, or what
 * it held before. That is kept aside in a schema of its own.
 */
export async function fillDatabase(address: string, dump: string): Promise<void> {
  const version = await onServer(address, serverVersion)
  const restoring = startProgram('pg_restore', {
    address,
    version,
    args: ['--no-owner', '--no-privileges', '--file=-', dump],
  })
  const filling = startProgram('psql', {
    address,
    version,
    args: ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', '--file=-'],
  })
  const { stdout: script } = restoring.child
  const { stdin: commands, stdout: answers } = filling.child
  if (!script || !commands) throw new Error('The programs have no streams.')
  answers?.resume()
  // Only the last word makes it count: where this process, or one of the two, ends before, the
  // server undoes it all.
  commands.write(`BEGIN; ${puttingAside}\n`)
  script.pipe(commands, { end: false })
  const isRead = await restoring.ended.then(
    () => true,
    () => false,
  )
  if (isRead) commands.end('\nCOMMIT;\n')
  else filling.child.kill('SIGTERM')
  const filled = await filling.ended.then(
    () => null,
    (error: unknown) => error,
  )
  // The server's own complaint says more than that of a program which could not go on for it.
  if (isRead && filled) throw filled
  await restoring.ended
}

/** Removes what a database held before it was filled. */
export function dropAside(address: string): Promise<unknown> {
  return onServer(address, (client) => client.query(droppingAside))
}

/** Puts what a database held before in the place of what it was filled with. */
export function putBack(address: string): Promise<unknown> {
  const failed = 'cirkel_failed'
  return onServer(address, (client) =>
    client.query(`BEGIN; SET client_min_messages = warning; DROP SCHEMA IF EXISTS ${failed} CASCADE;
      CREATE SCHEMA ${failed}; SET search_path = ''; ${moving('public', failed)}
      ${moving(asideSchema, 'public')} DROP SCHEMA ${failed} CASCADE; DROP SCHEMA ${asideSchema} CASCADE; COMMIT`),
  )
}

/** Takes all tables and functions out of a database that was filled to be tried. */
export function emptyDatabase(address: string): Promise<unknown> {
  return onServer(address, (client) => client.query(`${puttingAside} ${droppingAside}`))
}
