import { isUnavailable, latestWriteFault, withBusyRetry } from './busy-retry.server.ts'
import { database } from './database.server.ts'
import type { DatabaseFault } from './database-fault.ts'
import { newId } from './random.server.ts'

const healthyPause = 60_000
const probeLength = 32 * 1024
let probedAt = Number.NEGATIVE_INFINITY
let probing: Promise<void> | null = null

async function probe(): Promise<void> {
  const db = await database()
  // As long as a form with its answers: a shorter one could still find room where nothing else
  // does. It says nothing, goes in and out in one change, and has a name of its own.
  const id = newId().padEnd(probeLength, '-')
  await withBusyRetry(() =>
    db.$transaction([
      db.$executeRaw`INSERT INTO "PendingErasure" ("id") VALUES (${id})`,
      db.$executeRaw`DELETE FROM "PendingErasure" WHERE "id" = ${id}`,
    ]),
  )
}

/**
 * Why nothing can be stored, or null. It really writes, to spare the disk at most once a minute
 * while all is well, and each time while something is wrong; those who ask at once share one try.
 */
export async function writeFault(now = performance.now()): Promise<DatabaseFault | null> {
  if (latestWriteFault() === null && now - probedAt < healthyPause) return null
  probedAt = now
  probing ??= probe().finally(() => {
    probing = null
  })
  try {
    await probing
    return null
  } catch (error) {
    if (isUnavailable(error)) return latestWriteFault()
    throw error
  }
}
