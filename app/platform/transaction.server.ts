import { withBusyRetry } from './busy-retry.server.ts'
import { databaseEngine } from './database.server.ts'
import type { Sql } from './sql.ts'

/** An open transaction: what stores read and write through it is one change. */
export type Transaction = Sql

/**
 * Runs work as one change of the database: all of it is stored, or nothing, also where the process
 * is killed in the middle. Nobody else writes between its first read and its end. Keep it short:
 * what others ask of the database waits meanwhile. It may be run again, where another change came
 * between: it does nothing but with the database.
 */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const engine = await databaseEngine()
  return withBusyRetry(() => engine.transact(work))
}
