import type { Course, Lang, TranslatedName } from '../model/chapter.ts'

/** A chapter's folder, and the languages in which it has a text. */
export interface ListedChapter {
  folder: string
  langs: readonly Lang[]
}

/** Names of chapters as a course's words have them: one half may still be missing. */
export type WrittenNames = Readonly<Record<string, Partial<TranslatedName>>>

const slugOf = ({ folder }: Pick<ListedChapter, 'folder'>) => folder.slice(3)

/** Those names that are whole, by slug. */
export function wholeNames(written: WrittenNames): Map<string, TranslatedName> {
  return new Map(
    Object.entries(written).flatMap(([slug, { title, summary }]) =>
      title && summary ? [[slug, { title, summary }] as const] : [],
    ),
  )
}

/**
 * Holds the names of chapters in a language against the chapters: each is one of the course's that
 * has no text in that language. Gives a message by slug.
 */
export function checkChapterNames(
  lang: Lang,
  written: WrittenNames,
  chapters: readonly ListedChapter[],
): { slug: string; message: string }[] {
  return Object.keys(written).flatMap((slug) => {
    const chapter = chapters.find((one) => slugOf(one) === slug)
    if (!chapter) {
      const open = chapters.filter(({ langs }) => !langs.includes(lang)).map(slugOf)
      const advice =
        open.length > 0
          ? `Chapters that need a name here are: ${open.join(', ')}.`
          : 'Every chapter has its own text here, so none needs a name.'
      return [{ slug, message: `No chapter of this course is called "${slug}". ${advice}` }]
    }
    if (!chapter.langs.includes(lang)) return []
    return [
      {
        slug,
        message: `The chapter "${slug}" has its own text in this language, and its title stands there: ${chapter.folder}/${lang}.mdx. Take it out here, or let \`npm run translations -- fill ${lang} names\` do it.`,
      },
    ]
  })
}

/**
 * Tells for each language which chapters have neither a text nor a name there, so that they are
 * named in the source's language. Empty where there is none.
 */
export function describeMissingNames({
  texts,
  chapters,
  source,
}: Pick<Course, 'texts' | 'chapters' | 'source'>): string {
  const lines = [...texts].flatMap(([lang, { chapters: names }]) => {
    const missing = chapters
      .filter((one) => !one.texts.has(lang) && !names.has(one.slug))
      .map(({ slug }) => slug)
    return missing.length > 0 ? [`  ${lang}: ${missing.join(', ')}`] : []
  })
  if (lines.length === 0) return ''
  return [
    `Without a title and a summary in a language, and so named in "${source}" there:`,
    ...lines,
  ].join('\n')
}
