import type { Catalogue, Lang } from '../../courses/model/chapter.ts'
import { siteLanguages } from '../../i18n/request-language.server.ts'
import { type Excerpt, excerptOf } from './excerpt.ts'
import type { Place } from './place.ts'
import { SearchIndex } from './search-index.server.ts'

/** A place in a course that answers what was searched for. */
export interface SearchHit extends Omit<Place, 'passages'> {
  /** Whole sentences of the place, with what was found marked. */
  excerpt: Excerpt
}

/** What a search found, the best first; and the words that nothing is known of. */
export interface SearchResult {
  hits: SearchHit[]
  unknown: string[]
}

const max = 30
const longest = 100

// Indexes of the catalogue that is served; they go when it is swapped.
const indexes = new WeakMap<Catalogue, Map<Lang, Promise<SearchIndex>>>()

function indexOf(catalogue: Catalogue, lang: Lang): Promise<SearchIndex> {
  const byLang = indexes.get(catalogue) ?? new Map<Lang, Promise<SearchIndex>>()
  indexes.set(catalogue, byLang)
  const langs = siteLanguages.map(({ tag }) => tag)
  const index = byLang.get(lang) ?? SearchIndex.build(catalogue, lang, langs)
  byLang.set(lang, index)
  return index
}

/** Begins to index the courses in every language of the site, before anybody searches. */
export async function prepareSearch(catalogue: Catalogue): Promise<void> {
  for (const { tag } of siteLanguages) await indexOf(catalogue, tag)
}

/**
 * Searches the courses in a language for what a reader asks, in words or in a sentence; the best
 * places first, thirty at most.
 */
export async function searchCourses(
  catalogue: Catalogue,
  lang: Lang,
  query: string,
): Promise<SearchResult> {
  const words = query.trim().slice(0, longest)
  if (!words) return { hits: [], unknown: [] }
  const index = await indexOf(catalogue, lang)
  const { unknown, ranked } = index.search(catalogue, words)
  const hits = ranked.slice(0, max).map(({ place, found }) => {
    const { passages, ...rest } = place
    return { ...rest, excerpt: excerptOf({ passages }, found, lang) }
  })
  return { hits, unknown }
}
