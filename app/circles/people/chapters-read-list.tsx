import { useTexts } from '../../i18n/use-texts.ts'
import { NamedText } from '../../ui/named-text.tsx'
import { ActForm } from '../act-form.tsx'
import type { CircleFrame } from '../circle-frame.tsx'
import { ChapterLinks } from '../plan/meeting-list.tsx'
import type { NamedChapter } from '../plan/planned-chapters.ts'

/**
 * A chapter of the plan, who has told the circle that they have read it, and whether the person who
 * looks has.
 */
interface ChapterReaders {
  chapter: NamedChapter
  isRead: boolean
  names: string[]
}

/**
 * Who has read what, and a button to tell it or to take it back; in a circle that has finished,
 * only to take it back.
 */
export function ChaptersReadList({
  chapters,
  frame,
  isClosed,
}: {
  chapters: ChapterReaders[]
  frame: CircleFrame
  isClosed: boolean
}) {
  const { t } = useTexts()
  return (
    <ul className="found">
      {chapters.map(({ chapter, isRead, names }) => (
        <li key={chapter.slug} className="act-row">
          <div>
            <ChapterLinks chapters={[chapter]} />
            {names.length > 0 && (
              <p className="quiet">
                <NamedText
                  name={names}
                  say={(marked) => t('circles:haveRead', { names: marked })}
                />
              </p>
            )}
          </div>
          {(isRead || !isClosed) && (
            <ActForm
              to={frame.address}
              intent={isRead ? 'take-back-read' : 'tell-read'}
              fields={{ chapter: chapter.slug }}
            >
              {t(isRead ? 'circles:takeBackRead' : 'circles:tellRead')}{' '}
              <span className="unseen">{chapter.title}</span>
            </ActForm>
          )}
        </li>
      ))}
    </ul>
  )
}
