import { localeOf } from '../../i18n/locale.ts'
import { type Course, inLanguage, type Lang } from './chapter.ts'
import { nameOf } from './chapter-name.ts'

/** A term as the glossary page shows it, with the chapters in which it stands. */
export interface GlossaryEntry {
  id: string
  term: string
  explanation: string
  /** `lang` is the title’s where that is not the page’s. */
  chapters: { slug: string; title: string; lang: Lang | null }[]
}

/**
 * A course's terms in a language, in that language's alphabetical order, grouped by first letter.
 * `lang` is that of the terms where it is not the one asked for.
 */
export function listGlossary(
  course: Course,
  lang: Lang,
): { lang: Lang | null; groups: { letter: string; entries: GlossaryEntry[] }[] } {
  const { text, lang: own, isFallback } = inLanguage(course.texts, lang, course.source)
  const entries = [...text.glossary].map(([id, { term, explanation }]) => ({
    id,
    term,
    explanation,
    chapters: course.chapters
      .filter(({ texts }) => inLanguage(texts, lang, course.source).text.terms.includes(id))
      .map((chapter) => {
        const { title, lang: titleLang } = nameOf(course, chapter, lang)
        return { slug: chapter.slug, title, lang: titleLang }
      }),
  }))
  entries.sort((a, b) => a.term.localeCompare(b.term, localeOf(own)))
  const groups: { letter: string; entries: GlossaryEntry[] }[] = []
  for (const entry of entries) {
    const letter = (entry.term[0] as string).toLocaleUpperCase(own)
    if (groups.at(-1)?.letter !== letter) groups.push({ letter, entries: [] })
    groups.at(-1)?.entries.push(entry)
  }
  return { lang: isFallback ? own : null, groups }
}
