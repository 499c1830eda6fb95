import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { withBusyRetry } from './busy-retry.server.ts'
import { database, databaseEngine } from './database.server.ts'
import type { DatabaseFile } from './engine.ts'
import { log } from './log.server.ts'
import { newId } from './random.server.ts'

/**
 * What became of the bytes of deleted rows. A database server keeps them in its files until their
 * room is used again, and longer in its logs and backups.
 */
export type Erasure = 'overwritten' | 'left to the server'

/** Thrown when another process reads the file, so that its log cannot be emptied yet. */
export class FileInUse extends Error {
  override name = 'FileInUse'
}

/**
 * Another process that reads keeps the log from being emptied: how long it is waited for, in
 * milliseconds.
 */
const logPauses = [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560]

/** The rest after each step of an unhurried look through the file, in milliseconds. */
const unhurried = 20

/** Notes that the file may hold bytes of deleted rows outside of its log. */
async function markPendingErasure(): Promise<void> {
  const db = await database()
  await withBusyRetry(() => db.pendingErasure.create({ data: { id: newId() } }))
}

/**
 * Whether the file may hold bytes of deleted rows outside of its log: an earlier release wrote it,
 * or another program changed it in the middle of an erasing.
 */
export async function hasPendingErasure(): Promise<boolean> {
  return (await (await database()).pendingErasure.count()) > 0
}

/**
 * Looks through the whole file, where the database is one, and overwrites what nothing uses in it,
 * in steps that nobody notices; where somebody waits for it, without rests. The notes that there were before are then
 * taken away. Ends early, with all notes, when the signal says so.
 */
export async function overwriteFile(
  pace: 'at once' | 'unhurried',
  signal?: AbortSignal,
): Promise<void> {
  const engine = await databaseEngine()
  const { file } = engine
  if (!file) return engine.reclaim()
  const db = await database()
  const noted = await db.pendingErasure.findMany()
  const rest = () => (pace === 'at once' ? nextTurn() : pause(unhurried))
  if (!(await file.overwriteUnused(rest, signal))) return
  await emptyLog(file)
  const ids = noted.map(({ id }) => id)
  if (ids.length > 0)
    await withBusyRetry(() => db.pendingErasure.deleteMany({ where: { id: { in: ids } } }))
}

async function emptyLog(file: DatabaseFile): Promise<void> {
  for (const ms of logPauses) {
    const outcome = await withBusyRetry(() => file.emptyLog())
    if (outcome === 'emptied') return
    if (outcome === 'overtaken') await markPendingErasure()
    await pause(ms)
  }
  throw new FileInUse(
    'another process reads the database, so its write-ahead log cannot be emptied yet',
  )
}

// Another program would have to write in the very moment of copying, each time.
const maxRounds = 3

async function eraseNow(): Promise<Erasure> {
  const engine = await databaseEngine()
  const { file } = engine
  if (!file) {
    void engine
      .reclaim()
      .catch((error: unknown) =>
        log.error({ error }, 'the room of deleted rows was not given back'),
      )
    return 'left to the server'
  }
  for (let round = 0; round < maxRounds; round++) {
    if (await hasPendingErasure()) await overwriteFile('at once')
    await emptyLog(file)
    if (!(await hasPendingErasure())) return 'overwritten'
  }
  throw new FileInUse('another process writes to the database each time that its log is emptied')
}

let running: Promise<unknown> = Promise.resolve()
let waiting: Promise<Erasure> | null = null

async function eraseNext(): Promise<Erasure> {
  await running.catch(() => {})
  // Anyone who comes from here on may have deleted something too late for this one.
  waiting = null
  const erasing = eraseNow()
  running = erasing
  return erasing
}

/**
 * Overwrites what has been deleted, so that neither the database file nor its write-ahead log holds
 * it (docs/decisions/062); where the bytes are a database server's, asks it to use their room again
 * (080). It takes as long as there is to overwrite, not as the file is large.
 * Those who ask together share one. Throws when another process keeps the file busy for some
 * seconds.
 */
export function secureErase(): Promise<Erasure> {
  waiting ??= eraseNext()
  return waiting
}
