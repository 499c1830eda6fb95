import { normalizeUnicode } from '../../platform/normalize-unicode.ts'

// What sits on a letter and may be left out when typing: accents on Latin, Greek and Cyrillic
// letters, Hebrew points, Arabic vowel marks and hamzas. In other scripts such signs are vowels
// (Burmese, Hindi, Thai) and stay.
const leftOut =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/gu
/**
 * Arabic's stretched line, and all that formats without being seen: direction marks, joiners, soft
 * hyphens.
 */
const unseen = /[\u0640\p{Cf}]/gu
const apostrophes = /[‘’‛ʼʹ´`′＇]/gu
const hyphens = /[‐‑‒–—−]/gu
const digit = /\p{Nd}/gu
const thousands = /^(\d{1,3})((?:[ ,.]\d{3})+)$/u

/** A digit's value in any script: digits stand in Unicode in rows of ten, from zero to nine. */
function digitValue(sign: string): string {
  const code = sign.codePointAt(0) as number
  let zero = code
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((code - zero) % 10)
}

function foldOnce(text: string): string {
  const small = normalizeUnicode(text, 'NFKD').toUpperCase().toLowerCase()
  const letters = normalizeUnicode(small, 'NFKD').replace(leftOut, '').replace(unseen, '')
  const words = letters
    .replace(digit, digitValue)
    .replace(apostrophes, "'")
    .replace(hyphens, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\s.,;:!?。؟،]+$/u, '')
  const plain = words.replace(
    thousands,
    (_, first: string, rest: string) => first + rest.replace(/\D/g, ''),
  )
  return normalizeUnicode(plain, 'NFC')
}

/**
 * A written answer as it is compared. Alike are: capitals and small letters; letters with and
 * without accents, Hebrew points or Arabic vowel marks; wide and narrow forms; the digits of any
 * script, with or without marks between thousands; every apostrophe and hyphen; any number of
 * spaces; a full stop at the end or none. Folding what is folded changes nothing.
 */
export function normalizeAnswer(text: string): string {
  let before = text
  let after = foldOnce(text)
  while (after !== before) [before, after] = [after, foldOnce(after)]
  return after
}
