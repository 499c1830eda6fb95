import { type Chapter, neighbours } from '../../courses/model/chapter.ts'
import { type ListedTool, toolsOf } from '../../courses/tools/tool-page.server.ts'
import { ToolList } from '../../courses/tools/tool-view.tsx'
import { markedIn } from '../../courses/view/fallback.tsx'
import type { Language } from '../../i18n/languages.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { type Book, chapterNameOf, courseTextOf, partsOf } from '../book.ts'
import { Edition } from '../book-index.tsx'
import type { LinkTarget } from '../place-links.ts'
import { NamedChapter } from '../render-chapter.server.tsx'
import { siteFiles } from './site-files.ts'

/** The ways that every page has: contents, toolbox, words, countries, search, other languages. */
export function TopBar({
  languages,
  here,
  file,
}: {
  languages: Language[]
  here: Language
  file: string
}) {
  const { t } = useTexts()
  const ways = [
    [siteFiles.contents, t('courses:contents')],
    [siteFiles.toolbox, t('tools:toolbox')],
    [siteFiles.glossary, t('courses:glossary')],
    [siteFiles.countries, t('courses:comments')],
    [siteFiles.search, t('packages:search')],
  ] as const
  return (
    <nav className="top-bar" aria-label={t('courses:contents')}>
      <ul>
        {ways.map(([to, name]) => (
          <li key={to}>
            <a href={to} aria-current={to === file ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
        {languages
          .filter(({ tag }) => tag !== here.tag)
          .map(({ tag, dir, name }) => (
            <li key={tag}>
              <a href={`../${tag}/${file}`} hrefLang={tag} lang={tag} dir={dir}>
                {name}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** What these pages are, and the book's chapters by part. */
export function Contents({
  book,
  target,
  note,
}: {
  book: Book
  target: LinkTarget
  note: string | null
}) {
  const { title, summary } = courseTextOf(book)
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{summary}</p>
      {note && <p className="notice">{note}</p>}
      <Edition book={book} />
      {partsOf(book).map((part) => (
        <section key={part.id} className="part">
          <h2>{part.title}</h2>
          <ul className="chapters">
            {part.chapters.map((chapter) => {
              const { summary, lang } = chapterNameOf(book, chapter)
              return (
                <li key={chapter.slug}>
                  <a href={target(chapter.slug, null) ?? undefined}>
                    <NamedChapter book={book} chapter={chapter} />
                  </a>{' '}
                  <span className="quiet" {...markedIn(lang)}>
                    {summary}
                  </span>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}

/** A search that needs a script; without one it says what to use in its place. */
export function SearchForm() {
  const { t } = useTexts()
  return (
    <>
      <h1>{t('packages:search')}</h1>
      <noscript>
        <p>{t('packages:searchNeedsScript')}</p>
      </noscript>
      <div className="tool-bar" hidden>
        <form data-search="">
          <label>
            {t('packages:searchLabel')}
            <input type="search" maxLength={100} />
          </label>
          <button type="submit">{t('packages:search')}</button>
        </form>
      </div>
    </>
  )
}

/** What follows a chapter: its tools, the chapter before and the one after. */
export function ChapterWays({
  book,
  chapter,
  target,
  tools,
}: {
  book: Book
  chapter: Chapter
  target: LinkTarget
  tools: ListedTool[]
}) {
  const { t } = useTexts()
  const { previous, next } = neighbours(book.course, chapter)
  const ways = [
    ['courses:previous', previous],
    ['courses:next', next],
  ] as const
  return (
    <footer className="back">
      {tools.length > 0 && (
        <section aria-labelledby="tools">
          <h2 id="tools">{t('tools:ofChapter')}</h2>
          <ul className="tool-list">
            {tools.map(({ title, summary, address }) => (
              <li key={address}>
                <a href={target(address.slice(address.indexOf('tools/')), null) ?? undefined}>
                  {title}
                </a>{' '}
                <span className="quiet">{summary}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className="ways">
        {ways.map(([key, to]) => {
          const address = to && target(to.slug, null)
          if (!to || !address) return null
          return (
            <li key={key}>
              {t(key)}:{' '}
              <a href={address}>
                <NamedChapter book={book} chapter={to} />
              </a>
            </li>
          )
        })}
      </ul>
    </footer>
  )
}

/** The tools of a book, by chapter. Their links are those of the site. */
export function Toolbox({ book }: { book: Book }) {
  const { t } = useTexts()
  const { course, language, chapters } = book
  const withTools = chapters
    .map((chapter) => ({ chapter, tools: toolsOf(course, chapter.number, language.tag) }))
    .filter(({ tools }) => tools.length > 0)
  return (
    <>
      <h1>{t('tools:toolbox')}</h1>
      {withTools.map(({ chapter, tools }) => (
        <section key={chapter.slug}>
          <h2>
            <NamedChapter book={book} chapter={chapter} />
          </h2>
          <ToolList tools={tools} />
        </section>
      ))}
    </>
  )
}
