import MiniSearch from 'minisearch'
import { type Catalogue, inLanguage, type Lang } from '../courses/model/chapter.ts'
import { plainText } from '../courses/tools/tool.ts'
import { normalizeUnicode } from '../platform/normalize-unicode.ts'

/** A place in a course where the words were found. */
export interface SearchHit {
  course: string
  /** Where it stands below the course: a chapter, or `tools/` and a tool. */
  path: string
  chapterTitle: string
  section: string | null
  sectionTitle: string | null
  /** The text around the first word found, in pieces; those that were found are marked. */
  excerpt: { at: number; text: string; isFound: boolean }[]
}

interface Entry {
  id: number
  course: string
  path: string
  chapterTitle: string
  section: string | null
  sectionTitle: string | null
  text: string
}

interface Index {
  entries: Entry[]
  search: MiniSearch<Entry>
}

const max = 30
const longest = 100
const around = 90

/** Letters as they are compared: without case and without accents. */
const plain = (word: string) => normalizeUnicode(word, 'NFKD').replace(/\p{M}/gu, '').toLowerCase()

// Indexes of the catalogue that is served; they go when it is swapped.
const indexes = new WeakMap<Catalogue, Map<Lang, Index>>()

function build(catalogue: Catalogue, lang: Lang): Index {
  const entries: Entry[] = []
  for (const course of catalogue.courses.values()) {
    for (const chapter of course.chapters) {
      const { text } = inLanguage(chapter.texts, lang, course.source)
      const bySection = new Map<string | null, string[]>([[null, [text.summary]]])
      for (const { section, text: words } of text.plain)
        bySection.set(section, [...(bySection.get(section) ?? []), words])
      for (const [section, texts] of bySection) {
        const sectionTitle = text.sections.find((one) => one.id === section)?.title ?? null
        entries.push({
          id: entries.length,
          course: course.id,
          path: chapter.slug,
          chapterTitle: text.title,
          section,
          sectionTitle,
          text: texts.join(' '),
        })
      }
    }
  }
  for (const course of catalogue.courses.values()) {
    for (const { slug, texts } of course.tools.values()) {
      const { text } = inLanguage(texts, lang, course.source)
      const place = { course: course.id, path: `tools/${slug}`, section: null, sectionTitle: null }
      entries.push({
        id: entries.length,
        ...place,
        chapterTitle: text.title,
        text: plainText(text),
      })
    }
  }
  const search = new MiniSearch<Entry>({
    fields: ['chapterTitle', 'sectionTitle', 'text'],
    processTerm: plain,
    searchOptions: {
      boost: { chapterTitle: 3, sectionTitle: 2 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 5 ? 0.2 : false),
      combineWith: 'AND',
    },
  })
  search.addAll(entries)
  return { entries, search }
}

function indexOf(catalogue: Catalogue, lang: Lang): Index {
  const byLang = indexes.get(catalogue) ?? new Map<Lang, Index>()
  indexes.set(catalogue, byLang)
  const index = byLang.get(lang) ?? build(catalogue, lang)
  byLang.set(lang, index)
  return index
}

function excerptOf(text: string, terms: Set<string>): SearchHit['excerpt'] {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
  const isFound = (word: string) => terms.has(plain(word))
  const first = words.find((match) => isFound(match[0]))?.index ?? 0
  const from =
    first <= around ? 0 : (words.find((match) => match.index >= first - around)?.index ?? 0)
  const end = words.find((match) => match.index >= first + around * 1.5)?.index ?? text.length
  const pieces: SearchHit['excerpt'] = from > 0 ? [{ at: -1, text: '… ', isFound: false }] : []
  let at = from
  for (const match of words.filter(
    (one) => one.index >= from && one.index < end && isFound(one[0]),
  )) {
    if (match.index > at) pieces.push({ at, text: text.slice(at, match.index), isFound: false })
    pieces.push({ at: match.index, text: match[0], isFound: true })
    at = match.index + match[0].length
  }
  pieces.push({ at, text: `${text.slice(at, end)}${end < text.length ? '…' : ''}`, isFound: false })
  return pieces
}

/**
 * Searches the chapters in a language for all the words given, or words that begin like them; the
 * best places first, thirty at most.
 */
export function searchCourses(catalogue: Catalogue, lang: Lang, query: string): SearchHit[] {
  const words = query.trim().slice(0, longest)
  if (!words) return []
  const { entries, search } = indexOf(catalogue, lang)
  return search
    .search(words)
    .slice(0, max)
    .map((result) => {
      const { text, id: _, ...place } = entries[result.id as number] as Entry
      return { ...place, excerpt: excerptOf(text, new Set(result.terms)) }
    })
}
