import { setTimeout as pause } from 'node:timers/promises'
import { databaseFault, isConflict } from './database-errors.ts'
import type { DatabaseFault } from './database-fault.ts'
import { BadEnvironment } from './environment.server.ts'
import { log } from './log.server.ts'
import { randomBelow } from './random.server.ts'

/** How long a page waits for a write that it can do without, in milliseconds. */
const maxReaderWait = 100

/**
 * Thrown when something could not be stored, after all the waiting that makes sense. Nothing of it
 * was stored.
 */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
  readonly fault: DatabaseFault

  constructor(fault: DatabaseFault, cause: unknown) {
    super(`Nothing can be stored: ${fault}`, { cause })
    this.fault = fault
  }
}

// Of two that collide one goes through each time, so that even a crowd comes to its end.
const maxConflicts = 50
const maxConflictPause = 50

async function retryConflicts<T>(attempt: () => Promise<T>): Promise<T> {
  for (let conflicts = 1; ; conflicts++) {
    try {
      return await attempt()
    } catch (error) {
      if (!isConflict(error) || conflicts === maxConflicts) throw error
    }
    await pause(randomBelow(Math.min(2 ** conflicts, maxConflictPause)))
  }
}

let lastFault: DatabaseFault | null = null

/** Why the latest write failed, or null when it succeeded. */
export function latestWriteFault(): DatabaseFault | null {
  return lastFault
}

/**
 * Every store writes through this. A statement has waited for other processes in the adapter; what
 * still fails because of the machine, such as a full disk, is thrown as {@link
 * DatabaseUnavailable}, and health tells of it until a write succeeds. Where the database undid a
 * change because another came between, it is run again: an attempt makes its statements itself.
 */
export async function withBusyRetry<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    const result = await retryConflicts(attempt)
    lastFault = null
    return result
  } catch (error) {
    const fault = databaseFault(error)
    if (!fault) throw error
    lastFault = fault
    throw new DatabaseUnavailable(fault, error)
  }
}

/**
 * Whether an error means that the site cannot use its storage just now, for reading or writing: the
 * database, or a file that a setting names.
 */
export function isUnavailable(error: unknown): boolean {
  return (
    error instanceof DatabaseUnavailable ||
    error instanceof BadEnvironment ||
    databaseFault(error) !== null
  )
}

/**
 * Lets a page wait only briefly for something that it notes and does not show, such as that a
 * chapter was opened. The write goes on behind it; where nothing can be stored, the page is there
 * all the same.
 */
export async function writeBehind(work: Promise<unknown>): Promise<void> {
  const write = work.catch((error: unknown) =>
    log.error({ error }, 'something that a page notes was not stored'),
  )
  await Promise.race([write, pause(maxReaderWait, undefined, { ref: false })])
}
