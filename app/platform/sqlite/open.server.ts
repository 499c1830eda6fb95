import { dirname } from 'node:path'
import type { Engine } from '../engine.ts'
import { makeFolder } from '../make-folder.server.ts'
import { PrismaClient } from '../prisma/client.ts'
import { maxBusyWait, SqliteAdapterFactory } from './adapter.server.ts'

/** Opens a SQLite file, made when missing (docs/decisions/036). */
export async function openFile(path: string): Promise<{ client: PrismaClient; engine: Engine }> {
  makeFolder(dirname(path))
  // A transaction may first wait for another process, longer than Prisma would let it.
  const transactionOptions = { maxWait: 2 * maxBusyWait, timeout: 2 * maxBusyWait }
  const adapter = new SqliteAdapterFactory(path)
  const client = new PrismaClient({ adapter, transactionOptions })
  await client.$connect()
  return { client, engine: adapter.engine as Engine }
}
