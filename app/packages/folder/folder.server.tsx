import type { ReactNode } from 'react'
import type { Chapter } from '../../courses/model/chapter.ts'
import type { Tool } from '../../courses/tools/tool.ts'
import { toolsOf } from '../../courses/tools/tool-page.server.ts'
import { translate } from '../../i18n/i18n.ts'
import { type Language, languages } from '../../i18n/languages.ts'
import { type Book, chapterTextOf, courseTextOf } from '../book.ts'
import { CountryList, Glossary } from '../book-index.tsx'
import { asScript, collectData } from '../collect-data.ts'
import { compileScript, compileStyle } from '../compile-assets.server.ts'
import { chapterBody } from '../html/chapter-body.server.tsx'
import { htmlPage } from '../html/html-page.ts'
import { escapeText, type LinkTarget, placeLinks } from '../place-links.ts'
import { renderMarkup } from '../render-chapter.server.tsx'
import { dataId } from '../script/book-data.ts'
import { ToolInBook, toolsOfBook } from '../tool-in-book.server.tsx'
import { type PackedFile, zipFiles } from '../zip-files.ts'
import { folderTarget, siteFiles, toolFile } from './site-files.ts'
import { ChapterWays, Contents, SearchForm, Toolbox, TopBar } from './site-parts.server.tsx'
import { placesOf } from './site-places.ts'

const style = '../book.css'
const script = '../book.js'

/** The books of a course in each language that it has a text in, the one asked for first. */
export function booksOf(book: Book): Book[] {
  const others = languages.filter(
    ({ tag }) => tag !== book.language.tag && book.course.texts.has(tag),
  )
  return [book, ...others.map((language) => ({ ...book, language }))]
}

interface Edition {
  book: Book
  /** The same book in each of its languages. */
  books: Book[]
  target: LinkTarget
}

const languagesOf = (books: Book[]): Language[] => books.map(({ language }) => language)

function page({ book }: Edition, name: string, body: string, title: string): PackedFile {
  const { language } = book
  const content = htmlPage({ title, language, style, script, body })
  return { name: `${language.tag}/${name}`, content }
}

/** Something of the site as markup, with its links to the site led to the files of the folder. */
function placed({ book, target }: Edition, children: ReactNode): string {
  const courseAddress = `/${book.language.tag}/courses/${book.course.id}`
  return placeLinks(renderMarkup(book, children), { slug: '', courseAddress }, target)
}

/** A page that is no chapter: the bar, and markup below it. */
function plainPage(
  edition: Edition,
  name: string,
  markup: string,
  books = edition.books,
): PackedFile {
  const { book } = edition
  const body = renderMarkup(
    book,
    <div className="book">
      <TopBar languages={languagesOf(books)} here={book.language} file={name} />
      <main className="back" dangerouslySetInnerHTML={{ __html: markup }} />
    </div>,
  )
  return page(edition, name, body, book.title)
}

function chapterPage(edition: Edition, chapter: Chapter): PackedFile {
  const { book, books, target } = edition
  const { text } = chapterTextOf(book, chapter)
  const file = `${chapter.slug}.html`
  const own = books.filter((one) => !chapterTextOf(one, chapter).isFallback)
  const tools = toolsOf(book.course, chapter.number, book.language.tag)
  const body = chapterBody(book, chapter, {
    target,
    before: <TopBar languages={languagesOf(own)} here={book.language} file={file} />,
    after: <ChapterWays book={book} chapter={chapter} target={target} tools={tools} />,
  })
  return page(edition, file, body, text.title)
}

function toolPages(edition: Edition): PackedFile[] {
  const { book, books } = edition
  const has = ({ texts }: Tool, { language }: Book) => texts.has(language.tag)
  return toolsOfBook(book)
    .filter((tool) => has(tool, book))
    .map((tool) =>
      plainPage(
        edition,
        toolFile(tool.slug),
        placed(edition, <ToolInBook book={book} tool={tool} />),
        books.filter((one) => has(tool, one)),
      ),
    )
}

function searchPage(edition: Edition): PackedFile {
  const { book, target } = edition
  const file = plainPage(edition, siteFiles.search, renderMarkup(book, <SearchForm />))
  const data = { ...collectData(book, [], target), places: placesOf(book, target) }
  const packed = `<script type="text/plain" id="${dataId}">${asScript(data)}</script>\n<script src=`
  return { ...file, content: String(file.content).replace('<script src=', packed) }
}

function filesOf(edition: Edition): PackedFile[] {
  const { book, target } = edition
  const own = book.chapters.filter((chapter) => !chapterTextOf(book, chapter).isFallback)
  const show = (children: ReactNode) => renderMarkup(book, children)
  const note = translate(book.language)('packages:folderNote')
  return [
    plainPage(
      edition,
      siteFiles.contents,
      show(<Contents book={book} target={target} note={note} />),
    ),
    ...own.map((chapter) => chapterPage(edition, chapter)),
    plainPage(edition, siteFiles.glossary, show(<Glossary book={book} target={target} />)),
    plainPage(edition, siteFiles.countries, show(<CountryList book={book} target={target} />)),
    plainPage(edition, siteFiles.toolbox, placed(edition, <Toolbox book={book} />)),
    ...toolPages(edition),
    searchPage(edition),
  ]
}

/** The first page: the languages, each under its own name. */
function firstPage(books: Book[]): PackedFile {
  const [{ language, title }] = books as [Book, ...Book[]]
  const links = books.map(
    (book) =>
      `<li><a href="${book.language.tag}/${siteFiles.contents}" lang="${book.language.tag}" dir="${book.language.dir}">${escapeText(book.language.name)}: ${escapeText(courseTextOf(book).title)}</a></li>`,
  )
  const body = `<div class="book"><main class="front"><h1>${escapeText(title)}</h1>\n<ul class="chapters">${links.join('\n')}</ul></main></div>`
  return {
    name: 'index.html',
    content: htmlPage({ title, language, style: 'book.css', script: null, body }),
  }
}

/** The files of the course as a folder of pages, in all its languages. */
export async function folderFiles(book: Book): Promise<PackedFile[]> {
  const [bookScript, bookStyle] = await Promise.all([
    compileScript(),
    compileStyle('folder/folder.css'),
  ])
  const books = booksOf(book)
  return [
    firstPage(books),
    ...books.flatMap((one) => filesOf({ book: one, books, target: folderTarget(one) })),
    { name: 'book.css', content: bookStyle },
    { name: 'book.js', content: bookScript },
  ]
}

/**
 * The course as a folder of pages, in all its languages, packed as one ZIP: for a memory stick or a
 * web server of one's own. It loads nothing from elsewhere and needs nobody to answer.
 */
export async function makeFolder(book: Book): Promise<Uint8Array> {
  return zipFiles(await folderFiles(book))
}
