import type { Problem } from '../model/chapter.ts'
import { type Sentence, wordsIn, writesWithoutSpaces } from '../parse/sentences.ts'
import type { SourceFile } from './course-source.ts'
import { measuredLanguages, measureReading, readingLimits } from './reading-level.ts'

const invisible: [form: RegExp, name: string][] = [
  [/\u200b/g, 'U+200B (zero width space)'],
  [/[\u200e\u200f]/g, 'U+200E or U+200F (direction mark)'],
  [/[\u202a-\u202e]/g, 'U+202A to U+202E (direction embedding)'],
  [/[\u2066-\u2069]/g, 'U+2066 to U+2069 (direction isolate)'],
  [/\ufeff/g, 'U+FEFF (byte order mark)'],
  [/\u00ad/g, 'U+00AD (soft hyphen)'],
]
const writtenRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/**
 * The characters in a line that nobody sees and that spoil search, line breaks and the direction of
 * a text. A direction mark is welcome in a line with Arabic or Hebrew letters; a zero width space
 * in languages without spaces, where it shows old phones where a line may break.
 */
function invisibleIn(line: string, lang: string): typeof invisible {
  return invisible.filter(([form, name]) => {
    if (line.search(form) < 0) return false
    if (name.startsWith('U+200B')) return !writesWithoutSpaces(lang)
    return !(name.startsWith('U+200E') && writtenRightToLeft.test(line))
  })
}

/** Finds characters that nobody sees, a problem for each line that has them. */
export function checkInvisible({ file, lang, written }: SourceFile): Problem[] {
  return written.split('\n').flatMap((text, i) => {
    const names = invisibleIn(text, lang)
      .map(([, name]) => name)
      .join(', ')
    return names
      ? [
          {
            file,
            line: i + 1,
            message: `The line has a character that nobody sees: ${names}. Remove it.`,
          },
        ]
      : []
  })
}

// Of a figure in digits that is parted into thousands by spaces, not of a decimal, a date, an
// address or a ratio.
const partedThousands = /(?<![\d.,:/=-])\d{1,3}(?: \d{3})+(?![\d-])/

/**
 * Finds figures whose thousands are parted by a space at which a line may break, a problem for each
 * line that has one.
 */
export function checkThousands({ file, written }: SourceFile): Problem[] {
  return written.split('\n').flatMap((text, i) => {
    const [figure] = partedThousands.exec(text) ?? []
    return figure
      ? [
          {
            file,
            line: i + 1,
            message: `The figure ${figure} may break at the end of a line. Write a no-break space (U+00A0) in it.`,
          },
        ]
      : []
  })
}

/** A text without the characters that {@link checkInvisible} finds. */
export function withoutInvisible(text: string, lang: string): string {
  const cleaned = (line: string) =>
    invisibleIn(line, lang).reduce((rest, [form]) => rest.replace(form, ''), line)
  return text.split('\n').map(cleaned).join('\n')
}

/**
 * What no Burmese in Unicode has, and Zawgyi has all the time. The order within a syllable is that
 * of Unicode Technical Note 11; CLDR's converter tells the two apart by the same signs. Zero and
 * seven are let through as consonants: they are often typed for the letters they look like.
 */
const zawgyi: [form: RegExp, what: string][] = [
  [/(?<![\u1000-\u102a\u103b-\u1040\u1047\u104e\u25cc])\u1031/, 'U+1031 before its consonant'],
  [/\u1031[\u103b-\u103e]/, 'U+1031 before a medial'],
  [/\u1039(?![\u1000-\u1021])/, 'U+1039 at the end of a syllable'],
  [/(?<![\u1000-\u102a\u103a\u103f\u1040\u1047\u104e\u25cc])\u103b/, 'U+103B before its consonant'],
  [/\u103a[\u102b-\u102e\u1032]/, 'U+103A before a vowel'],
]
const zawgyiLetters: (typeof zawgyi)[number] = [
  /[\u1033\u1034\u105a\u1060-\u1097]/,
  'letters that Burmese in Unicode does not use',
]
// Mon, Shan, Karen, Pa'O and their like have letters and an order of their own.
const otherMyanmarScript = new Set([
  'mnw',
  'shn',
  'ksw',
  'kjp',
  'pwo',
  'eky',
  'blk',
  'kht',
  'aio',
  'phk',
  'rki',
])

/**
 * Finds Burmese that is written in the encoding of the Zawgyi font, which other phones show as
 * nonsense. One problem a file.
 */
export function checkZawgyi({ file, lang, written }: SourceFile): Problem[] {
  const base = lang.split('-')[0] as string
  if (otherMyanmarScript.has(base)) return []
  // In a file in another language, a title may be Shan or Mon, and have such letters by right.
  const signs = base === 'my' ? [...zawgyi, zawgyiLetters] : zawgyi
  const found = written.split('\n').flatMap((text, i) => {
    const sign = signs.find(([form]) => form.test(text))
    return sign ? [{ line: i + 1, what: sign[1] }] : []
  })
  const [first] = found
  if (!first) return []
  const more = found.length > 1 ? ` So are ${found.length - 1} more lines.` : ''
  return [
    {
      file,
      line: first.line,
      message: `The line is in Zawgyi encoding: ${first.what}.${more} Convert the file to Unicode.`,
    },
  ]
}

/**
 * Holds a chapter's sentences against what a reader at level B1 can follow, in languages where that
 * can be measured.
 */
export function checkReading(
  { file, lang }: Pick<SourceFile, 'file' | 'lang'>,
  sentences: Sentence[],
): Problem[] {
  if (!measuredLanguages.has(lang)) return []
  const problems: Problem[] = []
  for (const { text, line } of sentences) {
    const { length } = wordsIn(text, lang)
    if (length > readingLimits.longest)
      problems.push({
        file,
        line,
        message: `A sentence has ${length} words; ${readingLimits.longest} is the most: "${text.slice(0, 50)}…"`,
      })
  }
  const { average, lix } = measureReading(sentences, lang)
  if (average > readingLimits.average)
    problems.push({
      file,
      line: 1,
      message: `The sentences have ${average.toFixed(1)} words on average; ${readingLimits.average} is the most.`,
    })
  if (lix > readingLimits.lix)
    problems.push({
      file,
      line: 1,
      message: `The LIX is ${lix.toFixed(0)}; ${readingLimits.lix} is the most. Use shorter words and sentences.`,
    })
  return problems
}
