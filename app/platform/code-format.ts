import { normalizeUnicode } from './normalize-unicode.ts'

/** A code as it is shown, printed and written down: in groups of four, "ACDE-FHJK". */
export function formatCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? ''
}

/**
 * The letters and digits of a code, out of what was typed or stands in an address: small letters,
 * spaces and dashes are no matter.
 */
export function normalizeCode(text: string): string {
  return normalizeUnicode(text, 'NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
}
