import { withBusyRetry } from './busy-retry.server.ts'
import { databaseFile } from './database.server.ts'
import type { Sql } from './sqlite/sql.server.ts'

/** An open transaction: what stores read and write through it is one change. */
export type Transaction = Sql

/**
 * Runs work as one change of the database: all of it is stored, or nothing, also where the process
 * is killed in the middle. Nobody else writes between its first read and its end. Keep it short:
 * what others ask of the database waits meanwhile.
 */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const file = await databaseFile()
  return withBusyRetry(() => file.transact(work))
}
