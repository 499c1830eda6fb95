import { parse } from 'yaml'
import { firstSentence } from '../../i18n/first-sentence.ts'
import type { Lang } from '../model/chapter.ts'
import { splitFrontMatter } from '../parse/remark-chapter.ts'
import { yamlText } from './yaml-blocks.ts'

/** A chapter that a language has no text of, with its source. */
export interface UntranslatedChapter {
  folder: string
  written: string
}

/** How the ids of chapters’ names begin, among the names of a course. */
export const chapterNames = 'chapters/'

/**
 * The names of a course as a language has to translate them: the course's own, and the title and the
 * first sentence of each chapter that the language has no text of. `isWanted` says which of those
 * stand in the result, by their ids.
 */
export function namesSource(
  own: string,
  source: Lang,
  chapters: readonly UntranslatedChapter[],
  isWanted: (id: string) => boolean = () => true,
): string {
  const lines = chapters.flatMap(({ folder, written }) => {
    const slug = folder.slice(3)
    const { title, summary } = parse(splitFrontMatter(written).frontMatter) ?? {}
    const texts = { title, summary: firstSentence(String(summary ?? ''), source) }
    const wanted = Object.entries(texts).filter(([name]) =>
      isWanted(`${chapterNames}${slug}/${name}`),
    )
    if (wanted.length === 0) return []
    return [
      `  ${slug}:`,
      ...wanted.map(([name, text]) => `    ${name}: ${yamlText(String(text ?? ''), '')}`),
    ]
  })
  const end = own.endsWith('\n') ? '' : '\n'
  return lines.length === 0 ? own : `${own}${end}chapters:\n${lines.join('\n')}\n`
}
