import { randomBytes, randomInt, randomUUID } from 'node:crypto'

/** An id that nobody can guess and that says nothing of when it was made. */
export function newId(): string {
  return randomUUID()
}

/**
 * One of the items, each as likely as the others, from the system's secure source. The list must
 * not be empty.
 */
export function pick<T>(items: readonly T[]): T {
  return items[randomInt(items.length)] as T
}

/**
 * A key that nobody can guess, of 192 bits, as 32 letters, digits, hyphens and underscores that can
 * stand in an address.
 */
export function newToken(): string {
  return randomBytes(24).toString('base64url')
}

/**
 * A version for something that may be deleted and made again: so that no old form means the new
 * one.
 */
export function newVersion(): number {
  return randomInt(1, 500_000_000)
}

/** A whole number from 0 to one below this. */
export function randomBelow(end: number): number {
  return randomInt(end)
}

/** A secret key of 256 bits, for a keyed hash that lives as long as the process. */
export function newSecretKey(): Buffer {
  return randomBytes(32)
}
