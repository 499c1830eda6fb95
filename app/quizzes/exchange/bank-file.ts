import { findMojibake } from '../../platform/mojibake.ts'
import { type DecodedText, decodeText } from '../../platform/text-encoding.ts'
import { decodeWindows1252 } from '../../platform/windows-1252.ts'
import type { Format } from './export-questions.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const control = /[\0-\x08\x0e-\x1f\x7f-\x9f]/
const saveAsUtf8 = 'Save the file as UTF-8.'

const lineAt = (text: string, index: number) => text.slice(0, index).split(/\r\n|\n|\r/).length

function refused(text: string, index: number, message: string): DecodedText {
  return { kind: 'unreadable', line: lineAt(text, index), message }
}

/**
 * The encoding that XML declares for itself; empty where it declares none, or begins with a mark
 * that says more than words.
 */
function declaredIn(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return (
    /^(?:\xef\xbb\xbf)?\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/
      .exec(head)?.[1]
      ?.toLowerCase() ?? ''
  )
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label, { fatal: true })
  } catch {
    return null
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  return decodeText(bytes).kind === 'text'
}

/**
 * A text in an encoding that it declares. Where its bytes are letters in UTF-8, the declaration is
 * wrong, and the file is refused.
 */
function decodeDeclared(bytes: Uint8Array, label: string): DecodedText {
  const decoder = decoderOf(label)
  const wrong = (why: string): DecodedText => ({
    kind: 'unreadable',
    line: 1,
    message: `The file declares the encoding ${label}, ${why}. ${saveAsUtf8}`,
  })
  if (!decoder) return wrong('which is not known here')
  if (decoder.encoding.startsWith('utf-16')) return wrong('and is not in it')
  const isAscii = bytes.every((byte) => byte < 0x80)
  if (!isAscii && (label === 'us-ascii' || label === 'ascii' || isUtf8(bytes)))
    return wrong('and its letters are in another')
  if (decoder.encoding === 'windows-1252') return { kind: 'text', text: decodeWindows1252(bytes) }
  try {
    return { kind: 'text', text: decoder.decode(bytes) }
  } catch {
    return wrong('and is not in it')
  }
}

/**
 * Letters that were lost or disguised before the file came here, and characters that no text has.
 */
function spoiltIn(text: string): DecodedText | null {
  const lost = text.indexOf('\ufffd')
  if (lost >= 0)
    return refused(
      text,
      lost,
      `A letter was lost here before (�). Save the file again from where it comes, as UTF-8.`,
    )
  const index = text.search(control)
  if (index >= 0)
    return refused(
      text,
      index,
      `There is a character here that no text has (number ${text.charCodeAt(index)}).`,
    )
  const [disguised] = findMojibake(text.replace(/\r\n?/g, '\n'))
  if (!disguised) return null
  const message =
    `"${disguised.found}" is "${disguised.meant}", read in the wrong encoding. ` +
    'Take the file from where it is whole, as UTF-8.'
  return { kind: 'unreadable', line: disguised.line, message }
}

/**
 * Decodes a question bank by what it declares or certainly is. Everything else is refused, with the
 * line and what to do.
 */
export function decodeBank(bytes: Uint8Array, format: Format): DecodedText {
  const hasMark =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const declared = format === 'moodle-xml' && !hasMark ? declaredIn(bytes) : ''
  const decoded =
    declared === '' || declared === 'utf-8' || declared === 'utf8'
      ? decodeText(bytes)
      : decodeDeclared(bytes, declared)
  return decoded.kind === 'text' ? (spoiltIn(decoded.text) ?? decoded) : decoded
}
