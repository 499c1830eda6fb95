import type { ReactNode } from 'react'
import type { Chapter } from '../../courses/model/chapter.ts'
import { figuresFor } from '../../courses/parse/illustration.ts'
import { Figures } from '../../courses/view/picture.tsx'
import { translate } from '../../i18n/i18n.ts'
import { type Book, chapterTextOf } from '../book.ts'
import { asScript, collectData } from '../collect-data.ts'
import type { LinkTarget } from '../place-links.ts'
import { languageOf, renderChapter, renderKey, renderMarkup } from '../render-chapter.server.tsx'
import { dataId } from '../script/book-data.ts'

/** What stands around a chapter on a page of its own. */
export interface ChapterSurroundings {
  target: LinkTarget
  before?: ReactNode
  after?: ReactNode
}

/**
 * The body of a page with one chapter: text, self-check, its key for those who have no script, and
 * what the script needs.
 */
export function chapterBody(
  book: Book,
  chapter: Chapter,
  { target, before, after }: ChapterSurroundings,
): string {
  const { illustrations } = chapterTextOf(book, chapter).text
  const html = renderChapter(book, chapter, { components: {}, target, withWords: true })
  const key = renderKey(book, chapter, { target }, translate(book.language)('packages:answers'))
  const markup = renderMarkup(
    book,
    <div className="book">
      <Figures symbols={figuresFor([...illustrations.values()], book.course.figures)} />
      {before}
      <main>
        <article
          className="chapter"
          id={chapter.slug}
          {...languageOf(book, chapter)}
          dangerouslySetInnerHTML={{ __html: html }}
        />
        <div
          className="key-part back"
          {...languageOf(book, chapter)}
          dangerouslySetInnerHTML={{ __html: key }}
        />
      </main>
      {after}
    </div>,
  )
  const data = asScript(collectData(book, [chapter], target))
  return `${markup}\n<script type="text/plain" id="${dataId}">${data}</script>`
}
