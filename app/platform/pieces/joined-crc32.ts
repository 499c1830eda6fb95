const polynomial = 0xedb88320

/** The product of two polynomials over GF(2), modulo that of CRC-32; the highest bit is x⁰. */
function times(a: number, b: number): number {
  let product = 0
  let left = b
  for (let bit = 0x80000000; bit !== 0; bit >>>= 1) {
    if (a & bit) product ^= left
    left = left & 1 ? (left >>> 1) ^ polynomial : left >>> 1
  }
  return product >>> 0
}

/** What a checksum is multiplied by when so many bytes follow: x to the power of their bits. */
export function shiftOf(bytes: number): number {
  let power = 0x00800000
  let shift = 0x80000000
  for (let left = bytes; left > 0; left >>>= 1) {
    if (left & 1) shift = times(power, shift)
    power = times(power, power)
  }
  return shift >>> 0
}

/** The CRC-32 of two texts after one another: of those of both, and the second one's shift. */
export function joinedCrc32(first: number, second: number, shiftOfSecond: number): number {
  return (times(shiftOfSecond, first) ^ second) >>> 0
}
