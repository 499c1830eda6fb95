/**
 * What someone wrote, as it is kept: line breaks of one kind, nothing that is not a character, no
 * empty edges.
 */
export function normalizeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC')
    .trim()
}
