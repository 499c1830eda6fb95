import { type Course, inLanguage, type Lang } from './chapter.ts'

/** A term as the glossary page shows it, with the chapters in which it stands. */
export interface GlossaryEntry {
  id: string
  term: string
  explanation: string
  chapters: { slug: string; title: string }[]
}

/**
 * A course's terms in a language, in that language's alphabetical order, grouped by first letter.
 */
export function listGlossary(
  course: Course,
  lang: Lang,
): { letter: string; entries: GlossaryEntry[] }[] {
  const { text } = inLanguage(course.texts, lang, course.source)
  const entries = [...text.glossary].map(([id, { term, explanation }]) => ({
    id,
    term,
    explanation,
    chapters: course.chapters
      .map((chapter) => ({
        slug: chapter.slug,
        text: inLanguage(chapter.texts, lang, course.source).text,
      }))
      .filter((chapter) => chapter.text.terms.includes(id))
      .map(({ slug, text }) => ({ slug, title: text.title })),
  }))
  entries.sort((a, b) => a.term.localeCompare(b.term, lang))
  const groups: { letter: string; entries: GlossaryEntry[] }[] = []
  for (const entry of entries) {
    const letter = (entry.term[0] as string).toLocaleUpperCase(lang)
    if (groups.at(-1)?.letter !== letter) groups.push({ letter, entries: [] })
    groups.at(-1)?.entries.push(entry)
  }
  return groups
}
