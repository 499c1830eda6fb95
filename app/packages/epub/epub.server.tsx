import type { Chapter } from '../../courses/model/chapter.ts'
import { wordId } from '../../courses/view/chapter-view.tsx'
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
import { zipFiles } from '../zip-files.ts'
import { type EpubFile, packageDocument } from './package-document.ts'
import { pictureFile } from './picture-file.ts'
import { xhtmlPage } from './xhtml-page.ts'

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="book/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

/** Where links lead among the files of an EPUB. */
function epubTarget(book: Book): LinkTarget {
  const slugs = new Set([...book.chapters.map(({ slug }) => slug), 'glossary'])
  return (path, id) => {
    if (!slugs.has(path)) return null
    return id === null ? `${path}.xhtml` : `${path}.xhtml#${placedId(path, id)}`
  }
}

/** What an EPUB shows otherwise than a page: pictures as files, words that lead to their meaning. */
function componentsFor(book: Book, chapter: Chapter, withPictures: boolean) {
  const { illustrations } = chapterTextOf(book, chapter).text
  const Illustration = ({ file }: { file: string }) => {
    const { t } = useTexts()
    const picture = illustrations.get(file)
    if (!picture) return null
    return (
      <figure>
        {withPictures ? (
          <img src={`pictures/${chapter.slug}-${file}`} alt={picture.alt} />
        ) : (
          <p>
            {t('packages:picture')} {picture.alt}
          </p>
        )}
        {picture.caption && <figcaption>{picture.caption}</figcaption>}
      </figure>
    )
  }
  const Term = ({ id, children }: { id: string; children?: React.ReactNode }) => (
    <a className="term" href={`#${wordId(id)}`}>
      {children}
    </a>
  )
  return { Illustration, Term }
}

function Contents({ book }: { book: Book }) {
  const { t } = useTexts()
  const back: [string, string][] = [
    ['glossary.xhtml', t('courses:glossary')],
    ['countries.xhtml', t('courses:comments')],
  ]
  return (
    <ol>
      {partsOf(book).map((part) => (
        <li key={part.id}>
          <span>{part.title}</span>
          <ol>
            {part.chapters.map((chapter) => {
              const { text } = chapterTextOf(book, chapter)
              const sections = text.sections.filter(({ depth }) => depth === 2)
              return (
                <li key={chapter.slug}>
                  <a href={`${chapter.slug}.xhtml`}>
                    <NamedChapter book={book} chapter={chapter} />
                  </a>
                  {sections.length > 0 && (
                    <ol {...languageOf(book, chapter)}>
                      {sections.map(({ id, title }) => (
                        <li key={id}>
                          <a href={`${chapter.slug}.xhtml#${placedId(chapter.slug, id)}`}>
                            {title}
                          </a>
                        </li>
                      ))}
                    </ol>
                  )}
                </li>
              )
            })}
          </ol>
        </li>
      ))}
      {back.map(([file, title]) => (
        <li key={file}>
          <a href={file}>{title}</a>
        </li>
      ))}
    </ol>
  )
}

function frontFiles(book: Book): EpubFile[] {
  const { language } = book
  const t = translate(language)
  const { title, summary } = courseTextOf(book)
  const front = renderMarkup(
    book,
    <section>
      <h1>{title}</h1>
      <p className="lead">{summary}</p>
      <p className="notice">{t('packages:fileNote')}</p>
      <Edition book={book} />
      <p className="quiet">{t('pages:footerLicence')}</p>
    </section>,
  )
  const heading = `<h1 id="contents">${t('courses:contents')}</h1>`
  const contents = renderMarkup(book, <Contents book={book} />)
  const nav = `<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">${heading}${contents}</nav>`
  const page = (name: string, body: string): EpubFile => ({
    name,
    content: xhtmlPage({ title: book.title, language, body }),
    type: 'application/xhtml+xml',
  })
  return [page('front.xhtml', front), { ...page('nav.xhtml', nav), properties: 'nav' }]
}

function chapterFile(book: Book, chapter: Chapter, withPictures: boolean): EpubFile {
  const target = epubTarget(book)
  const components = componentsFor(book, chapter, withPictures)
  const text = renderChapter(book, chapter, { components, target, withWords: true })
  const key = renderKey(book, chapter, { target }, translate(book.language)('packages:answers'))
  const data = asScript({ ...collectData(book, [chapter], target), countries: [] })
  const { lang, dir } = languageOf(book, chapter)
  const ownLanguage = lang ? ` lang="${lang}" xml:lang="${lang}" dir="${dir}"` : ''
  const body = `<article class="chapter" id="${chapter.slug}"${ownLanguage}>
${text}
${key}
</article>
<script type="text/plain" id="${dataId}">${data}</script>
<script src="book.js"></script>`
  return {
    name: `${chapter.slug}.xhtml`,
    content: xhtmlPage({
      title: chapterTextOf(book, chapter).text.title,
      language: book.language,
      body,
    }),
    type: 'application/xhtml+xml',
    properties: 'scripted',
  }
}

function backFiles(book: Book): EpubFile[] {
  const { language } = book
  const target = epubTarget(book)
  const page = (name: string, body: React.ReactNode): EpubFile => ({
    name,
    content: xhtmlPage({ title: book.title, language, body: renderMarkup(book, body) }),
    type: 'application/xhtml+xml',
  })
  return [
    page('glossary.xhtml', <Glossary book={book} target={target} />),
    page('countries.xhtml', <CountryList book={book} target={target} />),
  ]
}

function pictureFiles(book: Book): EpubFile[] {
  return book.chapters.flatMap((chapter) =>
    [...chapterTextOf(book, chapter).text.illustrations].map(([file, { svg }]) => ({
      name: `pictures/${chapter.slug}-${file}`,
      content: pictureFile(svg, book.course.figures, book.language.dir),
      type: 'image/svg+xml' as const,
    })),
  )
}

/**
 * The book as an EPUB 3, with pictures or with their descriptions in their place. The same edition
 * comes out the same to the byte, on whatever day it is made.
 */
export async function makeEpub(
  book: Book,
  { withPictures }: { withPictures: boolean },
): Promise<Uint8Array> {
  const [script, style] = await Promise.all([compileScript(), compileStyle('epub/epub.css')])
  const files: EpubFile[] = [
    ...frontFiles(book),
    ...book.chapters.map((chapter) => chapterFile(book, chapter, withPictures)),
    ...backFiles(book),
    ...(withPictures ? pictureFiles(book) : []),
    { name: 'epub.css', content: style, type: 'text/css' },
    { name: 'book.js', content: script, type: 'text/javascript' },
  ]
  return zipFiles(
    [
      { name: 'META-INF/container.xml', content: container },
      { name: 'book/book.opf', content: packageDocument(book, files, { withPictures }) },
      ...files.map(({ name, content }) => ({ name: `book/${name}`, content })),
    ],
    [{ name: 'mimetype', content: 'application/epub+zip' }],
  )
}
