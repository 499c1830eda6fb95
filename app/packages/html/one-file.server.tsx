import type { ReactNode } from 'react'
import { figuresFor } from '../../courses/parse/illustration.ts'
import { Figures } from '../../courses/view/picture.tsx'
import { translate } from '../../i18n/i18n.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { type Book, chapterTextOf, courseTextOf, partsOf } from '../book.ts'
import { CountryList, Edition, Glossary } from '../book-index.tsx'
import { asScript, collectData } from '../collect-data.ts'
import { compileScript, compileStyle } from '../compile-assets.server.ts'
import { type LinkTarget, placedId } from '../place-links.ts'
import {
  languageOf,
  NamedChapter,
  renderChapter,
  renderKey,
  renderMarkup,
} from '../render-chapter.server.tsx'
import { dataId } from '../script/book-data.ts'
import { onePageFile } from './html-page.ts'
import { usedStyle } from './used-style.ts'

/** Where links lead within one file that holds these chapters. */
export function oneFileTarget(book: Book): LinkTarget {
  const slugs = new Set([...book.chapters.map(({ slug }) => slug), 'glossary'])
  return (path, id) => {
    if (!slugs.has(path)) return null
    return `#${id === null ? path : placedId(path, id)}`
  }
}

/** The first page: what this is, its contents, and what leaving it on a device means. */
export function Front({ book, children }: { book: Book; children?: ReactNode }) {
  const { t } = useTexts()
  const { title, summary } = courseTextOf(book)
  return (
    <header className="front">
      <h1>{title}</h1>
      <p className="lead">{summary}</p>
      {children}
      <nav aria-labelledby="contents">
        <h2 id="contents">{t('courses:contents')}</h2>
        {partsOf(book).map((part) => (
          <section key={part.id} className="part">
            <h2>{part.title}</h2>
            <ul className="chapters">
              {part.chapters.map((chapter) => (
                <li key={chapter.slug}>
                  <a href={`#${chapter.slug}`}>
                    <NamedChapter book={book} chapter={chapter} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <ul className="chapters">
          <li>
            <a href="#glossary">{t('courses:glossary')}</a>
          </li>
          <li>
            <a href="#countries">{t('courses:comments')}</a>
          </li>
          <li className="key-part">
            <a href="#answers">{t('packages:answers')}</a>
          </li>
        </ul>
      </nav>
    </header>
  )
}

/** Search and the choice of a country, out of sight until the script that they need is there. */
function ToolBar() {
  const { t } = useTexts()
  return (
    <div className="tool-bar" hidden>
      <form data-search="">
        <label>
          {t('packages:searchLabel')}
          <input type="search" maxLength={100} />
        </label>
        <button type="submit">{t('packages:search')}</button>
      </form>
      <label>
        {t('packages:commentsFrom')}
        <select data-countries="">
          <option>{t('packages:allCountries')}</option>
        </select>
      </label>
    </div>
  )
}

// Ends of elements that HTML lets one leave out before what follows.
const neededByNobody =
  /<\/li>(?=<li|<\/[ou]l>)|<\/p>(?=<(?:p|ul|ol|div|section|table|h[1-6])[ >])|<\/t[dh]>(?=<t[dh]|<\/tr>)/g

/** Markup of React, without what HTML can do without. */
const short = (markup: string) => markup.replaceAll('&#x27;', "'").replace(neededByNobody, '')

/**
 * The book as one HTML file that loads nothing: it opens from a stick or a message. Without script
 * it is read, with the key at its end; with script the self-checks answer, and it can be searched.
 */
export async function makeOneFile(book: Book): Promise<Uint8Array> {
  const target = oneFileTarget(book)
  const [script, wholeStyle] = await Promise.all([compileScript(), compileStyle('html/book.css')])
  const pictures = book.chapters.flatMap((chapter) => [
    ...chapterTextOf(book, chapter).text.illustrations.values(),
  ])
  const t = translate(book.language)
  const chapters = book.chapters.map((chapter) => ({
    chapter,
    html: renderChapter(book, chapter, { components: {}, target, withWords: false }),
    key: renderKey(book, chapter, { target }, chapterTextOf(book, chapter).text.title),
  }))
  const body = renderMarkup(
    book,
    <div className="book">
      <Figures symbols={figuresFor(pictures, book.course.figures)} />
      <Front book={book}>
        <p className="notice">{t('packages:fileNote')}</p>
        <Edition book={book} />
        <ToolBar />
      </Front>
      <main>
        {chapters.map(({ chapter, html }) => (
          <article
            key={chapter.slug}
            className="chapter"
            id={chapter.slug}
            {...languageOf(book, chapter)}
            dangerouslySetInnerHTML={{ __html: html }}
          />
        ))}
      </main>
      <div className="back">
        <Glossary book={book} target={target} />
        <CountryList book={book} target={target} />
        <section className="key-part">
          <h1 id="answers">{t('packages:answers')}</h1>
          {chapters.map(({ chapter, key }) => (
            <div
              key={chapter.slug}
              {...languageOf(book, chapter)}
              dangerouslySetInnerHTML={{ __html: key }}
            />
          ))}
        </section>
      </div>
    </div>,
  )
  const style = usedStyle(wholeStyle, body, script)
  const data = asScript(collectData(book, book.chapters, target))
  const page = onePageFile({
    title: book.title,
    language: book.language,
    style,
    body: short(body),
    data: `<script type="text/plain" id="${dataId}">${data}</script>`,
    script,
  })
  return new TextEncoder().encode(page)
}
