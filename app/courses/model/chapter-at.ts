import { type Catalogue, chapterAddress, inLanguage, type Lang } from './chapter.ts'
import { nameOf } from './chapter-name.ts'

/**
 * A chapter's title and address in a language, and the titles of its sections; of one that is not
 * in the book any more, only its name.
 */
export function chapterAt(
  { courses }: Catalogue,
  place: { course: string; chapter: string },
  lang: Lang,
): { title: string; address: string | null; sections: { id: string; title: string }[] } {
  const course = courses.get(place.course)
  const chapter = course?.chapters.find(({ slug }) => slug === place.chapter)
  if (!course || !chapter) return { title: place.chapter, address: null, sections: [] }
  const { title } = nameOf(course, chapter, lang)
  const { sections } = inLanguage(chapter.texts, lang, course.source).text
  return { title, address: chapterAddress(chapter, { tag: lang }), sections }
}
