/** What the bytes 80 to 9F are in Windows-1252; five of them are nothing, and stay as they are. */
const typography = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/**
 * Decodes Windows-1252, and ISO-8859-1, which is read as such. Node 20's own decoder takes dashes,
 * curly quotation marks and the euro sign for control characters that nobody sees.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (one) => typography[one.charCodeAt(0) - 0x80] as string)
}
