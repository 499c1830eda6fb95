import { stemmer as frenchStem } from '@orama/stemmers/french'
import { stemmer as russianStem } from '@orama/stemmers/russian'
import { stemmer as serbianStem } from '@orama/stemmers/serbian'
import { stemmer as spanishStem } from '@orama/stemmers/spanish'
import { stemmer as swedishStem } from '@orama/stemmers/swedish'
import { stopwords as arabicStops } from '@orama/stopwords/arabic'
import { stopwords as englishStops } from '@orama/stopwords/english'
import { stopwords as frenchStops } from '@orama/stopwords/french'
import { stopwords as russianStops } from '@orama/stopwords/russian'
import { stopwords as serbianStops } from '@orama/stopwords/serbian'
import { stopwords as spanishStops } from '@orama/stopwords/spanish'
import { stopwords as swedishStops } from '@orama/stopwords/swedish'
import { stem as englishStem } from 'porter2'
import { normalizeUnicode } from '../platform/normalize-unicode.ts'

/** What a search needs to know of a language. */
interface SearchLanguage {
  stem: (word: string) => string
  stops: readonly string[]
  /** Whether it writes what others write as two words as one: "medlemslista". */
  joinsWords: boolean
  /** How many letters of an ending the stemmer may leave: "demokratin" beside "demokrati". */
  looseEnding: number
  /** Words that the stemmer takes for another word: what they are then, by their first group. */
  apart: RegExp
}

// Nothing is apart.
const none = /^(?!)/

/**
 * An Arabic word without what is written together with it: "and", "in", the article, the endings of
 * the plural and of the owner. These are the light stems of Larkey, Ballesteros and Connell (2002);
 * the library's stemmer leaves "and" before an article, and part of the plural's ending.
 */
function arabicStem(word: string): string {
  const atLeast = (letters: number) => (whole: string, affix: string) =>
    whole.length - affix.length >= letters ? '' : affix
  const bare = foldWord(word)
    .replace(/^و/, (affix, _, whole) => atLeast(3)(whole, affix))
    .replace(/^(وال|بال|كال|فال|ال|لل)/, (affix, _, __, whole) => atLeast(2)(whole, affix))
  return bare.replace(/(ها|ان|ات|ون|ين|يه|ه|ي)$/, (affix, _, __, whole) => atLeast(2)(whole, affix))
}

const plain = (stem: SearchLanguage['stem'], stops: readonly string[]): SearchLanguage => ({
  stem,
  stops,
  joinsWords: false,
  looseEnding: 0,
  apart: none,
})

// With the libraries' lists go the words that a question is asked with.
const languages: Record<string, SearchLanguage> = {
  en: {
    stem: englishStem,
    stops: [
      ...englishStops,
      ...'want need get make do tell please many much way ways now talk'.split(' '),
    ],
    joinsWords: false,
    looseEnding: 0,
    // A hearing is not what is heard.
    // A populist is found by populism, and the other way round.
    apart: /^(hearing(?=s?$)|.{4,}is(?=[tm]s?$))/,
  },
  sv: {
    // An "m" is doubled between vowels alone: "medlem", "medlemmar".
    stem: (word) => swedishStem(word).replace(/mm$/, 'm'),
    stops: [
      ...swedishStops,
      ...'ska skall kan få får gör göra vill behöver finns går bör måste många mycket våra prata pratar länge'.split(
        ' ',
      ),
    ],
    joinsWords: true,
    looseEnding: 2,
    // Those who do something beside what they do: leaders and leading, voters and choosing. A
    // populist is found by populism.
    apart:
      /^(.*(?:ledar|väljar|talar)(?=(?:e|ens?|es|nas?)$)|.{4,}is(?=(?:ts?|ms?|ters?|tens?|terna|mens?)$))/,
  },
  ar: plain(arabicStem, arabicStops),
  es: plain(spanishStem, spanishStops),
  fr: plain(frenchStem, frenchStops),
  ru: plain(russianStem, russianStops),
  // It reads both scripts, and its stems are Latin.
  sr: plain(serbianStem, serbianStops),
}
const unknown = plain((word) => word, [])
const languageOf = (lang: string) => languages[lang.split('-')[0] as string] ?? unknown

// Only the marks that are written on a letter and that people leave out: those of Latin, Greek and
// Cyrillic, the short vowels and hamzas of Arabic and the stroke that stretches its words. The vowels
// of Burmese are marks too, and stay.
const leftOut = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g
// Letters of Arabic that people write for one another at the end of a word, and an alif of its own.
const alike: Record<string, string> = { ٱ: 'ا', ى: 'ي', ة: 'ه' }

/** A word as it is compared: without case, and without the marks that people leave out. */
export function foldWord(word: string): string {
  return normalizeUnicode(word, 'NFKD')
    .replace(leftOut, '')
    .replace(/[ٱىة]/g, (letter) => alike[letter] as string)
    .toLowerCase()
}

const word = /[\p{L}\p{N}\p{M}]+/gu
// What is written without spaces between words, by a dictionary that every Node brings along.
const unspaced =
  /[\p{Script=Myanmar}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
let segmenter: Intl.Segmenter | undefined

/** The words of a text as they are typed, each with its place, in any script. */
export function placedWords(text: string): { word: string; index: number }[] {
  return [...text.matchAll(word)].flatMap(({ 0: run, index }) => {
    if (!unspaced.test(run)) return [{ word: run, index }]
    segmenter ??= new Intl.Segmenter('my', { granularity: 'word' })
    return [...segmenter.segment(run)]
      .filter(({ isWordLike }) => isWordLike)
      .map((one) => ({ word: one.segment, index: index + one.index }))
  })
}

const stops = new Map<string, Set<string>>()

/** Whether a word says nothing of what a text is about: "the", "how", and a single Latin letter. */
export function isStopWord(word: string, lang: string): boolean {
  const known = stops.get(lang) ?? new Set(languageOf(lang).stops.map(foldWord))
  stops.set(lang, known)
  const folded = foldWord(word)
  return /^[a-z]$/.test(folded) || known.has(folded)
}

/** The stem of a word, the same for all its forms: "party" and "parties". */
export function stemOf(word: string, lang: string): string {
  const { stem, apart } = languageOf(lang)
  const written = normalizeUnicode(word, 'NFC').toLowerCase()
  return foldWord(apart.exec(written)?.[1] ?? stem(written))
}

/** How many letters longer than a stem another may be and still be the same word. */
export const looseEnding = (lang: string) => languageOf(lang).looseEnding

const longestJoined = 40

/**
 * The two words that a word was joined of, as stems, where both are known; the longest first one.
 * Null in a language that does not join words, and where none are known.
 */
export function partsOf(
  word: string,
  lang: string,
  isKnown: (stem: string) => boolean,
): [string, string] | null {
  if (!languageOf(lang).joinsWords || word.length > longestJoined) return null
  for (let at = word.length - 3; at >= 3; at--) {
    const last = stemOf(word.slice(at), lang)
    if (!isKnown(last)) continue
    // An "s" may stand between the two.
    for (const first of [word.slice(0, at), word.slice(0, at).replace(/s$/, '')])
      if (first.length >= 3 && isKnown(stemOf(first, lang))) return [stemOf(first, lang), last]
  }
  return null
}

/** The first of the words that a word was joined of, as a stem; null where none is known. */
export function firstPartOf(
  word: string,
  lang: string,
  isKnown: (stem: string) => boolean,
): string | null {
  if (!languageOf(lang).joinsWords || word.length > longestJoined) return null
  for (let at = word.length - 3; at >= 5; at--) {
    const first = stemOf(word.slice(0, at).replace(/s$/, ''), lang)
    if (isKnown(first)) return first
  }
  return null
}
