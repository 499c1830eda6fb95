import { useTexts } from '../../i18n/use-texts.ts'
import type { NamedChapter } from './planned-chapters.ts'

/** A meeting in the form of the plan. */
export interface MeetingToPlan {
  id: string
  number: number
  day: string
  start: string
  hours: number
  chapters: { slug: string }[]
}

/** The fields of one meeting of the plan: when, how long, what is read. A meeting whose day is emptied goes. */
export function MeetingFields({ meeting, chapters, isNew }: { meeting: MeetingToPlan; chapters: NamedChapter[]; isNew?: boolean }) {
  const { t } = useTexts()
  const { id, number, day, start, hours } = meeting
  const chosen = meeting.chapters.map(({ slug }) => slug)
  return (
    <fieldset className="meeting-fields">
      <legend>{isNew ? t('circles:newMeeting') : t('circles:meetingNumber', { number })}</legend>
      <input type="hidden" name="meeting" value={id} />
      <div className="meeting-times">
        <label>
          {t('circles:day')}
          <input type="date" name={`day.${id}`} defaultValue={day} />
        </label>
        <label>
          {t('circles:startTime')}
          <input type="time" name={`start.${id}`} defaultValue={start} />
        </label>
        <label>
          {t('circles:hours')}
          <input type="number" name={`hours.${id}`} min={1} max={8} defaultValue={hours} />
        </label>
      </div>
      <details>
        <summary>
          {t('circles:chaptersToRead')}{' '}
          {chapters
            .filter(({ slug }) => chosen.includes(slug))
            .map((chapter) => chapter.number)
            .join(', ')}
        </summary>
        {chapters.map((chapter) => (
          <label key={chapter.slug} className="chapter-tick">
            <input type="checkbox" name={`chapters.${id}`} value={chapter.slug} defaultChecked={chosen.includes(chapter.slug)} />
            <span lang={chapter.lang ?? undefined}>
              {chapter.number}. {chapter.title}
            </span>
          </label>
        ))}
      </details>
    </fieldset>
  )
}
