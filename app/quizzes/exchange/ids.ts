import { normalizeUnicode } from '../../platform/normalize-unicode.ts'

const maxWords = 4

/**
 * An id out of words: the first few, in letters that an address can hold. Empty where there are
 * none, as in another script.
 */
export function slugOf(text: string): string {
  const words = normalizeUnicode(text, 'NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const isId = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
  return isId ? text : (words ?? []).slice(0, maxWords).join('-')
}

/**
 * Gives ids out, each once. A long row of the same names takes no longer than one of different
 * names.
 */
export class IdAllocator {
  readonly #taken: Set<string>
  readonly #next = new Map<string, number>()

  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set(reserved)
  }

  /** The id, or with a number behind it where it is taken or reserved. */
  free(id: string): string {
    if (!this.#taken.has(id)) return id
    let number = this.#next.get(id) ?? 2
    while (this.#taken.has(`${id}-${number}`)) number++
    this.#next.set(id, number)
    return `${id}-${number}`
  }

  take(id: string): string {
    this.#taken.add(id)
    return id
  }
}
