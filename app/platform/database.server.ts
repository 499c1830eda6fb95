import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { PrismaLibSQL } from '@prisma/adapter-libsql'
import { environment } from './environment.server.ts'
import { PrismaClient } from './prisma/client.ts'

/** The database client's type, for stores. */
export type Database = PrismaClient

/** Opens a SQLite file in WAL mode, made when missing, with foreign keys on. The file must have been migrated before it is used. */
export async function openDatabase(url: string): Promise<Database> {
  mkdirSync(dirname(url.slice('file:'.length)), { recursive: true })
  const client = new PrismaClient({ adapter: new PrismaLibSQL({ url }) })
  await client.$queryRawUnsafe('PRAGMA journal_mode = WAL')
  await client.$queryRawUnsafe('PRAGMA foreign_keys = ON')
  await client.$queryRawUnsafe('PRAGMA secure_delete = ON')
  return client
}

// Kept on globalThis so that a reload of the code in development does not open the file again.
const kept = globalThis as { cirkelDatabase?: Promise<Database> }

/** The database of this process, opened at first use. */
export function database(): Promise<Database> {
  kept.cirkelDatabase ??= openDatabase(environment.DATABASE_URL)
  return kept.cirkelDatabase
}

/** Closes the database of this process, if it was opened. */
export async function closeDatabase(): Promise<void> {
  const opened = await kept.cirkelDatabase
  kept.cirkelDatabase = undefined
  await opened?.$disconnect()
}
