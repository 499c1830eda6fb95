import { type Chapter, inLanguage } from '../../courses/model/chapter.ts'
import { markedIn } from '../../courses/view/fallback.tsx'
import { withCurlyQuotes } from '../../i18n/curly-quotes.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { type Book, courseTextOf } from '../../packages/book.ts'
import { Edition } from '../../packages/book-index.tsx'
import { NamedChapter } from '../../packages/render-chapter.server.tsx'
import { formatCode } from '../../platform/code-format.ts'
import { Name } from '../../ui/named-text.tsx'
import { qrMatrix } from '../../ui/qr-matrix.ts'
import { MeetingList } from '../plan/meeting-list.tsx'
import type { ListedMeeting } from '../show-circle.ts'

/** The first sheet: whose papers these are, what they are about, and what they mean on a device. */
export function PackFront({
  book,
  name,
  isTrainer,
}: {
  book: Book
  name: string
  isTrainer: boolean
}) {
  const { t } = useTexts()
  return (
    <header className="front">
      <h1>{name ? <Name>{name}</Name> : t('circles:yourCircle')}</h1>
      <p className="lead">{courseTextOf(book).title}</p>
      <p className="notice">{t('packages:fileNote')}</p>
      <p className="notice">{t('circles:packPaper')}</p>
      <p>{t(isTrainer ? 'circles:packHas' : 'circles:packHasForMembers')}</p>
      <ul className="chapters">
        {book.chapters.map((chapter) => (
          <li key={chapter.slug}>
            <NamedChapter book={book} chapter={chapter} />
          </li>
        ))}
      </ul>
      <Edition book={book} />
    </header>
  )
}

/** What the group wants, and its meetings. */
export function PackPlan({ aim, meetings }: { aim: string; meetings: ListedMeeting[] }) {
  const { t } = useTexts()
  return (
    <>
      <h1>{t('circles:plan')}</h1>
      {aim && <p>{aim}</p>}
      <MeetingList meetings={meetings} address="" />
    </>
  )
}

/** A chapter's cards to cut out; nothing where it has none. */
export function DiscussionCards({ book, chapter }: { book: Book; chapter: Chapter }) {
  const { t } = useTexts()
  const { course, language } = book
  const { text, lang, isFallback } = inLanguage(chapter.guides, language.tag, course.source)
  const cards = withCurlyQuotes(text?.cards ?? [], lang)
  return (
    <>
      <p className="kicker">
        <NamedChapter book={book} chapter={chapter} />
      </p>
      <h1>{t('courses:discussionCards')}</h1>
      <p>{t('courses:discussionCardsHow')}</p>
      <ul className="discussion-cards" {...markedIn(isFallback ? lang : null)}>
        {cards.map(({ situation, ask }) => (
          <li key={situation}>
            <p>{situation}</p>
            <p>
              <b>{ask}</b>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The circle's code, its address and the square to be scanned. */
export function PackInvitation({ name, code, link }: { name: string; code: string; link: string }) {
  const { t } = useTexts()
  const { size, path } = qrMatrix(link)
  return (
    <div className="invitation">
      <h1>{t('circles:invitation')}</h1>
      <p>{t('circles:invitationText', { name })}</p>
      <p className="join-code">
        <code dir="ltr" translate="no">
          {formatCode(code)}
        </code>
      </p>
      <p dir="ltr" translate="no">
        {link}
      </p>
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={t('circles:qrLabel')}
        shapeRendering="crispEdges"
      >
        <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
    </div>
  )
}
