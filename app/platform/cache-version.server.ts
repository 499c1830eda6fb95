import { BoundedMap } from './bounded-map.ts'
import { databaseEngine, isShared, openedEngine } from './database.server.ts'

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
  for (const [i, owner] of owners.entries()) takeCount(owner, counts?.[i] as number)
}

/** Whether somebody's things have changed by what the count says now. */
function takeCount(owner: string, count: number): boolean {
  if (counted.get(owner) === count) return false
  counted.set(owner, count)
  invalidate(owner)
  return true
}

/** The count as it is now, where it can be had without waiting. */
function countNow(owner: string): number | null {
  try {
    return openedEngine()?.countAtOnce?.(owner) ?? null
  } catch {
    // Busy, or worse: asked again in the way that waits for it.
    return null
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

/** Whether any other process can change what pages of this one show. */
export function canOthersChange(): boolean {
  return isShared()
}

/**
 * Brings the version of somebody's up to what any process had changed when this was called; null
 * where nothing has changed, or no other process can change anything. One question at a time goes to the database, for all
 * who have come meanwhile: those who come while it is under way wait for the next, since it may have
 * been answered before they came.
 */
export function noticeChanges(owner: string): Promise<void> | null {
  if (!isShared()) return null
  const count = countNow(owner)
  if (count !== null) return takeCount(owner, count) ? Promise.resolve() : null
  asked.add(owner)
  next ??= askNext()
  return next
}
