import { noteChange } from '../platform/changes.server.ts'
import { database } from '../platform/database.server.ts'
import { write } from '../platform/write.server.ts'
import { learnerTables } from './learner-tables.ts'

const forgetting = (entry: (typeof learnerTables)[number]) =>
  'whenErased' in entry
    ? `UPDATE "${entry.table}" SET "${entry.owner}" = NULL WHERE "${entry.owner}" = ?`
    : `DELETE FROM "${entry.table}" WHERE "${entry.owner}" = ?`

/** Deletes a learner and every row that points at them, all or nothing; a row that stays points at nobody. To delete what is gone already does no harm. */
export async function deleteLearner(learnerId: string): Promise<void> {
  const db = await database()
  // Table by table, the learner last, so that it does not depend on the connection's foreign keys.
  await write(() =>
    db.$transaction([
      db.$queryRawUnsafe('PRAGMA secure_delete = ON'),
      ...learnerTables.toReversed().map((entry) => db.$executeRawUnsafe(forgetting(entry), learnerId)),
    ]),
  )
  noteChange(learnerId)
}

/**
 * Rewrites the database file out of the rows that there are, and empties its write-ahead log, so that nothing deleted is left in either.
 * Throws when another process keeps the file busy for longer than {@link write} waits.
 */
export async function overwriteDeleted(): Promise<void> {
  const db = await database()
  await write(() => db.$executeRawUnsafe('VACUUM'))
  await write(async () => {
    const [checkpoint] = await db.$queryRawUnsafe<{ busy: number | bigint }[]>('PRAGMA wal_checkpoint(TRUNCATE)')
    if (Number(checkpoint?.busy) !== 0) throw new Error('database is locked')
  })
}

/** The rows of a table that belong to a learner, in the order in which they were stored. */
export async function rowsOfLearner(
  { table, owner, columns }: { table: string; owner: string; columns: string[] },
  learnerId: string,
): Promise<Record<string, unknown>[]> {
  const db = await database()
  const names = columns.map((name) => `"${name}"`).join(', ')
  return db.$queryRawUnsafe(`SELECT ${names} FROM "${table}" WHERE "${owner}" = ? ORDER BY rowid`, learnerId)
}
