import type { ReactNode } from 'react'
import type { Chapter } from '../../courses/model/chapter.ts'
import { toolsOf } from '../../courses/tools/tool-page.server.ts'
import { languages } from '../../i18n/languages.ts'
import { langAttribute, localeOf } from '../../i18n/locale.ts'
import { hashSource, securityHeaders } from '../../safety/security-headers.ts'
import { type Book, chapterTextOf } from '../book.ts'
import { CountryList, Glossary } from '../book-index.tsx'
import { asScript, collectData } from '../collect-data.ts'
import { compileScript, compileStyle } from '../compile-assets.server.ts'
import { ChapterWays, Contents, SearchForm, Toolbox } from '../folder/site-parts.server.tsx'
import { placesByChapter } from '../folder/site-places.ts'
import { chapterBody } from '../html/chapter-body.server.tsx'
import { escapeText, type LinkTarget, placedId, placeLinks } from '../place-links.ts'
import { renderMarkup } from '../render-chapter.server.tsx'
import { dataId } from '../script/book-data.ts'
import { ToolInBook, toolsOfBook } from '../tool-in-book.server.tsx'
import { DeviceBar, MissingPage } from './device-bar.server.tsx'
import { type KeptPage, type KeptPages, missingPath, places } from './kept-pages.ts'

/** Where links lead among kept pages: to the addresses that the pages have on the site. */
export function deviceTarget({ course, language, chapters }: Book): LinkTarget {
  const base = `/${language.tag}/courses/${course.id}`
  const numbers = new Set(chapters.map(({ number }) => number))
  const known = new Set([
    'glossary',
    'tools',
    ...chapters.map(({ slug }) => slug),
    ...[...course.tools.values()]
      .filter(({ chapter }) => numbers.has(chapter))
      .map(({ slug }) => `tools/${slug}`),
  ])
  return (path, id) => {
    if (!known.has(path)) return null
    return `${base}/${path}${id === null ? '' : `#${placedId(path, id)}`}`
  }
}

interface Edition {
  book: Book
  base: string
  target: LinkTarget
}

function page(
  { book }: Edition,
  path: string,
  { title, body, chapter = null }: { title: string; body: string; chapter?: string | null },
): KeptPage {
  const { tag, dir } = book.language
  const html = `<!doctype html>
<html lang="${langAttribute(tag)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeText(title)}</title>
<style>${places.style}</style>
</head>
<body>
${body}
<script>${places.script}</script>
</body>
</html>
`
  return { path, chapter, html }
}

function Bar({ edition, path }: { edition: Edition; path: string }) {
  const { book, base } = edition
  const others = languages.filter(
    ({ tag }) => tag !== book.language.tag && book.course.texts.has(tag),
  )
  const bar = { base, lang: book.language.tag, others }
  return <DeviceBar {...bar} path={path === missingPath ? base : path} />
}

/** A page that is no chapter: the bar, and content below it. */
function plainPage(
  edition: Edition,
  path: string,
  content: ReactNode,
  { chapter = null, data = '' }: { chapter?: string | null; data?: string } = {},
): KeptPage {
  const { book } = edition
  const body = renderMarkup(
    book,
    <div className="book">
      <Bar edition={edition} path={path} />
      <main className="back">{content}</main>
    </div>,
  )
  return page(edition, path, { title: book.title, body: body + data, chapter })
}

/** Something of the site, with its links led to kept pages. */
function Placed({ edition, children }: { edition: Edition; children: ReactNode }) {
  const { book, base, target } = edition
  const markup = renderMarkup(book, children)
  const html = placeLinks(markup, { slug: '', courseAddress: base }, target)
  return <div dangerouslySetInnerHTML={{ __html: html }} />
}

function chapterPage(edition: Edition, chapter: Chapter): KeptPage {
  const { book, base, target } = edition
  const path = `${base}/${chapter.slug}`
  const tools = toolsOf(book.course, chapter.number, book.language.tag)
  const body = chapterBody(book, chapter, {
    target,
    before: <Bar edition={edition} path={path} />,
    after: <ChapterWays book={book} chapter={chapter} target={target} tools={tools} />,
  })
  const { title } = chapterTextOf(book, chapter).text
  return page(edition, path, { title, body, chapter: chapter.slug })
}

function pagesOf(edition: Edition): KeptPage[] {
  const { book, base, target } = edition
  const { tag } = book.language
  const slugs = new Map(book.chapters.map(({ number, slug }) => [number, slug]))
  // What its search finds is kept beside the pages, of the chosen chapters alone.
  const found = asScript(collectData(book, [], target))
  const data = `\n<script type="text/plain" id="${dataId}">${found}</script>`
  return [
    plainPage(edition, base, <Contents book={book} target={target} note={null} />),
    ...book.chapters.map((chapter) => chapterPage(edition, chapter)),
    plainPage(edition, `${base}/glossary`, <Glossary book={book} target={target} />),
    plainPage(edition, `/${tag}/countries`, <CountryList book={book} target={target} />),
    plainPage(
      edition,
      `${base}/tools`,
      <Placed edition={edition}>
        <Toolbox book={book} />
      </Placed>,
    ),
    ...toolsOfBook(book).map((tool) =>
      plainPage(
        edition,
        `${base}/tools/${tool.slug}`,
        <Placed edition={edition}>
          <ToolInBook book={book} tool={tool} />
        </Placed>,
        {
          chapter: slugs.get(tool.chapter) ?? null,
        },
      ),
    ),
    plainPage(edition, `/${tag}/search`, <SearchForm />, { data }),
    plainPage(edition, missingPath, <MissingPage />),
  ]
}

/**
 * The course's pages in one language, at the addresses that they have on the site, for a browser
 * that keeps them: reading, search and self-check without a connection. They know of nobody, and
 * come with the site's own security headers.
 */
export async function makeDevicePages(book: Book): Promise<Uint8Array> {
  const [script, style] = await Promise.all([
    compileScript('device/device-script.ts'),
    compileStyle('folder/folder.css'),
  ])
  const base = `/${book.language.tag}/courses/${book.course.id}`
  const headers = {
    ...securityHeaders({ styles: [hashSource(style)], scripts: [hashSource(script)] }),
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  }
  const target = deviceTarget(book)
  const kept: KeptPages = {
    edition: book.version,
    frame: { style, script, headers, locale: localeOf(book.language.tag) },
    pages: pagesOf({ book, base, target }),
    places: placesByChapter(book, target),
  }
  return new TextEncoder().encode(JSON.stringify(kept))
}
