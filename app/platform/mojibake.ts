import { decodeWindows1252 } from './windows-1252.ts'

/** A piece of a text that was decoded in the wrong encoding, and what it very probably was. */
export interface Mojibake {
  line: number
  found: string
  meant: string
}

/** A code page that editors take UTF-8 for, and what proves that one did. */
interface CodePage {
  bytes: Map<string, number>
  isProof(run: string, meant: string): boolean
}

function codePage(label: string, isProof: CodePage['isProof']): CodePage {
  const decoder = new TextDecoder(label)
  const decode = (one: Uint8Array) =>
    label === 'windows-1252' ? decodeWindows1252(one) : decoder.decode(one)
  const bytes = new Map<string, number>()
  for (let byte = 0x80; byte <= 0xff; byte++) bytes.set(decode(Uint8Array.of(byte)), byte)
  return { bytes, isProof }
}

// Characters that people write next to a letter: É”, Úž and é”… are no proof, though their bytes
// are UTF-8.
const beside = /[‘’‚“”„–—…‹›«»·°ºª¹²³´ŠšŽžŒœŸ\u00a0]/u
const continuation = /[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u0080-\u00bf]/u

const codePages = [
  codePage('windows-1252', (run) =>
    [...run].some((one) => continuation.test(one) && !beside.test(one)),
  ),
  codePage('macintosh', (run) => /[√¬]|‚Ä/u.test(run)),
  // Words in Cyrillic are made of such characters throughout: two in a row can be chance.
  codePage('windows-1251', (_, meant) => meant.length > 2),
]
const strict = new TextDecoder('utf-8', { fatal: true })

function decodeAgain(run: string, { bytes, isProof }: CodePage): string | null {
  const raw = [...run].map((character) => bytes.get(character))
  if (raw.includes(undefined)) return null
  let meant: string
  try {
    meant = strict.decode(Uint8Array.from(raw as number[]))
  } catch {
    return null
  }
  return !/[\p{Cc}\p{Cn}\p{Co}\ufffd]/u.test(meant) && isProof(run, meant) ? meant : null
}

/** The pieces of a line that can be mojibake: characters outside of ASCII in a row. */
function mojibakeIn(text: string): { found: string; meant: string }[] {
  return (text.match(/[^\0-\x7f]{2,}/gu) ?? []).flatMap((found) => {
    for (const page of codePages) {
      const meant = decodeAgain(found, page)
      if (meant !== null) return [{ found, meant }]
    }
    return []
  })
}

/**
 * Finds mojibake: UTF-8 that some program took for a code page of one byte a character, and stored
 * so. Only what is certain counts: each piece is, byte for byte, UTF-8 when it is encoded again,
 * and is nothing that people write.
 */
export function findMojibake(text: string): Mojibake[] {
  return text
    .split('\n')
    .flatMap((line, i) => mojibakeIn(line).map((piece) => ({ line: i + 1, ...piece })))
}
