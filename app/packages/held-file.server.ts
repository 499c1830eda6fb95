import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Encoding, encode } from '../platform/encoding.server.ts'

/**
 * A file in memory, once as it is and once in each encoding that somebody takes it in. It
 * is held while somebody sends it; then it may go.
 */
export class HeldFile {
  #encoded = new Map<Encoding, Promise<Buffer>>()
  #hash: string | undefined

  constructor(readonly bytes: Buffer) {}

  /** A name for its bytes in an encoding, which other bytes do not have (`ETag`). */
  tagIn(encoding: Encoding): string {
    this.#hash ??= createHash('sha256').update(this.bytes).digest('base64url').slice(0, 22)
    return `"${this.#hash}-${encoding}"`
  }

  /** Its bytes in an encoding; the same ones for everybody. */
  encodedAs(encoding: Encoding): Promise<Buffer> {
    if (encoding === 'identity') return Promise.resolve(this.bytes)
    const known = this.#encoded.get(encoding)
    if (known) return known
    const made = encode(this.bytes, encoding, true)
    this.#encoded.set(encoding, made)
    made.catch(() => this.#encoded.delete(encoding))
    return made
  }
}

const held = new Map<string, WeakRef<HeldFile>>()
const reading = new Map<string, Promise<HeldFile>>()

async function read(path: string): Promise<HeldFile> {
  const file = new HeldFile(await readFile(path))
  for (const [other, kept] of held) if (!kept.deref()) held.delete(other)
  held.set(path, new WeakRef(file))
  return file
}

/**
 * A file that never changes under its name. However many ask for it and however slowly they take
 * it, there is one copy of it in memory. Rejects where it cannot be read.
 */
export function holdFile(path: string): Promise<HeldFile> {
  const kept = held.get(path)?.deref()
  if (kept) return Promise.resolve(kept)
  const known = reading.get(path)
  if (known) return known
  const begun = read(path).finally(() => reading.delete(path))
  reading.set(path, begun)
  return begun
}
