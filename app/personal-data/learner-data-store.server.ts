import { withBusyRetry } from '../platform/busy-retry.server.ts'
import { invalidate } from '../platform/cache-version.server.ts'
import { database, databaseEngine } from '../platform/database.server.ts'
import { Prisma } from '../platform/prisma/client.ts'
import { learnerTables } from './learner-tables.ts'

/** The name of a table or a column, which stands in learner-tables.ts, as a part of a statement. */
const named = (name: string) => Prisma.raw(`"${name}"`)

function forgetting(entry: (typeof learnerTables)[number], learnerId: string): Prisma.Sql {
  const [table, owner] = [named(entry.table), named(entry.owner)]
  return 'whenErased' in entry
    ? Prisma.sql`UPDATE ${table} SET ${owner} = NULL WHERE ${owner} = ${learnerId}`
    : Prisma.sql`DELETE FROM ${table} WHERE ${owner} = ${learnerId}`
}

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
    const ids = some.map(({ id }) => id)
    await withBusyRetry(() => db.attempt.deleteMany({ where: { id: { in: ids } } }))
    // So that no large change is copied into a file in one go, while everyone waits.
    await withBusyRetry(async () => (await databaseEngine()).file?.emptyLog())
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
      learnerTables.toReversed().map((entry) => db.$executeRaw(forgetting(entry, learnerId))),
    ),
  )
  invalidate(learnerId)
}

/**
 * The rows of a table that belong to a learner, ordered by their columns from the first: a number is
 * the first where the order in which they were stored tells something.
 */
export async function rowsOfLearner(
  { table, owner, columns }: { table: string; owner: string; columns: string[] },
  learnerId: string,
): Promise<Record<string, unknown>[]> {
  const db = await database()
  const names = Prisma.join(columns.map(named))
  return db.$queryRaw`
    SELECT ${names} FROM ${named(table)} WHERE ${named(owner)} = ${learnerId} ORDER BY ${names}`
}
