import { type Course, inLanguage } from '../../courses/chapter.ts'
import { type NamedChapter, nameChapter } from '../plan/planned-chapters.ts'

/** A section as the page about what was hard shows it. */
export interface ShownSection {
  id: string
  title: string
  address: string
  /** Whether oneself found it hard. */
  isOwn: boolean
  /** Whether five people or more did. */
  isHard: boolean
}

/** The chapters of a plan with their sections, and which of them were hard. */
export function showHard(options: {
  course: Course
  chapters: readonly string[]
  lang: string
  own: readonly { chapter: string; section: string }[]
  hard: readonly { chapter: string; section: string }[]
}): { chapter: NamedChapter; sections: ShownSection[] }[] {
  const { course, chapters, lang, own, hard } = options
  return chapters.flatMap((slug) => {
    const chapter = nameChapter(course, slug, lang)
    const found = course.chapters.find((one) => one.slug === slug)
    if (!chapter || !found) return []
    const isIn = (marks: typeof own, id: string) => marks.some((mark) => mark.chapter === slug && mark.section === id)
    const sections = inLanguage(found.texts, lang, course.source).text.sections.filter(({ depth }) => depth === 2)
    return [
      {
        chapter,
        sections: sections.map(({ id, title }) => ({
          id,
          title,
          address: `${chapter.address}#${id}`,
          isOwn: isIn(own, id),
          isHard: isIn(hard, id),
        })),
      },
    ]
  })
}
