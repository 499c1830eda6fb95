import { stemmer as swedishStem } from '@orama/stemmers/swedish'
import { stopwords as englishStops } from '@orama/stopwords/english'
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
}
const unknown: SearchLanguage = {
  stem: (word) => word,
  stops: [],
  joinsWords: false,
  looseEnding: 0,
  apart: none,
}
const languageOf = (lang: string) => languages[lang.split('-')[0] as string] ?? unknown

// Only the marks that are written on a letter and that people leave out: those of Latin, Greek and
// Cyrillic, and the short vowels of Arabic. The vowels of Burmese are marks too, and stay.
const leftOut = /[\u0300-\u036f\u064b-\u065f\u0670]/g

/** A word as it is compared: without case, and without the marks that people leave out. */
export function foldWord(word: string): string {
  return normalizeUnicode(word, 'NFKD').replace(leftOut, '').toLowerCase()
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
