import { Fragment } from 'react'
import { TextLanguage } from '../../courses/view/fallback.tsx'
import { useTexts } from '../../i18n/use-texts.ts'
import { FilledText, NamedText } from '../../ui/named-text.tsx'
import type { ListedMeeting } from '../show-circle.ts'
import type { NamedChapter } from './planned-chapters.ts'

const states = {
  planned: 'circles:meetingPlanned',
  held: 'circles:meetingHeld',
  cancelled: 'circles:meetingCancelled',
} as const

/** Chapters to read, as links. */
export function ChapterLinks({ chapters }: { chapters: NamedChapter[] }) {
  const links = chapters.map(({ slug, number, title, lang, textLang, address }) => (
    <Fragment key={slug}>
      <a href={address} lang={lang ?? undefined} hrefLang={textLang ?? undefined}>
        {number}. {title}
      </a>
      <TextLanguage lang={textLang} />
    </Fragment>
  ))
  return <FilledText parts={links} say={(all) => all} />
}

/**
 * The plan of a circle: its meetings in order, what is read for each and who leads. Each leads to
 * its own page.
 */
export function MeetingList({ meetings, address }: { meetings: ListedMeeting[]; address: string }) {
  const { t } = useTexts()
  return (
    <ol className="plan">
      {meetings.map((meeting) => (
        <li key={meeting.id}>
          <p className="plan-step">
            <a href={`${address}/meetings/${meeting.number}`}>
              {t('circles:meetingNumber', { number: meeting.number })} · {meeting.dayInWords},{' '}
              {meeting.start}
            </a>
            <span className="quiet">
              {t('circles:studyHours', { count: meeting.hours })} ·{' '}
              {t(meeting.isUnrecorded ? 'circles:meetingUnrecorded' : states[meeting.state])}
            </span>
          </p>
          <p>
            <ChapterLinks chapters={meeting.chapters} />
          </p>
          {meeting.leads && (
            <p className="quiet">
              <NamedText
                name={meeting.leads}
                say={(marked) => t('circles:leadsIs', { name: marked })}
              />
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
