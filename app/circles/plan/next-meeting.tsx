import { useTexts } from '../../i18n/use-texts.ts'
import { NamedText } from '../../ui/named-text.tsx'
import type { ListedMeeting } from '../show-circle.ts'
import { zoneInWords } from '../time-zones.ts'
import { ChapterLinks } from './meeting-list.tsx'

/** When the circle meets next, what is read before it, and who does what. */
export function NextMeeting({ meeting, timeZone }: { meeting: ListedMeeting; timeZone: string }) {
  const { t } = useTexts()
  const roles = [
    ['circles:role.leads', meeting.leads],
    ['circles:role.remembers', meeting.remembers],
    ['circles:role.notes', meeting.notes],
  ] as const
  return (
    <>
      <p>
        <strong>
          {meeting.dayInWords}, {meeting.start}
        </strong>{' '}
        ({zoneInWords(timeZone)}) · {t('circles:studyHours', { count: meeting.hours })}
      </p>
      {meeting.chapters.length > 0 && (
        <p>
          {t('circles:toRead')} <ChapterLinks chapters={meeting.chapters} />
        </p>
      )}
      <ul>
        {roles.map(
          ([role, name]) =>
            name && (
              <li key={role}>
                <NamedText name={name} say={(marked) => t(role, { name: marked })} />
              </li>
            ),
        )}
      </ul>
    </>
  )
}
