import { dirname } from 'node:path'
import { environment } from './environment.server.ts'
import { makeFolder } from './make-folder.server.ts'
import { PrismaClient } from './prisma/client.ts'
import { type DatabaseFile, maxBusyWait, SqliteAdapterFactory } from './sqlite/adapter.server.ts'
import type { Sql } from './sqlite/sql.server.ts'

/** The database client's type, for stores. */
export type Database = PrismaClient

const files = new WeakMap<Database, DatabaseFile>()

/**
 * Opens a SQLite file, made when missing (docs/decisions/036). The file must have been migrated
 * before it is used.
 */
export async function openDatabase(url: string): Promise<Database> {
  const path = url.slice('file:'.length)
  makeFolder(dirname(path))
  // A transaction may first wait for another process, longer than Prisma would let it.
  const transactionOptions = { maxWait: 2 * maxBusyWait, timeout: 2 * maxBusyWait }
  const adapter = new SqliteAdapterFactory(path)
  const client = new PrismaClient({ adapter, transactionOptions })
  await client.$connect()
  if (adapter.file) files.set(client, adapter.file)
  return client
}

// Kept on globalThis so that a reload of the code in development does not open the file again.
const processState = globalThis as { cirkelDatabase?: Promise<Database> }

/** The database of this process, opened at first use; tried again where that failed. */
export function database(): Promise<Database> {
  processState.cirkelDatabase ??= openDatabase(environment.DATABASE_URL).catch((error) => {
    processState.cirkelDatabase = undefined
    throw error
  })
  return processState.cirkelDatabase
}

/**
 * The database of this process without Prisma, for the stores that a chapter's page and its answers
 * wait for.
 */
export async function sqlDatabase(): Promise<Sql> {
  return (await databaseFile()).sql
}

/** The file of the database of this process. */
export async function databaseFile(): Promise<DatabaseFile> {
  const file = files.get(await database())
  if (!file) throw new Error('The database was not opened by openDatabase().')
  return file
}

/** Closes the database of this process, if it was opened. */
export async function closeDatabase(): Promise<void> {
  const opened = await processState.cirkelDatabase?.catch(() => undefined)
  processState.cirkelDatabase = undefined
  await opened?.$disconnect()
}
