import { foldWord, isStopWord, looseEnding, partsOf, stemOf } from '../../i18n/search-words.ts'

/** Words that say the same: a place has them where it has all of these stems. */
export interface Alternative {
  stems: string[]
  /** 1 for what was typed, less for what only means the same. */
  weight: number
}

/** A word, or a few that belong together, with all that says the same. */
export interface QueryPart {
  words: string
  alternatives: Alternative[]
}

/** Phrases that mean something of their own, by their stems with a space between. */
export type Phrases = ReadonlyMap<string, readonly Alternative[]>

/** What of an index a query is understood by. */
export interface Vocabulary {
  lang: string
  phrases: Phrases
  isKnown(stem: string): boolean
  /** Stems that begin like this one. */
  beginningLike(stem: string): string[]
  /** Stems that this one was meant to be, one or two letters away. */
  near(stem: string): string[]
}

/** How many letters of a query are looked at. */
export const maxQueryLength = 100
/** How many words of a query are looked for. */
const maxWords = 16
const longestPhrase = 4
const shortestInflected = 5
/** How many words are guessed for one, the shortest first, and for how many of a query. */
const maxGuesses = 8
const maxGuessed = 3
const weights = { inflected: 0.9, parts: 0.8, beginning: 0.7, near: 0.6 }

/** The words of a text, as they are typed. */
export const wordsOf = (text: string) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

const shortest = (stems: string[]) =>
  stems.sort((one, other) => one.length - other.length).slice(0, maxGuesses)

/**
 * What a word that no text has, and no synonym explains, may stand for: the words that it is joined
 * of, else those that begin like it, else those that are a typing error away.
 */
function guesses(word: string, { lang, isKnown, beginningLike, near }: Vocabulary): Alternative[] {
  const stem = stemOf(word, lang)
  const parts = partsOf(foldWord(word), lang, isKnown)
  if (parts) return [{ stems: parts, weight: weights.parts }]
  const beginnings = beginningLike(stem)
  if (beginnings.length > 0)
    return shortest(beginnings).map((one) => ({ stems: [one], weight: weights.beginning }))
  return shortest(near(stem)).map((one) => ({ stems: [one], weight: weights.near }))
}

/** Where the stemmer of a language leaves endings: stems that are only an ending longer. */
function inflected([stem = '', ...more]: string[], vocabulary: Vocabulary): Alternative[] {
  const longer = looseEnding(vocabulary.lang)
  if (more.length > 0 || longer === 0 || stem.length < shortestInflected) return []
  const forms = vocabulary
    .beginningLike(stem)
    .filter((one) => one !== stem && one.length <= stem.length + longer)
  return shortest(forms).map((one) => ({ stems: [one], weight: weights.inflected }))
}

/**
 * Understands a query: parts it into words and known phrases, leaves out those that say nothing, and
 * finds for each what says the same. A part without alternatives is one that nothing is known of.
 */
export function understand(query: string, vocabulary: Vocabulary): QueryPart[] {
  const { lang, phrases, isKnown } = vocabulary
  const words = wordsOf(query).slice(0, maxWords)
  const stems = words.map((word) => stemOf(word, lang))
  const parts: QueryPart[] = []
  let guessed = 0
  let at = 0
  while (at < words.length) {
    let length = Math.min(longestPhrase, words.length - at)
    while (length > 1 && !phrases.has(stems.slice(at, at + length).join(' '))) length--
    const typed = words.slice(at, at + length)
    const meant = phrases.get(stems.slice(at, at + length).join(' ')) ?? []
    const own = typed.filter((word) => !isStopWord(word, lang)).map((word) => stemOf(word, lang))
    at += length
    if (own.length === 0 && meant.length === 0) continue
    const alternatives = [
      ...(own.length > 0 && own.every(isKnown) ? [{ stems: own, weight: 1 }] : []),
      ...inflected(own, vocabulary),
      ...meant,
    ]
    const isGuessed = alternatives.length === 0 && length === 1 && guessed++ < maxGuessed
    parts.push({
      words: typed.join(' '),
      alternatives: isGuessed ? guesses(typed[0] as string, vocabulary) : alternatives,
    })
  }
  return parts
}
