import { setImmediate as turn } from 'node:timers/promises'
import type { Catalogue, Lang } from '../../courses/model/chapter.ts'
import { siteLanguages } from '../../i18n/request-language.server.ts'
import { normalizeUnicode } from '../../platform/normalize-unicode.ts'
import { type Excerpt, excerptOf } from './excerpt.ts'
import type { Place } from './place.ts'
import { hitsOnPage, maxQueryLength } from './query.ts'
import { SearchIndex } from './search-index.server.ts'

/** A place in a course that answers what was searched for: what its page shows of it. */
export interface SearchHit extends Omit<Place, 'passages' | 'related' | 'isAside'> {
  /** Whole sentences of the place, with what was found marked. */
  excerpt: Excerpt
}

/** What a search found, the best first; and the words that nothing is known of. */
export interface SearchResult {
  hits: SearchHit[]
  /** How many places were found in all. */
  count: number
  unknown: string[]
  /** The codes of the countries that were named. */
  countries: string[]
}

// Indexes of the catalogue that is served; they go when it is swapped.
const indexes = new WeakMap<Catalogue, Map<Lang, Promise<SearchIndex>>>()

function indexOf(catalogue: Catalogue, lang: Lang): Promise<SearchIndex> {
  const byLang = indexes.get(catalogue) ?? new Map<Lang, Promise<SearchIndex>>()
  indexes.set(catalogue, byLang)
  const langs = siteLanguages.map(({ tag }) => tag)
  const known = byLang.get(lang)
  if (known) return known
  const index = SearchIndex.build(catalogue, lang, langs)
  byLang.set(lang, index)
  // One that failed is tried again by the next who searches.
  index.catch(() => byLang.delete(lang))
  return index
}

/**
 * Begins to index the courses, before anybody searches, in the languages in which one is complete.
 * An index takes three to six megabytes: that of another language is made when it is first searched.
 */
export async function prepareSearch(catalogue: Catalogue): Promise<void> {
  const complete = new Set([...catalogue.courses.values()].flatMap((course) => course.complete))
  for (const { tag } of siteLanguages) if (complete.has(tag)) await indexOf(catalogue, tag)
}

/**
 * Searches the courses in a language for what a reader asks, in words or in a sentence; the best
 * places first, thirty on each page.
 */
export async function searchCourses(
  catalogue: Catalogue,
  lang: Lang,
  query: string,
  page = 1,
): Promise<SearchResult> {
  // Written out, one sign can be eighteen letters.
  const words = normalizeUnicode(query.trim().slice(0, maxQueryLength), 'NFKC').slice(
    0,
    maxQueryLength,
  )
  if (!words) return { hits: [], count: 0, unknown: [], countries: [] }
  const index = await indexOf(catalogue, lang)
  const { unknown, countries, ranked } = index.search(catalogue, words)
  const hits: SearchHit[] = []
  for (const { place, found } of ranked.slice((page - 1) * hitsOnPage, page * hitsOnPage)) {
    const { passages, related: _, isAside: __, ...shown } = place
    hits.push({ ...shown, excerpt: excerptOf({ passages }, found, lang) })
    // Choosing a sentence takes a millisecond or more: others have their turn between.
    await turn()
  }
  return { hits, count: ranked.length, unknown, countries }
}
