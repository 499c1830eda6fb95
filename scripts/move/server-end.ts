import pg from 'pg'
import { migrateServer } from '../../app/platform/postgres/migrations.mjs'
import { BackupFault } from '../backups/backup-fault.ts'
import { examineServer, onServer } from '../backups/server-copy.ts'
import { refuseRunningSite } from '../backups/server-restore.ts'
import { type Destination, named, refuseForeign, refuseOtherVersion, type Source } from './ends.ts'
import { ServerSide } from './server-side.ts'
import { isMoved } from './side.ts'

/** Holds all tables until the transaction ends: nobody writes meanwhile. */
async function lock(client: pg.Client, address: string, mode: 'SHARE' | 'EXCLUSIVE') {
  const { counts } = await examineServer(client)
  const tables = Object.keys(counts).filter(isMoved)
  await client.query(`SET LOCAL lock_timeout = '10s'`)
  try {
    for (const name of tables)
      await client.query(`LOCK TABLE public.${pg.escapeIdentifier(name)} IN ${mode} MODE`)
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error
    throw new BackupFault(
      `Another program uses ${named(address)}. End that first. Nothing was moved.`,
    )
  }
}

/** Says of a connection that ended in between what is known then. */
async function unbroken<T>(address: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (error instanceof BackupFault || !/^(08|57|ECONN|EPIPE)|^$/.test(code ?? '')) throw error
    if (!code && !/connection/i.test(message)) throw error
    throw new BackupFault(
      `The connection to ${named(address)} has ended: ${message}. Run this again: it says whether all was moved.`,
    )
  }
}

/** Lends a server's database that no site is running on, as it is at one moment. */
export function withServerSource(
  address: string,
  work: (source: Source) => Promise<void>,
): Promise<void> {
  return onServer(address, (client) =>
    unbroken(address, async () => {
      await refuseRunningSite(client, address)
      refuseOtherVersion(address, 'PostgreSQL', await examineServer(client))
      await client.query('BEGIN')
      await lock(client, address, 'SHARE')
      const { counts } = await examineServer(client)
      await work({ side: new ServerSide(client), counts, refuseChange: () => {} })
    }),
  )
}

/** Lends a server's database, migrated, to be filled in one transaction. */
export function withServerDestination(
  address: string,
  work: (destination: Destination) => Promise<void>,
): Promise<void> {
  return onServer(address, (client) =>
    unbroken(address, async () => {
      await refuseRunningSite(client, address)
      refuseForeign(address, 'PostgreSQL', await examineServer(client))
      await migrateServer(address)
      await client.query('BEGIN')
      await lock(client, address, 'EXCLUSIVE')
      const { counts } = await examineServer(client)
      const keep = async () => {
        await client.query('COMMIT')
      }
      await work({ side: new ServerSide(client), counts, keep })
    }),
  )
}
