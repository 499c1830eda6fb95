/** A text that was read from bytes, or why it cannot be, in words and with its line. */
export type DecodedText =
  | { kind: 'text'; text: string }
  | { kind: 'unreadable'; line: number; message: string }

const saveAsUtf8 = 'Save the file as UTF-8 (“Save as”, then the encoding UTF-8).'

/** The line of a byte: how many line feeds stand before it, and one. */
function lineOfByte(bytes: Uint8Array, at: number): number {
  let line = 1
  for (let i = 0; i < at; i++) if (bytes[i] === 0x0a) line++
  return line
}

/** How many bytes a well-formed UTF-8 character at this place has; 0 where there is none. */
function lengthOfCharacter(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number
  if (first < 0x80) return 1
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at, at + length))
    return at + length <= bytes.length ? length : 0
  } catch {
    return 0
  }
}

function unreadableByte(bytes: Uint8Array): DecodedText {
  let at = 0
  while (at < bytes.length) {
    const length = lengthOfCharacter(bytes, at)
    if (length === 0) break
    at += length
  }
  const byte = (bytes[at] as number).toString(16).toUpperCase().padStart(2, '0')
  const message = `The file is not in UTF-8: the byte ${byte} on this line is no character of it. ${saveAsUtf8}`
  return { kind: 'unreadable', line: lineOfByte(bytes, at), message }
}

function decodeUtf16(bytes: Uint8Array, label: string): DecodedText {
  try {
    return { kind: 'text', text: new TextDecoder(label, { fatal: true }).decode(bytes) }
  } catch {
    const message = `The file says that it is in ${label.toUpperCase()}, and is not. ${saveAsUtf8}`
    return { kind: 'unreadable', line: 1, message }
  }
}

/**
 * Decodes a text that a person wrote: UTF-8, or UTF-16 where its byte order mark declares it. The
 * mark is no part of the text. Any other encoding would be a guess, and is refused with the line of
 * the first wrong byte.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be')
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    const message = `The file is no text, or a text in UTF-16 that does not say so. ${saveAsUtf8}`
    return { kind: 'unreadable', line: lineOfByte(bytes, nul), message }
  }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return unreadableByte(bytes)
  }
}
