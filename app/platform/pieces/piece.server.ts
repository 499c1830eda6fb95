import { constants, crc32, deflateRawSync, gunzipSync } from 'node:zlib'
import { joinedCrc32, shiftOf } from './joined-crc32.ts'

/** Magic number, deflate, no flags, no time, no level, no system: the same for every page. */
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
/** The last block of a deflated text, with nothing in it. */
const lastBlock = Buffer.from([3, 0])

const compression = { level: 9, memLevel: 9, finishFlush: constants.Z_FULL_FLUSH }

/**
 * Bytes in memory of their own. Small buffers are cut out of blocks that many share, and each would
 * hold its whole block.
 */
function ownCopy(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(own)
  return own
}

/**
 * A part of pages, compressed once: it can be put after any other without being compressed again.
 * It is deflated by itself up to a whole byte, so that the pieces of a page after one another are
 * one gzip file (RFC 1951, 1952). It is held compressed only.
 */
export class Piece {
  readonly deflated: Buffer
  readonly length: number
  readonly crc: number
  readonly shift: number
  /** The checksum of the one text that it can follow; null where it refers to none. */
  readonly follows: number | null

  /** With `before`, it is smaller, but can only stand right behind that text. */
  constructor(text: string, before = '') {
    const bytes = Buffer.from(text)
    const dictionary = Buffer.from(before)
    this.length = bytes.length
    this.crc = crc32(bytes)
    this.shift = shiftOf(bytes.length)
    this.follows = before ? crc32(dictionary) : null
    this.deflated = ownCopy(
      bytes.length === 0
        ? bytes
        : deflateRawSync(bytes, before ? { ...compression, dictionary } : compression),
    )
  }
}

/** The pieces of a page after one another, as one gzip file. */
export function gzipOf(pieces: readonly Piece[]): Buffer {
  let [crc, length] = [0, 0]
  let last: Piece | null = null
  for (const piece of pieces) {
    if (piece.length === 0) continue
    if (piece.follows !== null && piece.follows !== last?.crc)
      throw new Error('A piece stands behind another text than it was compressed for.')
    crc = joinedCrc32(crc, piece.crc, piece.shift)
    length += piece.length
    last = piece
  }
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(crc, 0)
  tail.writeUInt32LE(length >>> 0, 4)
  return Buffer.concat([gzipHead, ...pieces.map(({ deflated }) => deflated), lastBlock, tail])
}

/** The pieces of a page after one another, not compressed. */
export function bytesOf(pieces: readonly Piece[]): Buffer {
  return gunzipSync(gzipOf(pieces))
}
