import { type Course, inLanguage } from '../../courses/model/chapter.ts'
import { type NamedChapter, nameChapter } from '../plan/planned-chapters.ts'

/** A section as the page about what was hard shows it. */
export interface ShownSection {
  id: string
  title: string
  address: string
  /** Whether oneself found it hard. */
  isOwn: boolean
}

/**
 * The chapters of a plan with their sections, and which of them one found hard. Others' marks are
 * never looked at.
 */
export function showHard(options: {
  course: Course
  chapters: readonly string[]
  lang: string
  own: readonly { chapter: string; section: string }[]
}): { chapter: NamedChapter; sections: ShownSection[] }[] {
  const { course, chapters, lang, own } = options
  return chapters.flatMap((slug) => {
    const chapter = nameChapter(course, slug, lang)
    const found = course.chapters.find((one) => one.slug === slug)
    if (!chapter || !found) return []
    const sections = inLanguage(found.texts, lang, course.source).text.sections.filter(
      ({ depth }) => depth === 2,
    )
    return [
      {
        chapter,
        sections: sections.map(({ id, title }) => ({
          id,
          title,
          address: `${chapter.address}#${id}`,
          isOwn: own.some((mark) => mark.chapter === slug && mark.section === id),
        })),
      },
    ]
  })
}
