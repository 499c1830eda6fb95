import { inLanguage } from '../../courses/model/chapter.ts'
import { countryName } from '../../courses/model/countries.ts'
import { plainTexts } from '../../courses/tools/tool.ts'
import { wordId } from '../../courses/view/chapter-view.tsx'
import { type Book, chapterNameOf, chapterTextOf, courseTextOf } from '../book.ts'
import type { LinkTarget } from '../place-links.ts'
import type { BookPlace } from '../script/book-data.ts'

/** A place, and the chapter that it belongs to; none for a word. */
export interface PlaceOfChapter {
  of: string | null
  place: BookPlace
}

/**
 * What can be found in a book: chapters, sections, comments, questions, words and tools. Of a
 * question only what it asks.
 */
export function placesOf(book: Book, target: LinkTarget): BookPlace[] {
  return placesByChapter(book, target).map(({ place }) => place)
}

/** The same, each with its chapter. */
export function placesByChapter(book: Book, target: LinkTarget): PlaceOfChapter[] {
  const { course, language } = book
  const at = (path: string, id: string | null) => target(path, id) ?? ''
  const chapters = book.chapters.flatMap((chapter) => {
    const { slug } = chapter
    const { text } = chapterTextOf(book, chapter)
    const name = chapterNameOf(book, chapter)
    const passages = (section: string | null) =>
      text.plain
        .filter((one) => one.kind === 'text' && one.section === section)
        .map((one) => one.text)
        .join(' ')
    const place = (id: string | null, section: string, words: string): BookPlace => ({
      address: at(slug, id),
      chapter: name.title,
      section,
      text: words,
    })
    return [
      place(null, '', `${name.summary} ${passages(null)}`),
      ...text.sections.map(({ id, title }) => place(id, title, passages(id))),
      ...text.comments.map(({ id, about, country }) =>
        place(
          id,
          `${countryName(country, language.tag)}: ${about}`,
          text.plain
            .filter((one) => one.id === id)
            .map((one) => one.text)
            .join(' '),
        ),
      ),
      ...text.questions.map(({ id, prompt }) => place(id, '', prompt)),
    ].map((place) => ({ of: slug as string | null, place }))
  })
  const words = [...courseTextOf(book).glossary].map(
    ([id, { term, explanation }]): PlaceOfChapter => ({
      of: null,
      place: {
        address: at('glossary', wordId(id)),
        chapter: term,
        section: '',
        text: explanation,
      },
    }),
  )
  const slugs = new Map(book.chapters.map(({ number, slug }) => [number, slug]))
  const tools = [...course.tools.values()].map(({ slug, chapter, texts }): PlaceOfChapter => {
    const { text } = inLanguage(texts, language.tag, course.source)
    return {
      of: slugs.get(chapter) ?? null,
      place: {
        address: at(`tools/${slug}`, null),
        chapter: text.title,
        section: '',
        text: plainTexts(text).join(' '),
      },
    }
  })
  return [...chapters, ...words, ...tools].filter(({ place }) => place.address !== '')
}
