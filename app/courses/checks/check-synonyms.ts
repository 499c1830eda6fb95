import { isStopWord, stemOf } from '../../i18n/search-words.ts'
import type { Problem } from '../model/chapter.ts'
import type { CourseSource, SourceFile } from './course-source.ts'

/** A course's synonyms in one language. */
export interface SynonymSource extends SourceFile {
  entries: Map<string, string[]>
}

const wordForm = /[\p{L}\p{M}\p{N}]+/gu

/**
 * Finds the synonyms that lead nowhere, because a word of theirs stands in no text of the course in
 * that language.
 */
export function checkSynonyms(sources: SynonymSource[], book: CourseSource): Problem[] {
  return sources.flatMap(({ lang, file, written, entries }) => {
    const texts = [...book.chapters, ...book.glossaries, ...book.others]
    const words = new Set(
      texts
        .filter((text) => text.lang === lang)
        .flatMap((text) => text.written.toLowerCase().match(wordForm) ?? []),
    )
    const stems = new Set([...words].map((word) => stemOf(word, lang)))
    const lines = written.split('\n')
    return [...entries].flatMap(([typed, synonyms]) =>
      synonyms
        .filter((synonym) =>
          (synonym.match(wordForm) ?? []).some(
            (word) => !isStopWord(word, lang) && !stems.has(stemOf(word, lang)),
          ),
        )
        .map((synonym) => ({
          file,
          line: lines.findIndex((line) => line.startsWith(`${typed}:`)) + 1 || 1,
          message: `"${synonym}" stands nowhere in the course, so a search for "${typed}" finds nothing by it.`,
        })),
    )
  })
}
