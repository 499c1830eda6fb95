import { normalizeUnicode } from '../platform/normalize-unicode.ts'

/** The longest note, in characters, and how many notes a learner may have. */
export const noteLimits = { characters: 1000, notes: 500 } as const

/** What keeps a note from being kept, as a key of the interface's texts. */
export type NoteProblem = 'notes:missing' | 'notes:tooLong'

// What shows nothing on a page, but for joiners and what picks a letter's form.
const unseen = /(?![\u200b-\u200f]|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu
const noLetter = /[\p{Co}\p{Cs}\ufff9-\ufffd]|(?!\n)\p{Cc}/gu

/** A text far beyond the limit is too long however it is counted, and is not looked through. */
const isFarTooLong = (text: string) => text.length > noteLimits.characters * 5

/**
 * A note as it is kept: its own lines, without characters that nobody sees, at most one empty line
 * in a row.
 */
export function normalizeNote(text: string): string {
  if (isFarTooLong(text)) return text
  const lines = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unseen, '')
    .replace(noLetter, '')
  return normalizeUnicode(lines, 'NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line, index, all) => line !== '' || (all[index - 1] ?? '') !== '')
    .join('\n')
    .trim()
}

/** What is wrong with a note that was normalized, or null. */
export function problemOfNote(text: string): NoteProblem | null {
  if (text === '') return 'notes:missing'
  return isFarTooLong(text) || [...text].length > noteLimits.characters ? 'notes:tooLong' : null
}
