import type { ChapterSource, CourseSource } from '../../app/courses/checks/course-source.ts'
import { readMarkup } from '../../app/courses/parse/parse-chapter.ts'

/** A chapter as the checks of a book take it; its text begins on line 1. */
export function testChapter(written: string, lang = 'en', folder = '01-a'): ChapterSource {
  const file = `${folder}/${lang}.mdx`
  return { folder, lang, file, written, markup: readMarkup(written, file).markup }
}

/**
 * A book of these chapters, whose glossary has these terms in each language:
 * `{ en: { quorum: 'quorum' } }`.
 */
export function testBook(
  chapters: ChapterSource[],
  terms: Record<string, Record<string, string>> = {},
  rest: Partial<CourseSource> = {},
): CourseSource {
  const glossaries = Object.entries(terms).map(([lang, words]) => ({
    lang,
    file: `glossary/${lang}.yaml`,
    written: Object.keys(words)
      .map((id) => `${id}:\n  term: …\n`)
      .join(''),
    terms: new Map(
      Object.entries(words).map(([id, term]) => [
        id,
        { term, explanation: 'Five words at the least.' },
      ]),
    ),
  }))
  return { source: 'en', chapters, glossaries, others: [], ...rest }
}

/** Problems as their author reads them. */
export const inWords = (problems: { file: string; line: number; message: string }[]) =>
  problems.map(({ file, line, message }) => `${file}:${line}  ${message}`)
