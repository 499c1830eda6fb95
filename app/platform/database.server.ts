import { dirname } from 'node:path'
import { environment } from './environment.server.ts'
import { makeFolder } from './make-folder.server.ts'
import { PrismaClient } from './prisma/client.ts'
import { maxBusyWait, SqliteAdapterFactory } from './sqlite/adapter.server.ts'

/** The database client's type, for stores. */
export type Database = PrismaClient

/**
 * Opens a SQLite file, made when missing (docs/decisions/036). The file must have been migrated
 * before it is used.
 */
export async function openDatabase(url: string): Promise<Database> {
  const path = url.slice('file:'.length)
  makeFolder(dirname(path))
  // A transaction may first wait for another process, longer than Prisma would let it.
  const transactionOptions = { maxWait: 2 * maxBusyWait, timeout: 2 * maxBusyWait }
  const client = new PrismaClient({ adapter: new SqliteAdapterFactory(path), transactionOptions })
  await client.$connect()
  return client
}

// Kept on globalThis so that a reload of the code in development does not open the file again.
const processState = globalThis as { cirkelDatabase?: Promise<Database> }

/** The database of this process, opened at first use. */
export function database(): Promise<Database> {
  processState.cirkelDatabase ??= openDatabase(environment.DATABASE_URL)
  return processState.cirkelDatabase
}

/** Closes the database of this process, if it was opened. */
export async function closeDatabase(): Promise<void> {
  const opened = await processState.cirkelDatabase
  processState.cirkelDatabase = undefined
  await opened?.$disconnect()
}
