import { TextLanguage } from '../courses/view/fallback.tsx'
import { useTexts } from '../i18n/use-texts.ts'
import { ProgressMark } from '../progress/progress-mark.tsx'
import type { Contents, ContentsLine } from './contents.server.ts'

/** The parts and chapters of a course. Brief, it only names them. */
export function ContentsList({ contents, isBrief }: { contents: Contents; isBrief?: boolean }) {
  return contents.parts.map((part) => (
    <section key={part.id} className="part" aria-labelledby={part.id}>
      <h2 id={part.id} lang={contents.lang ?? undefined}>
        {part.title}
      </h2>
      <ChapterLines chapters={part.chapters} isBrief={isBrief} />
    </section>
  ))
}

/**
 * Chapters in their order, each with what it holds and how far the learner has come; whole, with a
 * sentence that says what it is about; brief, by name alone.
 */
export function ChapterLines({
  chapters,
  isWhole,
  isBrief,
}: {
  chapters: readonly ContentsLine[]
  isWhole?: boolean
  isBrief?: boolean
}) {
  return (
    <ol className={isBrief ? 'chapters brief' : 'chapters'}>
      {chapters.map((chapter) => (
        <li key={chapter.number} value={chapter.number}>
          <h3>
            <a
              href={chapter.address}
              lang={chapter.lang ?? undefined}
              hrefLang={chapter.textLang ?? undefined}
            >
              <span className="number">{chapter.number}</span> {chapter.title}
            </a>
          </h3>
          {isWhole && <p lang={chapter.lang ?? undefined}>{chapter.sentence}</p>}
          {!isBrief && <Facts chapter={chapter} />}
          {isBrief && chapter.textLang && (
            <p className="facts-line">
              <TextLanguage lang={chapter.textLang} isAlone />
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

function Facts({ chapter }: { chapter: ContentsLine }) {
  const { t } = useTexts()
  const { minutes, questions, countries, fromCountry, progress } = chapter
  return (
    <p className="facts-line">
      {t('courses:toReadMinutes', { count: minutes })} ·{' '}
      {t('courses:questions', { count: questions })}
      {fromCountry !== null
        ? fromCountry > 0 && ` · ${t('countries:comments', { count: fromCountry })}`
        : countries > 0 && ` · ${t('courses:countriesIn', { count: countries })}`}
      <TextLanguage lang={chapter.textLang} />
      {progress && (
        <>
          {' · '}
          <ProgressMark progress={progress} />
        </>
      )}
    </p>
  )
}
