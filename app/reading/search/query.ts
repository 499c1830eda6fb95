import {
  firstPartOf,
  foldWord,
  isStopWord,
  looseEnding,
  partsOf,
  placedWords,
  stemOf,
} from '../../i18n/search-words.ts'

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
  /** Whether any place has all of these stems. */
  areTogether(stems: string[]): boolean
  /** Words of one part that mean something of their own: those that begin like this, or are near. */
  phrasesLike(stem: string): string[]
  phrasesNear(stem: string): string[]
}

/** How many letters of a query are looked at. */
export const maxQueryLength = 100
/** How many places one page of results shows. */
export const hitsOnPage = 30
/** How many words of a query are looked for. */
const maxWords = 16
const longestPhrase = 4
const shortestInflected = 5
/** How many words are guessed for one, the shortest first, and for how many of a query. */
const maxGuesses = 8
const maxGuessed = 3
const weights = {
  inflected: 0.9,
  parts: 0.8,
  beginning: 0.7,
  related: 0.65,
  near: 0.6,
  firstPart: 0.5,
}
/** How many letters a word may lose at its end to find its relatives, and how many must be left. */
const maxEnding = 3
const shortestRoot = 6

/**
 * The stems of a phrase without the words that say nothing; empty where that leaves fewer than two,
 * which are no phrase any more.
 */
export function tellingKey(words: readonly string[], lang: string): string {
  const telling = words.filter((word) => !isStopWord(word, lang))
  return telling.length < 2 ? '' : telling.map((word) => stemOf(word, lang)).join(' ')
}

/** The words of a text, as they are typed. */
export const wordsOf = (text: string) => placedWords(text).map(({ word }) => word)

const shortest = (stems: string[]) =>
  stems.sort((one, other) => one.length - other.length).slice(0, maxGuesses)

/** The words that a word is joined of, where some place has them both. */
function joinedOf(word: string, { lang, isKnown, areTogether }: Vocabulary): Alternative[] {
  const parts = partsOf(foldWord(word), lang, isKnown)
  return parts && areTogether(parts) ? [{ stems: parts, weight: weights.parts }] : []
}

/** Stems of the same root, with another ending: "rättssäker" for "rättssäkerhet". */
function relatives(stem: string, { beginningLike }: Vocabulary): string[] {
  for (let cut = 1; cut <= maxEnding && stem.length - cut >= shortestRoot; cut++) {
    const found = beginningLike(stem.slice(0, -cut)).filter(
      (one) => one.length <= stem.length + maxEnding,
    )
    if (found.length > 0) return found
  }
  return []
}

/**
 * What a word that no text has, and no synonym explains, may stand for: the words that it is joined
 * of, else what begins like it, else what is a typing error away, else what is of the same root, else
 * the first word that it is joined of. What begins or is meant like a synonym means what that means.
 */
function guesses(word: string, vocabulary: Vocabulary): Alternative[] {
  const { lang, phrases, beginningLike, near, phrasesLike, phrasesNear, isKnown } = vocabulary
  const stem = stemOf(word, lang)
  const joined = joinedOf(word, vocabulary)
  if (joined.length > 0) return joined
  const none = () => []
  const ways = [
    { found: beginningLike, phrasesFound: phrasesLike, weight: weights.beginning },
    { found: near, phrasesFound: phrasesNear, weight: weights.near },
    {
      found: (one: string) => relatives(one, vocabulary),
      phrasesFound: none,
      weight: weights.related,
    },
  ]
  for (const { found, phrasesFound, weight } of ways) {
    const meant = shortest(phrasesFound(stem)).flatMap((key) => phrases.get(key) ?? [])
    const guessed = [
      ...shortest(found(stem)).map((one) => ({ stems: [one], weight })),
      ...meant.map((one) => ({ ...one, weight: one.weight * weight })),
    ]
    if (guessed.length > 0) return guessed
  }
  const first = firstPartOf(foldWord(word), lang, isKnown)
  return first ? [{ stems: [first], weight: weights.firstPart }] : []
}

/**
 * Where the stemmer of a language leaves endings: stems that are only an ending longer, or shorter.
 */
function inflected([stem = '', ...more]: string[], vocabulary: Vocabulary): Alternative[] {
  const longer = looseEnding(vocabulary.lang)
  if (more.length > 0 || longer === 0 || stem.length < shortestInflected) return []
  const forms = vocabulary
    .beginningLike(stem)
    .filter((one) => one !== stem && one.length <= stem.length + longer)
  for (let cut = 1; cut <= longer && stem.length - cut >= shortestInflected; cut++)
    if (vocabulary.isKnown(stem.slice(0, -cut))) forms.push(stem.slice(0, -cut))
  return shortest(forms).map((one) => ({ stems: [one], weight: weights.inflected }))
}

/**
 * The longest phrase that begins at a word: as it is typed, or with words between that say nothing
 * ("leder man ett möte"). How many words it takes, and what it means.
 */
function phraseAt(words: string[], at: number, { lang, phrases }: Vocabulary) {
  const rest = words.slice(at, at + longestPhrase * 2)
  const stems = rest.map((word) => stemOf(word, lang))
  for (let length = rest.length; length > 1; length--) {
    const last = rest[length - 1] as string
    const meant =
      phrases.get(stems.slice(0, length).join(' ')) ??
      (isStopWord(last, lang) ? undefined : phrases.get(tellingKey(rest.slice(0, length), lang)))
    if (meant) return { length, meant }
  }
  return { length: 1, meant: phrases.get(stems[0] as string) ?? [] }
}

/**
 * Understands a query: parts it into words and known phrases, leaves out those that say nothing, and
 * finds for each what says the same. A part without alternatives is one that nothing is known of.
 */
export function understand(query: string, vocabulary: Vocabulary): QueryPart[] {
  const { lang, isKnown } = vocabulary
  const words = wordsOf(query).slice(0, maxWords)
  const parts: QueryPart[] = []
  let guessed = 0
  let at = 0
  while (at < words.length) {
    const { length, meant } = phraseAt(words, at, vocabulary)
    const typed = words.slice(at, at + length)
    const own = typed.filter((word) => !isStopWord(word, lang)).map((word) => stemOf(word, lang))
    at += length
    if (own.length === 0 && meant.length === 0) continue
    const alternatives = [
      ...(own.length > 0 && own.every(isKnown) ? [{ stems: own, weight: 1 }] : []),
      ...inflected(own, vocabulary),
      ...meant,
      // A joined word is also said apart: "styrelsemöte" where "the board's meetings" stands.
      ...(length === 1 && own.every(isKnown) ? joinedOf(typed[0] as string, vocabulary) : []),
    ]
    const isGuessed = alternatives.length === 0 && length === 1 && guessed++ < maxGuessed
    parts.push({
      words: typed.join(' '),
      alternatives: isGuessed ? guesses(typed[0] as string, vocabulary) : alternatives,
    })
  }
  return parts
}
