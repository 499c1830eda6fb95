import type { Engine } from './engine.ts'
import { environment, ownsDatabaseFile } from './environment.server.ts'
import { isServerAddress } from './postgres/address.mjs'
import type { PrismaClient } from './prisma/client.ts'
import type { Sql } from './sql.ts'
import { openFile } from './sqlite/open.server.ts'
import { isWorker } from './workers/one-for-all.server.ts'

/** The database client's type, for stores. */
export type Database = PrismaClient

const engines = new WeakMap<Database, Engine>()
let latestEngine: Engine | null = null

/**
 * Opens the database of an address, `file:` and a path or `postgresql://` (docs/decisions/080). It
 * must have been migrated before it is used.
 */
export async function openDatabase(url: string): Promise<Database> {
  const { client, engine } = isServerAddress(url)
    ? await (await import('./postgres/open.server.ts')).openServer(url)
    : await openFile(url.slice('file:'.length))
  engines.set(client, engine)
  latestEngine = engine
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
  return (await databaseEngine()).sql
}

/** What runs the database of this process. */
export async function databaseEngine(): Promise<Engine> {
  const engine = engines.get(await database())
  if (!engine) throw new Error('The database was not opened by openDatabase().')
  return engine
}

/** What runs the database of this process, where it is open already. */
export function openedEngine(): Engine | null {
  return latestEngine
}

/** Whether other processes may use the same database, and change what pages of this one show. */
export function isShared(): boolean {
  return isWorker || !ownsDatabaseFile()
}

/** Closes the database of this process, if it was opened. */
export async function closeDatabase(): Promise<void> {
  const opened = await processState.cirkelDatabase?.catch(() => undefined)
  processState.cirkelDatabase = undefined
  await opened?.$disconnect()
}
