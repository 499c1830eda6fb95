import { type Book, chapterTextOf } from '../book.ts'
import { type LinkTarget, placedId } from '../place-links.ts'

/** The names of the files of a language that are no chapter and no tool. */
export const siteFiles = {
  contents: 'index.html',
  glossary: 'glossary.html',
  countries: 'countries.html',
  toolbox: 'toolbox.html',
  search: 'search.html',
} as const

/** The name of a tool's file. No chapter can be called so: their names have no underscore. */
export const toolFile = (slug: string) => `tool_${slug}.html`

/**
 * Where links lead among the files of a folder, as seen from a file of the book's language. A
 * chapter or tool that is not translated stands once, among those of the course's source.
 */
export function folderTarget(book: Book): LinkTarget {
  const { course } = book
  const fromSource = `../${course.source}/`
  const chapters = new Map(
    book.chapters.map((chapter) => [
      chapter.slug,
      `${chapterTextOf(book, chapter).isFallback ? fromSource : ''}${chapter.slug}.html`,
    ]),
  )
  const numbers = new Set(book.chapters.map(({ number }) => number))
  const others = new Map<string, string>([
    ['glossary', siteFiles.glossary],
    ['tools', siteFiles.toolbox],
    ...[...course.tools.values()]
      .filter(({ chapter }) => numbers.has(chapter))
      .map(({ slug, texts }): [string, string] => [
        `tools/${slug}`,
        `${texts.has(book.language.tag) ? '' : fromSource}${toolFile(slug)}`,
      ]),
  ])
  return (path, id) => {
    const file = chapters.get(path) ?? others.get(path)
    if (file === undefined) return null
    return id === null ? file : `${file}#${placedId(path, id)}`
  }
}
