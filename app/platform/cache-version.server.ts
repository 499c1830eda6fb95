import { BoundedMap } from './bounded-map.ts'

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
