/** What of a file is sent: all of it, a part with its first byte and the byte behind its last, or nothing. */
export type ByteRange =
  | { kind: 'whole' }
  | { kind: 'part'; start: number; end: number }
  | { kind: 'none' }

const whole: ByteRange = { kind: 'whole' }
// More digits are no place in a file, and no whole number of JavaScript's either.
const oneRange = /^bytes=(\d{0,15})-(\d{0,15})$/

/**
 * Which part of a file a request asks for (RFC 9110, 14.2): by `Range`, where `If-Range` names the
 * file that the client has begun with. Several parts at once, and what is not understood, are
 * answered with the whole file, as the RFC allows.
 */
export function byteRange(
  { range, 'if-range': ifRange }: { range?: string; 'if-range'?: string },
  { size, tag }: { size: number; tag: string },
): ByteRange {
  const [, first = '', last = ''] = oneRange.exec(range ?? '') ?? []
  if ((first === '' && last === '') || (ifRange !== undefined && ifRange !== tag)) return whole
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? { kind: 'none' } : { kind: 'part', start: size - length, end: size }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return whole
  if (start >= size) return { kind: 'none' }
  return { kind: 'part', start, end: last === '' ? size : Math.min(Number(last) + 1, size) }
}
