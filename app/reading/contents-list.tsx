import { useTexts } from '../i18n/use-texts.ts'
import { ProgressMark } from '../progress/progress-mark.tsx'
import type { Contents } from './contents.server.ts'

/**
 * The parts and chapters of a course, each chapter with what it holds and how far the learner has
 * come.
 */
export function ContentsList({
  contents,
  withSummaries,
}: {
  contents: Contents
  withSummaries?: boolean
}) {
  const { t } = useTexts()
  return contents.parts.map((part) => (
    <section key={part.id} className="part" aria-labelledby={part.id}>
      <h2 id={part.id} lang={contents.lang ?? undefined}>
        {part.title}
      </h2>
      <ol className="chapters">
        {part.chapters.map((chapter) => (
          <li key={chapter.number} value={chapter.number}>
            <h3>
              <a
                href={chapter.address}
                lang={chapter.lang ?? undefined}
                hrefLang={chapter.lang ?? undefined}
              >
                <span className="number">{chapter.number}</span> {chapter.title}
              </a>
            </h3>
            {withSummaries && <p lang={chapter.lang ?? undefined}>{chapter.summary}</p>}
            <p className="facts-line">
              {t('courses:toReadMinutes', { count: chapter.minutes })} ·{' '}
              {t('courses:questions', { count: chapter.questions })}
              {chapter.fromCountry !== null
                ? chapter.fromCountry > 0 &&
                  ` · ${t('countries:comments', { count: chapter.fromCountry })}`
                : chapter.countries > 0 &&
                  ` · ${t('courses:countriesIn', { count: chapter.countries })}`}
              {chapter.progress && (
                <>
                  {' · '}
                  <ProgressMark progress={chapter.progress} />
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  ))
}
