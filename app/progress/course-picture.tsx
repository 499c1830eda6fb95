import { TextLanguage } from '../courses/view/fallback.tsx'
import { useTexts } from '../i18n/use-texts.ts'
import { ChapterTile } from './chapter-tile.tsx'
import type { ChapterProgress } from './progress.ts'

/** A chapter in the picture of a course: how far its learner has come, and what waits in it. */
export interface PictureChapter {
  number: number
  title: string
  address: string
  /** The language of the title, where it is not the page's. */
  lang: string | null
  /** The language of the chapter itself, where it is not the page's. */
  textLang: string | null
  progress: ChapterProgress | null
  /** How many of its questions wait in the review. */
  due: number
}

/** A part of a course in its picture. */
export interface PicturePart {
  id: string
  title: string
  chapters: PictureChapter[]
}

/**
 * A course at a glance: a tile for each chapter, part by part. What it shows stands as a sentence
 * in its name, and below it chapter by chapter, in the same words for everybody.
 */
export function CoursePicture({ parts, lang }: { parts: PicturePart[]; lang: string | null }) {
  const { t } = useTexts()
  const chapters = parts.flatMap((part) => part.chapters)
  const count = (is: (chapter: PictureChapter) => unknown) => chapters.filter(is).length
  return (
    <>
      <div
        className="tiles"
        role="img"
        aria-label={t('progress:picture', {
          count: chapters.length,
          opened: count(({ progress }) => progress?.openedOn),
          read: count(({ progress }) => progress?.readOn),
          finished: count(({ progress }) => progress?.isFinished),
          due: count(({ due }) => due > 0),
        })}
      >
        {parts.map((part) => (
          <div key={part.id}>
            <span lang={lang ?? undefined}>{part.title}</span>
            <div>
              {part.chapters.map(
                ({ number, progress, due }) =>
                  progress && (
                    <ChapterTile key={number} number={number} progress={progress} due={due} />
                  ),
              )}
            </div>
          </div>
        ))}
      </div>
      <p className="quiet">{t('progress:pictureKey')}</p>
      {parts.map((part) => (
        <section key={part.id} className="part" aria-labelledby={part.id}>
          <h3 id={part.id} lang={lang ?? undefined}>
            {part.title}
          </h3>
          <ol className="chapters tile-list">
            {part.chapters.map((chapter) => (
              <ChapterLine key={chapter.number} chapter={chapter} />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

/** A chapter with its tile, and in words what the tile shows. */
function ChapterLine({ chapter }: { chapter: PictureChapter }) {
  const { t } = useTexts()
  const { number, title, address, lang, textLang, progress, due } = chapter
  if (!progress) return null
  const { right, questions, openedOn, readOn, isFinished } = progress
  return (
    <li value={number}>
      <ChapterTile number={number} progress={progress} due={due} />
      <div>
        <a href={address} lang={lang ?? undefined} hrefLang={textLang ?? undefined}>
          <span className="unseen">{number}. </span>
          {title}
        </a>
        <p className="facts-line">
          {isFinished ? (
            <span className="done">✓ {t('progress:finished')}</span>
          ) : (
            t(readOn ? 'progress:read' : openedOn ? 'progress:opened' : 'progress:notOpened')
          )}
          {openedOn && !isFinished && ` · ${t('progress:rightOf', { right, count: questions })}`}
          {due > 0 && ` · ${t('progress:dueIn', { count: due })}`}
          <TextLanguage lang={textLang} />
        </p>
      </div>
    </li>
  )
}
