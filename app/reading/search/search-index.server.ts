import { setImmediate as turn } from 'node:timers/promises'
import MiniSearch from 'minisearch'
import { publishedVersion } from '../../comments/published.server.ts'
import type { Catalogue, Lang } from '../../courses/model/chapter.ts'
import { isStopWord, stemOf } from '../../i18n/search-words.ts'
import { coursePlaces } from './course-places.ts'
import { countriesIn, countryStem, phrasesIn } from './phrases.ts'
import type { Place } from './place.ts'
import { type Phrases, type QueryPart, understand, type Vocabulary, wordsOf } from './query.ts'
import { readersPlaces } from './readers-places.server.ts'

/** A place that was found, with the stems that were found there and how much each says. */
export interface RankedPlace {
  place: Place
  score: number
  found: Map<string, number>
}

/** How a place has a part of a query. */
interface Match {
  score: number
  weight: number
  stems: string[]
  titleStems: string[]
}

interface Entry {
  id: number
  title: string
  chapter: string
  text: string
  related: string
  country: string
}

/** A reader's comment in the index. */
interface ReadersEntry {
  id: number
  stems: ReadonlySet<string>
}

/** How many places are indexed before others get their turn: a few milliseconds. */
const slice = 10
const boost = { title: 2, chapter: 0.6, text: 1, related: 0.6, country: 2 }
/** As usual, but that a long text is held back less. */
const bm25 = { k: 1.2, b: 0.5, d: 0.5 }
const kindWeight: Record<Place['kind'], number> = {
  chapter: 1,
  section: 1,
  comment: 0.75,
  word: 1,
  question: 0.55,
  tool: 0.85,
}
const weightOf = ({ kind, isAside }: Place) => kindWeight[kind] * (isAside ? 0.5 : 1)
/** What is looked for is a stem already. */
const asTheyAre = { tokenize: (text: string) => [text], processTerm: (stem: string) => stem }
/** A place that has less of a query than this share of what the best has is left out. */
const minCoverage = 0.5

/** An index of the courses and of what their readers tell, in one language. */
export class SearchIndex {
  readonly #lang: Lang
  readonly #places = new Map<number, Place>()
  readonly #titles = new Map<number, number>()
  readonly #mini: MiniSearch<Entry>
  readonly #stems = new Map<string, string | null>()
  /** The stems of the courses, and how many of the readers' comments have each of theirs. */
  readonly #known = new Set<string>()
  readonly #readersKnown = new Map<string, number>()
  readonly #vocabulary: Vocabulary
  #nextId = 0
  /** Readers' comments by what they say, so that after a change only that is done. */
  #readers = new Map<string, ReadersEntry>()
  /** Where the stems of the comment that is being added are noted. */
  #readersStems: Set<string> | null = null
  #readersVersion = -1

  private constructor(lang: Lang, phrases: Phrases) {
    this.#lang = lang
    this.#mini = new MiniSearch<Entry>({
      fields: Object.keys(boost),
      tokenize: (text, field) => (field === 'country' ? [text] : wordsOf(text)),
      processTerm: (word, field) => (field === 'country' ? word : this.#note(word)),
      autoVacuum: false,
      searchOptions: { boost, bm25, ...asTheyAre },
    })
    const oneWord = [...phrases.keys()].filter((key) => !key.includes(' '))
    const keys = new MiniSearch<{ id: string }>({ fields: ['id'], ...asTheyAre })
    keys.addAll(oneWord.map((id) => ({ id })))
    const near = (index: Pick<MiniSearch, 'search'>, stem: string) => {
      const within = (fuzzy: number) => [
        ...new Set(index.search(stem, { fuzzy }).flatMap((result) => result.terms)),
      ]
      const found = stem.length < 4 ? [] : within(1)
      return found.length > 0 || stem.length < 7 ? found : within(2)
    }
    this.#vocabulary = {
      lang,
      phrases,
      isKnown: (stem) => this.#known.has(stem) || this.#readersKnown.has(stem),
      beginningLike: (stem) =>
        stem.length < 3
          ? []
          : [...new Set([...this.#known, ...this.#readersKnown.keys()])].filter((one) =>
              one.startsWith(stem),
            ),
      areTogether: (stems) =>
        this.#mini.search({ combineWith: 'AND', queries: stems }, { prefix: false, fuzzy: false })
          .length > 0,
      near: (stem) => near(this.#mini, stem),
      phrasesLike: (stem) => (stem.length < 3 ? [] : oneWord.filter((one) => one.startsWith(stem))),
      phrasesNear: (stem) => near(keys, stem),
    }
  }

  /** Builds an index in slices, so that nobody waits for it. */
  static async build(
    catalogue: Catalogue,
    lang: Lang,
    langs: readonly Lang[],
  ): Promise<SearchIndex> {
    const index = new SearchIndex(lang, await phrasesIn(catalogue, lang, langs))
    let added = 0
    for (const course of catalogue.courses.values())
      for (const place of coursePlaces(course, lang)) {
        index.#add(place)
        if (++added % slice === 0) await turn()
      }
    for (const { key, place } of readersPlaces(catalogue, lang)) {
      if (!index.#readers.has(key)) index.#readers.set(key, index.#addReaders(place))
      if (++added % slice === 0) await turn()
    }
    // It spares work while the courses are indexed; from here on readers' comments come one by one.
    index.#stems.clear()
    return index
  }

  #stem(word: string): string | null {
    return isStopWord(word, this.#lang) ? null : stemOf(word, this.#lang)
  }

  /** The stem of a word that is indexed. Of what a reader has told it is noted only with the place. */
  #note(word: string): string | null {
    if (this.#readersStems) {
      const stem = this.#stem(word)
      if (stem) this.#readersStems.add(stem)
      return stem
    }
    const known = this.#stems.get(word)
    if (known !== undefined) return known
    const stem = this.#stem(word)
    this.#stems.set(word, stem)
    if (stem) this.#known.add(stem)
    return stem
  }

  #add(place: Place): number {
    const id = this.#nextId++
    this.#places.set(id, place)
    this.#titles.set(id, wordsOf(place.title).filter((word) => this.#stem(word)).length)
    this.#mini.add({
      id,
      title: place.title,
      chapter: place.chapterTitle ?? '',
      text: place.passages.join('\n'),
      related: place.related.join('\n'),
      country: place.country ? countryStem(place.country) : '',
    })
    return id
  }

  #addReaders(place: Place): ReadersEntry {
    const stems = new Set<string>()
    this.#readersStems = stems
    const id = this.#add(place)
    this.#readersStems = null
    for (const stem of stems) this.#readersKnown.set(stem, (this.#readersKnown.get(stem) ?? 0) + 1)
    return { id, stems }
  }

  /** Takes a reader's comment out, with all that the index knows by it alone. */
  #removeReaders({ id, stems }: ReadersEntry) {
    this.#mini.discard(id)
    this.#places.delete(id)
    this.#titles.delete(id)
    for (const stem of stems) {
      const others = (this.#readersKnown.get(stem) ?? 0) - 1
      if (others > 0) this.#readersKnown.set(stem, others)
      else this.#readersKnown.delete(stem)
    }
  }

  /**
   * Brings in what readers' comments have changed since, which is little at a time. Two that say the
   * same at the same place are found as one.
   */
  #refreshReaders(catalogue: Catalogue) {
    const version = publishedVersion()
    if (version === this.#readersVersion) return
    const present = new Map<string, ReadersEntry>()
    for (const { key, place } of readersPlaces(catalogue, this.#lang))
      if (!present.has(key)) present.set(key, this.#readers.get(key) ?? this.#addReaders(place))
    const gone = [...this.#readers].filter(([key]) => !present.has(key))
    for (const [, entry] of gone) this.#removeReaders(entry)
    if (gone.length > 0) void this.#mini.vacuum()
    this.#readers = present
    this.#readersVersion = version
  }

  /**
   * The places that answer a query, the best first; what of it no place has; and the countries that
   * it names.
   */
  search(
    catalogue: Catalogue,
    query: string,
  ): { unknown: string[]; countries: string[]; ranked: RankedPlace[] } {
    this.#refreshReaders(catalogue)
    const parts = understand(query, this.#vocabulary).map((part) => ({
      ...part,
      matches: this.#matchesOf(part),
    }))
    const codes = parts.flatMap(({ alternatives }) => alternatives.flatMap(countriesIn))
    return {
      unknown: parts.filter(({ matches }) => matches.size === 0).map(({ words }) => words),
      countries: [...new Set(codes)],
      ranked: this.#rank(parts.flatMap(({ matches }) => (matches.size > 0 ? [matches] : []))),
    }
  }

  #rank(parts: Map<number, Match>[]): RankedPlace[] {
    const ranked = new Map<number, RankedPlace & { covered: number; titleStems: Set<string> }>()
    let whole = 0
    for (const matches of parts) {
      const rarity = Math.log(1 + this.#places.size / (1 + matches.size)) ** 1.5
      whole += rarity
      for (const [id, { score, stems, titleStems, weight }] of matches) {
        const place = this.#places.get(id)
        if (!place) continue
        const entry = ranked.get(id) ?? {
          place,
          score: 0,
          covered: 0,
          found: new Map(),
          titleStems: new Set(),
        }
        entry.score += score
        entry.covered += rarity * weight
        for (const stem of stems) entry.found.set(stem, rarity)
        for (const stem of titleStems) entry.titleStems.add(stem)
        ranked.set(id, entry)
      }
    }
    const best = Math.max(0, ...[...ranked.values()].map(({ covered }) => covered))
    return [...ranked]
      .filter(([, { covered }]) => covered >= best * minCoverage)
      .map(([id, { place, score, covered, found, titleStems }]) => {
        const coverage = covered / whole
        const ofTitle = titleStems.size / Math.max(1, this.#titles.get(id) ?? 1)
        return {
          place,
          found,
          score: score * coverage ** 1.5 * (1 + 0.3 * ofTitle * coverage) * weightOf(place),
        }
      })
      .sort((a, b) => b.score - a.score)
  }

  /** The places that have a part of a query in one way or another, each by its best way. */
  #matchesOf({ alternatives }: QueryPart) {
    const matches = new Map<number, Match>()
    for (const { stems, weight } of alternatives) {
      const results = this.#mini.search({
        combineWith: 'AND',
        queries: stems,
        prefix: false,
        fuzzy: false,
      })
      for (const { id, score, match, terms } of results) {
        // MiniSearch multiplies by how many terms were found; a phrase counts as one word.
        const own = (score * weight) / terms.length / stems.length
        const other = matches.get(id)
        const titleStems = terms.filter((term) => match[term]?.includes('title'))
        if (!other || other.score < own)
          matches.set(id, { score: own, weight, stems: terms, titleStems })
      }
    }
    return matches
  }
}
