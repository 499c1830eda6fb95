import type { ReactNode } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { useChapter } from './chapter-view.tsx'
import { TranslationAnchors, TranslationLinks } from './translation-links.tsx'

/** A heading's words: on a page of the site, a link to its own address, which can be shared. */
export function HeadingLink({ id, children }: { id: string; children: ReactNode }) {
  const { hasPermalinks } = useChapter()
  return hasPermalinks && id ? <a href={`#${id}`}>{children}</a> : children
}

/** A heading of the page's own, with ways to read its section in another language. */
export function OwnHeading({ id, children }: { id: string; children: ReactNode }) {
  const { translations, answersForm } = useChapter()
  return (
    <div className="section-head">
      <h2 id={id}>
        <HeadingLink id={id}>{children}</HeadingLink>
      </h2>
      <TranslationLinks id={id} title={children} translations={translations} form={answersForm} />
    </div>
  )
}

/**
 * A section's heading, with how far one has come, and ways to read it in another language and to put the bookmark there: both
 * work without script.
 */
export function SectionHeading({ id = '', children }: { id?: string; children?: ReactNode }) {
  const { t } = useTexts()
  const { text, translations, answersForm, bookmark, hasPermalinks } = useChapter()
  const sections = text.sections.filter(({ depth }) => depth === 2)
  const number = sections.findIndex((section) => section.id === id) + 1
  return (
    <div className="section-head">
      <h2 id={id}>
        <HeadingLink id={id}>{children}</HeadingLink>
      </h2>
      {(hasPermalinks || bookmark) && (
        <p className="section-tools ui">
          {number > 0 && <span>{t('courses:sectionOf', { number, of: sections.length })}</span>}
          <TranslationAnchors
            id={id}
            title={children}
            translations={translations}
            form={answersForm}
          />
          {bookmark && (bookmark.placeAt?.(id) ?? <OwnAt id={id} />)}
        </p>
      )}
    </div>
  )
}

/** What a learner has of their own at a section: the bookmark, and their note or a way to write one. */
export function OwnAt({ id }: { id: string }) {
  const { t } = useTexts()
  const { bookmark, address } = useChapter()
  const isNoted = bookmark?.noted.includes(id)
  return (
    <>
      <BookmarkAt id={id} />
      <a href={`${address}/notes/${id}`} className={isNoted ? 'bookmark' : undefined}>
        {t(isNoted ? 'notes:one' : 'notes:atSection')}
      </a>
    </>
  )
}

/** That a learner's bookmark is at a section, or the button that puts it there. */
function BookmarkAt({ id }: { id: string }) {
  const { t } = useTexts()
  const { bookmark, address, query } = useChapter()
  if (bookmark?.section === id)
    return <span className="bookmark">{t('progress:bookmarkHere')}</span>
  return (
    <button
      type="submit"
      form={bookmark?.form}
      name="intent"
      value={`bookmark:${id}`}
      className="link"
      formAction={`${address}${query}#${id}`}
    >
      {t('progress:putBookmark')}
    </button>
  )
}
