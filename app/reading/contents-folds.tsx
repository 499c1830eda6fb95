import { useTexts } from '../i18n/use-texts.ts'
import type { Contents } from './contents.server.ts'
import { ChapterLines } from './contents-list.tsx'

/**
 * The parts of a course, each with a picture, to fold and unfold; open is the one that the reader is
 * in. Each chapter has one sentence.
 */
export function ContentsFolds({ contents }: { contents: Contents }) {
  const { t } = useTexts()
  return (
    <>
      <svg
        className="figures"
        aria-hidden="true"
        dangerouslySetInnerHTML={{ __html: contents.figures }}
      />
      {contents.parts.map(({ id, title, scene, isOpen, chapters }) => (
        <details key={id} className="part" open={isOpen}>
          <summary>
            {scene && (
              <span
                className="illustration"
                aria-hidden="true"
                dangerouslySetInnerHTML={{ __html: scene }}
              />
            )}
            <h2 id={id}>
              <span lang={contents.lang ?? undefined}>{title}</span>{' '}
              <span className="facts-line">
                {t('countries:chapters', { count: chapters.length })}
              </span>
            </h2>
          </summary>
          <ChapterLines chapters={chapters} isWhole />
        </details>
      ))}
    </>
  )
}
