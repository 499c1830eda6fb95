import { setTimeout as pause } from 'node:timers/promises'
import { withBusyRetry } from './busy-retry.server.ts'
import { database } from './database.server.ts'
import { newId } from './random.server.ts'

/** Nobody who erases an account waits longer than this for the one before, in milliseconds. */
const maxRest = 10_000

/**
 * Notes that something is about to be deleted whose bytes must not stay in the raw file. To be
 * called before the deletion, so that the note is there even when the process is killed in the
 * middle; a note too many costs one overwriting.
 */
export async function markPendingErasure(): Promise<void> {
  const db = await database()
  const id = newId()
  await withBusyRetry(
    () => db.$executeRaw`INSERT INTO PendingErasure (id) VALUES (${id}) ON CONFLICT DO NOTHING`,
  )
}

/**
 * Whether something has been deleted that is not overwritten yet, in this run of the process or in
 * an earlier one.
 */
export async function hasPendingErasure(): Promise<boolean> {
  return (await (await database()).pendingErasure.count()) > 0
}

/** Thrown when another process reads the file, so that its log cannot be emptied yet. */
export class FileInUse extends Error {
  override name = 'FileInUse'
}

/**
 * Another process that reads keeps the log from being emptied: how long it is waited for, in
 * milliseconds.
 */
const checkpointPauses = [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560]

let running: Promise<void> = Promise.resolve()
let waiting: Promise<void> | null = null
let restsUntil = 0

async function overwriteNow(): Promise<void> {
  const db = await database()
  const pending = await db.pendingErasure.findMany()
  await withBusyRetry(async () => {
    const start = performance.now()
    await db.$executeRawUnsafe('VACUUM')
    restsUntil = performance.now() + Math.min(maxRest, 9 * (performance.now() - start))
  })
  await withBusyRetry(async () => {
    for (const ms of checkpointPauses) {
      const [checkpoint] = await db.$queryRawUnsafe<{ busy: number | bigint }[]>(
        'PRAGMA wal_checkpoint(TRUNCATE)',
      )
      if (Number(checkpoint?.busy) === 0) return
      await pause(ms)
    }
    throw new FileInUse(
      'another process reads the database, so its write-ahead log cannot be emptied yet',
    )
  })
  const ids = JSON.stringify(pending.map(({ id }) => id))
  await withBusyRetry(
    () =>
      db.$executeRaw`DELETE FROM PendingErasure WHERE id IN (SELECT value FROM json_each(${ids}))`,
  )
}

async function overwriteNext(): Promise<void> {
  await running.catch(() => {})
  await pause(Math.max(0, restsUntil - performance.now()))
  // Anyone who comes from here on may have deleted something too late for this one.
  waiting = null
  running = overwriteNow()
  return running
}

/**
 * Rewrites the database file out of the rows that there are, and empties its write-ahead log, so
 * that nothing deleted is left in either. The notes that there were before are then taken away; one
 * that came meanwhile stays. Nothing else is done while a large file is written, so those who ask
 * together share one overwriting, and it rests nine times as long as it took. Throws when another
 * process keeps the file busy for longer than {@link withBusyRetry} waits.
 */
export function secureErase(): Promise<void> {
  waiting ??= overwriteNext()
  return waiting
}
