import { normalizeUnicode } from '../platform/normalize-unicode.ts'

// Keyboards of these scripts, which write no spaces between words, put U+200B there.
const wordBreak =
  /(?<=[\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}])\u200b+(?=[\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}])/gu
// Phones put a wish for colour behind a heart: it is no part of a name.
const emojiStyle = /(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f]/gu

/** A name as it is stored and shown: one form of each letter, single spaces, none at the ends. */
export function normalizeName(text: string): string {
  return normalizeUnicode(text.replace(wordBreak, '').replace(emojiStyle, ''), 'NFC')
    .replace(/[\t\p{Zs}]+/gu, ' ')
    .replace(/^ | $/gu, '')
}

// Persian and its sisters write U+200C between letters, Indic scripts U+200C and U+200D behind a
// virama: there they change what is seen (RFC 5892, appendix A). Emoji are joined by U+200D.
const neededJoiner = new RegExp(
  [
    '(?<=\\p{Script=Arabic}\\p{Mn}*)\\u200c(?=\\p{Script=Arabic})',
    '(?<=[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca\\u1039\\u17d2])[\\u200c\\u200d](?=[\\p{L}\\p{M}]|$)',
    '(?<=\\p{Extended_Pictographic}\\p{Emoji_Modifier}?)\\u200d(?=\\p{Extended_Pictographic})',
  ].join('|'),
  'gu',
)
// Format and control characters, marks of direction, fillers, variation selectors, halves of
// characters, private and unassigned ones.
const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
// Characters whose picture is empty, or stands for a character that is missing: Braille, music,
// hieroglyphs, U+FFFC, U+FFFD.
const blank = /[\u2800\u{1d159}\u{13441}\u{13442}\u{16fe4}\ufffc\ufffd]/u
// The same mark twice lies on itself; no script stacks seven, and more of them cover the lines
// above.
const piledMarks = /(\p{Mn})\1|\p{Mn}{7}/u

/**
 * Whether a name has characters that nobody sees, or that hide or turn around what stands beside
 * them.
 */
export function hasUnseenCharacters(text: string): boolean {
  const name = normalizeName(text).replace(neededJoiner, '')
  return invisible.test(name) || blank.test(name) || piledMarks.test(normalizeUnicode(name, 'NFD'))
}
