import { withBusyRetry } from '../platform/busy-retry.server.ts'
import { invalidate } from '../platform/cache-version.server.ts'
import { database, databaseFile } from '../platform/database.server.ts'
import { learnerTables } from './learner-tables.ts'

const forgetting = (entry: (typeof learnerTables)[number]) =>
  'whenErased' in entry
    ? `UPDATE "${entry.table}" SET "${entry.owner}" = NULL WHERE "${entry.owner}" = ?`
    : `DELETE FROM "${entry.table}" WHERE "${entry.owner}" = ?`

/** So many answers are deleted at once: a few milliseconds. */
const answersAtOnce = 200

/** Deletes a learner's answers but for the last few hundred, some at a time. */
async function deleteManyAnswers(learnerId: string): Promise<void> {
  const db = await database()
  for (;;) {
    const some = await db.attempt.findMany({
      where: { learnerId },
      select: { id: true },
      take: answersAtOnce + 1,
    })
    if (some.length <= answersAtOnce) return
    const ids = JSON.stringify(some.map(({ id }) => id))
    await withBusyRetry(
      () => db.$executeRaw`DELETE FROM Attempt WHERE id IN (SELECT value FROM json_each(${ids}))`,
    )
    // So that no large change is copied into the file in one go, while everyone waits.
    await withBusyRetry(async () => (await databaseFile()).emptyLog())
  }
}

/**
 * Deletes a learner and every row that points at them, all or nothing; a row that stays points at
 * nobody. To delete what is gone already does no harm. Of very many answers most go before, so that
 * nobody waits for it: a process that is killed in between leaves the account with fewer.
 */
export async function deleteLearner(learnerId: string): Promise<void> {
  await deleteManyAnswers(learnerId)
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
