import { setTimeout as pause } from 'node:timers/promises'
import { log } from '../../platform/log.server.ts'
import { inEach, isWorker } from '../../platform/workers/one-for-all.server.ts'
import { deleteSessions } from './session-store.server.ts'

const minPause = 250
const maxPause = 30_000

// By their ids in the database. They stay here until the rows are gone, however long that takes.
const ended = new Set<string>()
let deleting: Promise<void> | null = null

/** A worker that is busy hears of it before its next request. Who leaves is not kept for longer. */
const maxHearing = 25
let hearing: Promise<void> | null = null

/** Whether a session was ended whose row may still be there. */
export function isEnded(id: string): boolean {
  return ended.has(id)
}

async function deleteEnded(): Promise<void> {
  const ids = [...ended]
  await deleteSessions(ids)
  for (const id of ids) ended.delete(id)
}

async function deleteUntilDone(): Promise<void> {
  for (let ms = minPause; ended.size > 0; ms = Math.min(2 * ms, maxPause)) {
    try {
      await deleteEnded()
    } catch (error) {
      log.error({ error }, 'ended sessions are refused, and still to be deleted')
      await pause(ms, undefined, { ref: false })
    }
  }
}

const endEverywhere = inEach('end a session', (id: string) => void endHere(id))

/**
 * Ends a session at once: from now on this process refuses it, whatever state the database is in,
 * and so does every other worker as soon as it hears of it: {@link heardEverywhere}. Its row is
 * deleted as soon as that is possible, tried again until it is, by each worker, in case that one of
 * them ends before. Resolved when nothing is left to delete; nobody needs to wait for it.
 */
export function endSessionAtOnce(id: string): Promise<void> {
  if (isWorker)
    hearing = endEverywhere(id).then(
      () => {},
      () => {},
    )
  return endHere(id)
}

/** Waits for every worker to have heard of the sessions that were ended here, but not for long. */
export async function heardEverywhere(): Promise<void> {
  if (hearing) await Promise.race([hearing, pause(maxHearing, undefined, { ref: false })])
}

function endHere(id: string): Promise<void> {
  ended.add(id)
  deleting ??= deleteUntilDone().finally(() => {
    deleting = null
  })
  return deleting
}

/** Tries once more to delete what was ended, before the process closes. */
export async function finishEnding(): Promise<void> {
  if (ended.size > 0)
    await deleteEnded().catch((error: unknown) =>
      log.error({ error }, 'ended sessions were not deleted'),
    )
}
