import { withBusyRetry } from '../platform/busy-retry.server.ts'
import { invalidate } from '../platform/cache-version.server.ts'
import { database } from '../platform/database.server.ts'
import { markPendingErasure } from '../platform/secure-erase.server.ts'
import { learnerTables } from './learner-tables.ts'

const forgetting = (entry: (typeof learnerTables)[number]) =>
  'whenErased' in entry
    ? `UPDATE "${entry.table}" SET "${entry.owner}" = NULL WHERE "${entry.owner}" = ?`
    : `DELETE FROM "${entry.table}" WHERE "${entry.owner}" = ?`

/**
 * Deletes a learner and every row that points at them, all or nothing; a row that stays points at
 * nobody. To delete what is gone already does no harm. What they leave in the raw file is noted
 * first.
 */
export async function deleteLearner(learnerId: string): Promise<void> {
  await markPendingErasure()
  const db = await database()
  // Table by table, the learner last, so that it does not depend on the connection's foreign keys.
  await withBusyRetry(() =>
    db.$transaction(
      learnerTables.toReversed().map((entry) => db.$executeRawUnsafe(forgetting(entry), learnerId)),
    ),
  )
  invalidate(learnerId)
}

/** The rows of a table that belong to a learner, in the order in which they were stored. */
export async function rowsOfLearner(
  { table, owner, columns }: { table: string; owner: string; columns: string[] },
  learnerId: string,
): Promise<Record<string, unknown>[]> {
  const db = await database()
  const names = columns.map((name) => `"${name}"`).join(', ')
  return db.$queryRawUnsafe(
    `SELECT ${names} FROM "${table}" WHERE "${owner}" = ? ORDER BY rowid`,
    learnerId,
  )
}
