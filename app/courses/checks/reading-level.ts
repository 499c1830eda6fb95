import { type Sentence, wordsIn } from '../parse/sentences.ts'

/** How hard a text is to read. */
export interface ReadingLevel {
  words: number
  sentences: number
  /** Words a sentence. */
  average: number
  /** The longest sentence: its words, and the line that it begins on. */
  longest: { words: number; line: number }
  lix: number
}

/**
 * Languages in which sentence length and LIX say how hard a text is; of others nobody has told us.
 */
export const measuredLanguages: ReadonlySet<string> = new Set(['en', 'sv'])

/**
 * What a text for a reader at CEFR level B1 may have at most. LIX: 30 to 40 is easy, like popular
 * fiction; 40 to 50 is a newspaper; above 50 is official prose (Björnsson's scale).
 */
export const readingLimits = { longest: 30, average: 17, lix: 40 }

const letters = (word: string) => word.replace(/[^\p{L}]/gu, '').length

/**
 * LIX, the Swedish index of how readable a text is: words a sentence, plus the percentage of words
 * with more than six letters. Carl-Hugo Björnsson, Läsbarhet (Liber, 1968). He let a colon end a
 * sentence too; here it does not, so ours is never lower than his.
 */
export function lix(sentences: string[][]): number {
  const words = sentences.flat()
  if (words.length === 0) return 0
  const long = words.filter((word) => letters(word) > 6)
  return words.length / sentences.length + (100 * long.length) / words.length
}

/** Measures how hard sentences in a language are to read. */
export function measureReading(sentences: Sentence[], lang: string): ReadingLevel {
  const counted = sentences
    .map(({ text, line }) => ({ words: wordsIn(text, lang), line }))
    .filter(({ words }) => words.length > 0)
  const words = counted.reduce((sum, sentence) => sum + sentence.words.length, 0)
  const longest = counted.reduce(
    (max, sentence) =>
      sentence.words.length > max.words
        ? { words: sentence.words.length, line: sentence.line }
        : max,
    { words: 0, line: 1 },
  )
  return {
    words,
    sentences: counted.length,
    average: counted.length === 0 ? 0 : words / counted.length,
    longest,
    lix: lix(counted.map((sentence) => sentence.words)),
  }
}

/** A line for each chapter and language of a course: how long, and how hard to read. */
export function describeReading(course: {
  chapters: {
    number: number
    slug: string
    texts: ReadonlyMap<string, { reading: ReadingLevel }>
  }[]
}): string {
  const rows = course.chapters.flatMap(({ number, slug, texts }) =>
    [...texts].map(([lang, { reading }]) => [
      `${String(number).padStart(2, '0')}-${slug}`,
      lang,
      `${reading.words} words`,
      `${reading.sentences} sentences`,
      `${reading.average.toFixed(1)} on average`,
      `${reading.longest.words} the longest (line ${reading.longest.line})`,
      measuredLanguages.has(lang) ? `LIX ${reading.lix.toFixed(0)}` : '',
    ]),
  )
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
