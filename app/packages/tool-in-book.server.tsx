import type { Tool } from '../courses/tools/tool.ts'
import { ToolBlocks } from '../courses/tools/tool-blocks.tsx'
import { toolPage } from '../courses/tools/tool-page.server.ts'
import { FallbackNotice, markedIn } from '../courses/view/fallback.tsx'
import { useTexts } from '../i18n/use-texts.ts'
import type { Book } from './book.ts'

/** The tools of a book's chapters, in their order. */
export function toolsOfBook(book: Book): Tool[] {
  return book.chapters.flatMap(({ number }) =>
    [...book.course.tools.values()].filter(({ chapter }) => chapter === number),
  )
}

/**
 * A tool in a package: the blank sheet, what a group does that may keep no paper, and the sheet as
 * the invented branch filled it in.
 */
export function ToolInBook({
  book,
  tool,
  isBlankOnly = false,
}: {
  book: Book
  tool: Tool
  /** To be printed and filled in: without the example. */
  isBlankOnly?: boolean
}) {
  const { t, i18n } = useTexts()
  const sides = [false, true].map((isFilled) =>
    toolPage(book.course, tool, book.language.tag, { isFilled, typed: null }),
  )
  const [blank, filled] = sides as [(typeof sides)[0], (typeof sides)[0]]
  const { text, lang } = blank
  const marked = markedIn(lang)
  const sheetOf = (isFilled: boolean, { calculations }: typeof blank) => ({
    isFilled,
    lang: text.lang,
    calculations,
    address: null,
  })
  return (
    <article className="tool prose">
      <h1 {...marked}>{text.title}</h1>
      <p className="lead" {...marked}>
        {text.summary}
      </p>
      <FallbackNotice lang={lang} />
      <div className="tool-sheet" {...marked}>
        <ToolBlocks blocks={text.blocks} sheet={sheetOf(false, blank)} />
        <p className="tool-foot">
          <strong lang={i18n.language}>{t('tools:seenBy')}</strong> {text.seenBy}{' '}
          <strong lang={i18n.language}>{t('tools:destroy')}</strong> {text.destroy}
        </p>
      </div>
      <section>
        <h2>{t('tools:withoutPaper')}</h2>
        <div {...marked}>
          <ToolBlocks blocks={text.withoutPaper} sheet={sheetOf(false, blank)} />
        </div>
      </section>
      {!isBlankOnly && (
        <section>
          <h2>{t('tools:viewFilled')}</h2>
          <p className="notice">{t('tools:filledNote')}</p>
          <div className="tool-sheet" {...marked}>
            <ToolBlocks blocks={text.blocks} sheet={sheetOf(true, filled)} />
          </div>
        </section>
      )}
    </article>
  )
}
