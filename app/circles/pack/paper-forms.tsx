import { useTexts } from '../../i18n/use-texts.ts'
import { type Book, courseTextOf } from '../../packages/book.ts'
import { Name } from '../../ui/named-text.tsx'
import { Signatures } from '../report/report-view.tsx'
import type { ListedMeeting } from '../show-circle.ts'

const freeLines = 4
const linesWithoutNames = 16
/** How many meetings have room beside each other on a sheet of paper. */
const columns = 8

function inGroups<T>(all: readonly T[], size: number): T[][] {
  const groups: T[][] = []
  for (let at = 0; at < all.length; at += size) groups.push(all.slice(at, at + size))
  return groups
}

/** A list to tick by hand: a person a line, a meeting a column. */
export function AttendanceList({
  names,
  meetings,
}: {
  names: readonly string[]
  meetings: readonly ListedMeeting[]
}) {
  const { t } = useTexts()
  const free = names.length > 0 ? freeLines : linesWithoutNames
  const lines = [...names, ...Array.from({ length: free }, () => null)]
  return (
    <>
      <h1>{t('meetings:attendance')}</h1>
      <p className="quiet">{t('meetings:paperSheetText')}</p>
      {inGroups(meetings, columns).map((group) => (
        <table key={group[0]?.id} className="by-hand ticked">
          <thead>
            <tr>
              <th scope="col">{t('meetings:name')}</th>
              {group.map(({ id, number }) => (
                <th key={id} scope="col">
                  {number}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((name, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a sheet of paper never change their places.
              <tr key={line}>
                {name === null ? (
                  <td />
                ) : (
                  <th scope="row">{name ? <Name>{name}</Name> : t('meetings:someone')}</th>
                )}
                {group.map(({ id }) => (
                  <td key={id} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}

/** The report as it is filled in by hand and signed. */
export function ReportForm({ book, meetings }: { book: Book; meetings: readonly ListedMeeting[] }) {
  const { t } = useTexts()
  return (
    <>
      <h1>{t('circles:report')}</h1>
      <p>{courseTextOf(book).title}</p>
      <table className="by-hand ticked">
        <thead>
          <tr>
            <th scope="col">{t('circles:day')}</th>
            <th scope="col">{t('meetings:studyHours')}</th>
            <th scope="col">{t('meetings:peopleThere')}</th>
          </tr>
        </thead>
        <tbody>
          {meetings.map(({ id, number, dayInWords }) => (
            <tr key={id}>
              <th scope="row">
                {number}. {dayInWords}
              </th>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="by-hand">
        <li>{t('meetings:decisions')}</li>
        <li>{t('meetings:tasks')}</li>
        <li>{t('meetings:women')}</li>
        <li>{t('meetings:youth')}</li>
      </ul>
      <Signatures trainers={[]} />
    </>
  )
}
