import { BoundedMap } from './bounded-map.ts'
import { databaseEngine, isShared } from './database.server.ts'

const maxOwners = 10_000
const changes = new BoundedMap<string, number>(maxOwners)
let count = 0

/**
 * Notes that something of somebody's has changed that a page shows. Every store of such things
 * calls it after a write.
 */
export function invalidate(owner: string): void {
  count += 1
  changes.set(owner, count)
}

/**
 * A number that is another after each change of somebody's: a page made at one number may be sent
 * again while the number is the same. It grows over all owners, so that one who was forgotten for
 * lack of room never gets an old number again.
 */
export function versionOf(owner: string): number {
  const known = changes.get(owner)
  if (known !== undefined) return known
  invalidate(owner)
  return count
}

/** How often each owner's things had been changed, by any server, when it was last asked. */
const counted = new BoundedMap<string, number>(maxOwners)
let asked = new Set<string>()
let running: Promise<unknown> = Promise.resolve()
let next: Promise<void> | null = null

async function askFor(owners: string[]): Promise<void> {
  const counts = await (await databaseEngine()).countChanges?.(owners)
  for (const [i, owner] of owners.entries()) {
    const now = counts?.[i] as number
    if (counted.get(owner) === now) continue
    counted.set(owner, now)
    invalidate(owner)
  }
}

async function askNext(): Promise<void> {
  await running.catch(() => {})
  const owners = [...asked]
  asked = new Set()
  next = null
  const asking = askFor(owners)
  running = asking
  return asking
}

/**
 * Brings the version of somebody's up to what any server had changed when this was called; null
 * where no other server can change anything. One question at a time goes to the database, for all
 * who have come meanwhile: those who come while it is under way wait for the next, since it may have
 * been answered before they came.
 */
export function noticeChanges(owner: string): Promise<void> | null {
  if (!isShared()) return null
  asked.add(owner)
  next ??= askNext()
  return next
}
