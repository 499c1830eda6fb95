import { type LoadOptions, loadCatalogue } from '../../app/courses/load/load-catalogue.server.ts'
import type { Catalogue } from '../../app/courses/model/chapter.ts'
import { languages, pseudoRtl } from '../../app/i18n/languages.ts'
import { type Book, findBook } from '../../app/packages/book.ts'

/** A catalogue that is known to be whole; one that was checked before is not checked again. */
export async function catalogueOf(options: LoadOptions): Promise<Catalogue> {
  const loaded = await loadCatalogue({ ...options, trustsCache: true })
  if (loaded.kind === 'broken') throw new Error(JSON.stringify(loaded.problems))
  return loaded.catalogue
}

/** The first course of a catalogue as a book, with a title that must be escaped. */
export function bookOf(catalogue: Catalogue, lang: string, chapters: string[] = []): Book {
  const [course = ''] = catalogue.courses.keys()
  const asked = { course, lang, chapters, title: 'Notes <&>' }
  const book = findBook(catalogue, asked, [...languages, pseudoRtl])
  if ('asked' in book) throw new Error(JSON.stringify(book))
  return book
}
