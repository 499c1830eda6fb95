import { withBusyRetry } from './busy-retry.server.ts'
import { database } from './database.server.ts'
import type { Prisma } from './prisma/client.ts'

/** An open transaction: what stores read and write through it is one change. */
export type Transaction = Prisma.TransactionClient

/**
 * Runs work as one change of the database: all of it is stored, or nothing, also where the process
 * is killed in the middle. Nobody else writes between its first read and its end. Keep it short:
 * what others ask of the database waits meanwhile.
 */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const db = await database()
  return withBusyRetry(() => db.$transaction(work))
}
