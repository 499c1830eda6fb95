import { normalizeUnicode } from '../../platform/normalize-unicode.ts'

/**
 * What someone wrote, as it is kept: line breaks of one kind, nothing that is not a character, no
 * empty edges.
 */
export function normalizeText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')
  return normalizeUnicode(lines, 'NFC').trim()
}
