import type { ReactNode } from 'react'
import type { Chapter } from '../../courses/model/chapter.ts'
import { figuresFor } from '../../courses/parse/illustration.ts'
import { Figures } from '../../courses/view/picture.tsx'
import { translate } from '../../i18n/i18n.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { type Book, chapterTextOf, courseTextOf, partsOf } from '../book.ts'
import { CountryList, Edition, Glossary } from '../book-index.tsx'
import { escapeText, type LinkTarget, placedId } from '../place-links.ts'
import {
  languageOf,
  NamedChapter,
  renderChapter,
  renderKey,
  renderMarkup,
} from '../render-chapter.server.tsx'
import { ToolInBook, toolsOfBook } from '../tool-in-book.server.tsx'

/** The size of a sheet. A5 is what a booklet is folded to. */
export const papers = ['A4', 'Letter', 'A5'] as const
export type Paper = (typeof papers)[number]

/** The page that a place stands on; null while nobody knows yet. */
export type PageOf = (id: string) => number | null

const toolId = (slug: string) => `tool_${slug}`

/** Where links lead in the book, its tools too. */
function bookTarget(book: Book): LinkTarget {
  const slugs = new Set([...book.chapters.map(({ slug }) => slug), 'glossary'])
  const tools = new Set(toolsOfBook(book).map(({ slug }) => `tools/${slug}`))
  return (path, id) => {
    if (tools.has(path)) return `#${toolId(path.slice('tools/'.length))}`
    if (!slugs.has(path)) return null
    return `#${id === null ? path : placedId(path, id)}`
  }
}

const text = (words: string) =>
  `"${words.replace(/["\\\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`

/** What stands at the head of each page: the chapter's name, or that of what follows them. */
function headsOf(heads: readonly { page: string; title: string }[]): string {
  return heads
    .map(
      ({ page, title }) =>
        `@page ${page}{@top-center{content:${text(title)}}}.on-${page}{page:${page}}`,
    )
    .join('\n')
}

function Line({ id, children, pageOf }: { id: string; children: ReactNode; pageOf: PageOf }) {
  return (
    <a href={`#${id}`}>
      <span>{children}</span> <span className="page-number">{pageOf(id) ?? '000'}</span>
    </a>
  )
}

function Contents({ book, pageOf }: { book: Book; pageOf: PageOf }) {
  const { t } = useTexts()
  const back = [
    ['answers', t('packages:answers')],
    ['glossary', t('courses:glossary')],
    ['countries', t('courses:comments')],
  ] as const
  return (
    <nav className="book-contents" aria-labelledby="contents">
      <h2 id="contents">{t('courses:contents')}</h2>
      {partsOf(book).map((part) => (
        <section key={part.id}>
          <h3>{part.title}</h3>
          {part.chapters.map((chapter) => (
            <p key={chapter.slug}>
              <Line id={chapter.slug} pageOf={pageOf}>
                <NamedChapter book={book} chapter={chapter} />
              </Line>
            </p>
          ))}
        </section>
      ))}
      <section>
        {back.map(([id, title]) => (
          <p key={id}>
            <Line id={id} pageOf={pageOf}>
              {title}
            </Line>
          </p>
        ))}
      </section>
    </nav>
  )
}

/** The page of each comment, beside its line in the list of countries. */
function withPageNumbers(list: string, pageOf: PageOf): string {
  return list.replace(
    /(<a href="#([^"]+)">[^<]*)<\/a>/g,
    (_, link: string, id: string) =>
      `${link} <span class="page-number">${pageOf(id) ?? '000'}</span></a>`,
  )
}

function chapterMarkup(book: Book, chapter: Chapter, target: LinkTarget): string {
  const courseTools = toolsOfBook({ ...book, chapters: [chapter] })
  const html = renderChapter(book, chapter, { components: {}, target, withWords: false })
  const own = languageOf(book, chapter)
  return renderMarkup(
    book,
    <>
      <article
        className={`chapter on-c${chapter.number}`}
        id={chapter.slug}
        {...own}
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {courseTools.map((tool) => (
        <div key={tool.slug} id={toolId(tool.slug)} className={`book-tool on-c${chapter.number}`}>
          <ToolInBook book={book} tool={tool} />
        </div>
      ))}
    </>,
  )
}

/**
 * The whole book as one HTML page to be printed: title, contents, chapters with their tools, the key
 * to the questions, words and countries. Its page numbers are those that `pageOf` knows.
 */
export function bookPages(
  book: Book,
  { paper, style, pageOf }: { paper: Paper; style: string; pageOf: PageOf },
): string {
  const t = translate(book.language)
  const target = bookTarget(book)
  const { tag, dir } = book.language
  const pictures = book.chapters.flatMap((chapter) => [
    ...chapterTextOf(book, chapter).text.illustrations.values(),
  ])
  const back = [
    { page: 'answers', title: t('packages:answers') },
    { page: 'glossary', title: t('courses:glossary') },
    { page: 'countries', title: t('courses:comments') },
  ]
  const heads = headsOf([
    ...book.chapters.map((chapter) => ({
      page: `c${chapter.number}`,
      title: `${chapter.number}. ${chapterTextOf(book, chapter).text.title}`,
    })),
    ...back,
  ])
  const { title, summary } = courseTextOf(book)
  const front = renderMarkup(
    book,
    <>
      <Figures symbols={figuresFor(pictures, book.course.figures)} />
      <header className="title-page">
        <h1>{title}</h1>
        <p className="lead">{summary}</p>
        <Edition book={book} />
        <p className="quiet">{t('pages:footerLicence')}</p>
      </header>
      <Contents book={book} pageOf={pageOf} />
    </>,
  )
  const keys = book.chapters.map((chapter) =>
    renderKey(book, chapter, { target }, chapterTextOf(book, chapter).text.title),
  )
  const glossary = renderMarkup(book, <Glossary book={book} target={target} />)
  const countries = renderMarkup(book, <CountryList book={book} target={target} />)
  return `<!doctype html>
<html lang="${tag}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeText(book.title)}</title>
<style>${style}
@page{size:${paper}}
${heads}</style>
</head>
<body class="paper-${paper}">
<div class="book">
${front}
${book.chapters.map((chapter) => chapterMarkup(book, chapter, target)).join('\n')}
<div class="back">
<section class="on-answers"><h1 id="answers">${escapeText(t('packages:answers'))}</h1>${keys.join('\n')}</section>
<div class="on-glossary">${glossary}</div>
<div class="on-countries">${withPageNumbers(countries, pageOf)}</div>
</div>
</div>
</body>
</html>
`
}
