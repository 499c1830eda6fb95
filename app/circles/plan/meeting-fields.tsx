import { TextLanguage } from '../../courses/view/fallback.tsx'
import { formatList } from '../../i18n/format-list.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { PlanField } from '../refusal.ts'
import type { NamedChapter } from './planned-chapters.ts'

/** A meeting in the form of the plan. */
export interface MeetingToPlan {
  id: string
  /** Null for one that is not in the plan yet. */
  number: number | null
  day: string
  start: string
  hours: number
  chapters: { slug: string }[]
}

/** What is wrong with a field of one meeting. */
export interface FieldProblem {
  meeting: string
  field: PlanField
  text: string
}

/**
 * The fields of one meeting of the plan: when, how long, what is read. A meeting whose day is
 * emptied goes.
 */
export function MeetingFields({
  meeting,
  chapters,
  wrong,
}: {
  meeting: MeetingToPlan
  chapters: NamedChapter[]
  wrong: FieldProblem | null
}) {
  const { t, i18n } = useTexts()
  const { id, number, day, start, hours } = meeting
  const own = wrong?.meeting === id ? wrong : null
  const mark = (field: PlanField) =>
    own?.field === field
      ? ({ 'aria-invalid': true, 'aria-describedby': `problem-${id}` } as const)
      : {}
  const slugs = meeting.chapters.map(({ slug }) => slug)
  return (
    <fieldset className="meeting-fields">
      <legend>
        {number === null ? t('circles:newMeeting') : t('circles:meetingNumber', { number })}
      </legend>
      {own && (
        <p className="problem" id={`problem-${id}`}>
          {own.text}
        </p>
      )}
      <input type="hidden" name="meeting" value={id} />
      <div className="meeting-times">
        <label>
          {t('circles:day')}
          <input type="date" name={`day.${id}`} defaultValue={day} {...mark('day')} />
        </label>
        <label>
          {t('circles:startTime')}
          <input type="time" name={`start.${id}`} defaultValue={start} {...mark('start')} />
        </label>
        <label>
          {t('circles:hours')}
          <input
            type="number"
            name={`hours.${id}`}
            min={1}
            max={8}
            defaultValue={hours}
            {...mark('hours')}
          />
        </label>
      </div>
      <details open={own?.field === 'chapters'}>
        <summary>
          {t('circles:chaptersToRead')}{' '}
          {formatList(
            chapters
              .filter(({ slug }) => slugs.includes(slug))
              .map((chapter) => String(chapter.number)),
            i18n.language,
          )}
        </summary>
        {chapters.map((chapter) => (
          <label key={chapter.slug} className="chapter-tick">
            <input
              type="checkbox"
              name={`chapters.${id}`}
              value={chapter.slug}
              defaultChecked={slugs.includes(chapter.slug)}
            />
            <span lang={chapter.lang ?? undefined}>
              {chapter.number}. {chapter.title}
            </span>
            <TextLanguage lang={chapter.textLang} />
          </label>
        ))}
      </details>
    </fieldset>
  )
}
