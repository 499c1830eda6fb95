import { newId } from './chance.server.ts'
import { database } from './database.server.ts'
import { write } from './write.server.ts'

/**
 * Notes that something is about to be deleted whose bytes must not stay in the raw file. To be called before the deletion, so that the note is there
 * even when the process is killed in the middle; a note too many costs one overwriting.
 */
export async function noteRemains(): Promise<void> {
  const db = await database()
  const id = newId()
  await write(() => db.$executeRaw`INSERT INTO Remains (id) VALUES (${id}) ON CONFLICT DO NOTHING`)
}

/** Whether something has been deleted that is not overwritten yet, in this run of the process or in an earlier one. */
export async function hasRemains(): Promise<boolean> {
  return (await (await database()).remains.count()) > 0
}

/**
 * Rewrites the database file out of the rows that there are, and empties its write-ahead log, so that nothing deleted is left in either. The notes that
 * there were before are then taken away; one that came meanwhile stays. Throws when another process keeps the file busy for longer than {@link write} waits.
 */
export async function overwriteRemains(): Promise<void> {
  const db = await database()
  const noted = await db.remains.findMany()
  await write(() => db.$executeRawUnsafe('VACUUM'))
  await write(async () => {
    const [checkpoint] = await db.$queryRawUnsafe<{ busy: number | bigint }[]>('PRAGMA wal_checkpoint(TRUNCATE)')
    if (Number(checkpoint?.busy) !== 0) throw new Error('database is locked')
  })
  const ids = JSON.stringify(noted.map(({ id }) => id))
  await write(() => db.$executeRaw`DELETE FROM Remains WHERE id IN (SELECT value FROM json_each(${ids}))`)
}
