import { useTexts } from '../../i18n/use-texts.ts'
import { NamedText } from '../../ui/named-text.tsx'
import type { ListedMeeting } from '../show-circle.ts'
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
        ({timeZone.replaceAll('_', ' ')}) · {t('circles:studyHours', { count: meeting.hours })}
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
