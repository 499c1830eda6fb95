import { type Catalogue, chapterAddress, inLanguage, type Lang } from '../courses/model/chapter.ts'
import { nameOf } from '../courses/model/chapter-name.ts'
import type { NotePlace, StoredNote } from './note-store.server.ts'

/** The titles of a section and its chapter, and where it is read. */
export interface PlaceTitles {
  chapterTitle: string
  sectionTitle: string
  /** The languages of the chapter's title and of the section's, where they are not the page's. */
  chapterLang: string | null
  lang: string | null
  address: string
}

/** The address of the page on which a note is written. */
export function noteAddress({ course, chapter, section }: NotePlace, lang: Lang): string {
  return `/${lang}/courses/${course}/${chapter}/notes/${section}`
}

/** A section in a language, as the course has it now; null where it has none such. */
export function findSection(
  { courses }: Catalogue,
  { course: id, chapter: slug, section }: NotePlace,
  lang: Lang,
): PlaceTitles | null {
  const course = courses.get(id)
  const chapter = course?.chapters.find((one) => one.slug === slug)
  if (!course || !chapter) return null
  const { text } = inLanguage(chapter.texts, lang, course.source)
  const name = nameOf(course, chapter, lang)
  const found = text.sections.find(({ id, depth }) => id === section && depth === 2)
  return (
    (found && {
      chapterTitle: name.title,
      chapterLang: name.lang,
      sectionTitle: found.title,
      lang: name.textLang,
      address: `${chapterAddress(chapter, { tag: lang })}#${section}`,
    }) ??
    null
  )
}

/** A note as its list shows it. */
export interface ListedNote extends StoredNote {
  /** Where its section is read; null where the course has it no more, and the titles are old. */
  readAt: string | null
  writeAt: string
  chapterLang: string | null
  lang: string | null
}

/** The notes of a chapter, in the order of its sections. */
export interface NotesOfChapter {
  id: string
  title: string
  notes: ListedNote[]
}

/**
 * Notes by chapter, in the order of the courses, each with its section's title as it is now. Those
 * whose place is gone come last, with their titles as they were.
 */
export function listNotes(
  catalogue: Catalogue,
  notes: readonly StoredNote[],
  lang: Lang,
): NotesOfChapter[] {
  const orderOf = new Map(
    [...catalogue.courses.values()]
      .flatMap((course) =>
        course.chapters.flatMap((chapter) =>
          inLanguage(chapter.texts, lang, course.source).text.sections.map(
            ({ id }) => `${course.id} ${chapter.slug} ${id}`,
          ),
        ),
      )
      .map((key, index) => [key, index]),
  )
  const order = ({ course, chapter, section }: NotePlace) =>
    orderOf.get(`${course} ${chapter} ${section}`) ?? Number.POSITIVE_INFINITY
  const chapters = new Map<string, NotesOfChapter>()
  for (const note of [...notes].sort((a, b) =>
    order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0,
  )) {
    const now = findSection(catalogue, note, lang)
    const listed = {
      ...note,
      ...now,
      chapterLang: now?.chapterLang ?? null,
      lang: now?.lang ?? null,
      readAt: now?.address ?? null,
      writeAt: noteAddress(note, lang),
    }
    const key = `${note.course} ${note.chapter} ${now ? '' : note.chapterTitle}`
    const chapter = chapters.get(key) ?? {
      id: now ? note.chapter : '',
      title: listed.chapterTitle,
      notes: [],
    }
    chapter.notes.push(listed)
    chapters.set(key, chapter)
  }
  return [...chapters.values()]
}
