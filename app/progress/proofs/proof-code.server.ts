import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** What a proof of study says. */
export interface Proof {
  course: string
  /** A month, "2026-11", or a day, "2026-11-21". */
  on: string
  /** The name that the learner chose; empty where they chose none. */
  name: string
}

// Crockford's base 32: no letter that is taken for another on paper. 0 and 1 may be typed as O, I
// or L.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const version = 1
const signatureLength = 64
const maxLetters = 600
// What comes before every 32 bytes of an Ed25519 key, to make of them a key that Node takes (RFC
// 8410).
const keyHead = Buffer.from('302a300506032b6570032100', 'hex')

function write32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) text += letters[(held >> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + letters[(held << (5 - bits)) & 31] : text
}

/**
 * The bytes that were written, or null where it is not what {@link write32} writes: each text
 * stands for other bytes.
 */
function read32(typed: string): Buffer | null {
  const text = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const letter of text) {
    const value = letters.indexOf(letter)
    if (value < 0) return null
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push(held >> bits)
      held &= (1 << bits) - 1
    }
  }
  const read = Buffer.from(bytes)
  return write32(read) === text ? read : null
}

/**
 * What is signed: never the payload alone, so that a signature made for this cannot be taken for
 * another.
 */
const signed = (payload: Uint8Array) =>
  Buffer.concat([Buffer.from(`Cirkel, proof of study ${version}\n`), payload])

/** The code of a proof: what it says, signed with the site's private key. It holds nothing else. */
export function writeProof({ course, on, name }: Proof, key: KeyObject): string {
  const payload = Buffer.from([course, on, name].join('\n'))
  return write32(Buffer.concat([Uint8Array.of(version), sign(null, signed(payload), key), payload]))
}

/**
 * What a code says, where it was signed with the private half of this key and not a letter has
 * changed; else null.
 */
export function readProof(code: string, key: KeyObject): Proof | null {
  const bytes = code.length <= maxLetters ? read32(code) : null
  if (!bytes || bytes[0] !== version || bytes.length <= 1 + signatureLength) return null
  const payload = bytes.subarray(1 + signatureLength)
  if (!verify(null, signed(payload), key, bytes.subarray(1, 1 + signatureLength))) return null
  const [course, on, name, ...more] = payload.toString().split('\n')
  return course && on && name !== undefined && more.length === 0 ? { course, on, name } : null
}

/** A code in groups of five, as it is read and typed. */
export function formatProofCode(code: string): string {
  return code.match(/.{1,5}/g)?.join(' ') ?? ''
}

/** A public key as it is shown and typed, in the letters of the codes. */
export function writeKey(key: KeyObject): string {
  return write32(Buffer.from(key.export({ format: 'jwk' }).x as string, 'base64url'))
}

/** The public key that was typed, or null where it is none. */
export function readKey(typed: string): KeyObject | null {
  const bytes = read32(typed.trim())
  if (bytes?.length !== 32) return null
  return createPublicKey({ key: Buffer.concat([keyHead, bytes]), format: 'der', type: 'spki' })
}
