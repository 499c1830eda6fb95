import { useTexts } from '../../i18n/use-texts.ts'
import type { Totals } from '../circle.ts'
import type { ChapterToRead } from '../meetings/view-meeting.ts'

/** What a circle has done: meetings, study hours, people, chapters. */
export function CircleDone({
  totals,
  chapters,
  closedOn,
}: {
  totals: Totals
  chapters: ChapterToRead[]
  closedOn: string | null
}) {
  const { t } = useTexts()
  return (
    <section>
      {closedOn && <p>{t('meetings:closedOn', { day: closedOn })}</p>}
      <ul className="facts">
        <li>{t('meetings:heldMeetings', { count: totals.meetings })}</li>
        <li>{t('courses:studyHours', { count: totals.hours })}</li>
        <li>{t('meetings:peopleInAll', { count: totals.participants })}</li>
      </ul>
      {chapters.length > 0 && (
        <p>
          {t('meetings:haveRead')}{' '}
          {chapters.map(({ number, title, address }, index) => (
            <span key={number}>
              {index > 0 && ' · '}
              <a href={address}>
                {number}. {title}
              </a>
            </span>
          ))}
        </p>
      )}
    </section>
  )
}

/**
 * Closes a circle, or opens it again, with the day on which its names and notes are erased. Its
 * button belongs to another form of the page, of which it loses nothing.
 */
export function CloseCircle({
  form,
  closedOn,
  retiresOn,
}: {
  form: string
  closedOn: string | null
  retiresOn: string
}) {
  const { t } = useTexts()
  return (
    <section className="no-print">
      <h2>{closedOn ? t('meetings:isClosed') : t('meetings:close')}</h2>
      <p>{closedOn ? t('meetings:erasedOn', { day: retiresOn }) : t('meetings:closeText')}</p>
      <button
        type="submit"
        className="plain"
        form={form}
        formNoValidate
        name="intent"
        value={closedOn ? 'reopen' : 'close'}
      >
        {closedOn ? t('meetings:reopen') : t('meetings:close')}
      </button>
    </section>
  )
}
