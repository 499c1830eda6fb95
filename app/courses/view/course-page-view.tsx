import { useTexts } from '../../i18n/use-texts.ts'
import type { CoursePageContent } from './course-page.server.tsx'
import { FallbackNotice, markedIn } from './fallback.tsx'

/** A page of a course that is no chapter, under a way back to the contents. */
export function CoursePageView({
  page,
  contentsAddress,
  children,
}: {
  page: CoursePageContent
  contentsAddress: string
  children?: React.ReactNode
}) {
  const { t } = useTexts()
  return (
    <article className="sheet-page prose">
      <p className="kicker">
        <a href={contentsAddress}>{t('courses:contents')}</a>
      </p>
      <FallbackNotice lang={page.lang} />
      <div {...markedIn(page.lang)}>
        <h1>{page.text.title}</h1>
        <p className="lead">{page.text.summary}</p>
        {page.text.state === 'draft' && !page.lang && (
          <p className="notice">{t('courses:draftTranslation')}</p>
        )}
        {/* The text comes from the course's own files, compiled and checked; nothing that a visitor
            sent is in it. */}
        <div className="text" dangerouslySetInnerHTML={{ __html: page.html }} />
      </div>
      {children}
    </article>
  )
}
