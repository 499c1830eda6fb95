import { useTexts } from '../../i18n/use-texts.ts'
import { Name, NamedText } from '../../ui/named-text.tsx'
import type { AttendanceReport } from './attendance-report.ts'

/** Attendance as a table: a person a line, a meeting a column; below, what it adds up to. */
export function ReportTable({ report, days }: { report: AttendanceReport; days: string[] }) {
  const { t } = useTexts()
  const { meetings, people } = report
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen must be scrolled with keys too (WCAG 2.1.1).
    <div className="wide" role="region" aria-label={t('meetings:attendance')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('meetings:name')}</th>
            {meetings.map(({ id, number }, index) => (
              <th key={id} scope="col">
                {number}
                <br />
                <small>{days[index]}</small>
              </th>
            ))}
            <th scope="col">{t('meetings:meetingsInAll')}</th>
            <th scope="col">{t('meetings:hoursInAll')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ seat, name, wasThere, meetings: count, hours }) => (
            <tr key={seat}>
              <th scope="row">{name ? <Name>{name}</Name> : t('meetings:someone')}</th>
              {wasThere.map((isThere, index) => (
                <td key={meetings[index]?.id}>{isThere && <Cross />}</td>
              ))}
              <td>{count}</td>
              <td>{hours}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('meetings:peopleThere')}</th>
            {meetings.map(({ id, present }) => (
              <td key={id}>{present}</td>
            ))}
            <td>{sum(meetings.map(({ present }) => present))}</td>
            <td>{sum(people.map(({ hours }) => hours))}</td>
          </tr>
          <tr>
            <th scope="row">{t('meetings:studyHours')}</th>
            {meetings.map(({ id, hours }) => (
              <td key={id}>{hours}</td>
            ))}
            <td>{meetings.length}</td>
            <td>{sum(meetings.map(({ hours }) => hours))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Cross() {
  const { t } = useTexts()
  return (
    <>
      <span aria-hidden="true">×</span>
      <span className="unseen">{t('meetings:wasThere')}</span>
    </>
  )
}

/** Lines to sign on paper. What is written there stays there. */
export function Signatures({ trainers }: { trainers: string[] }) {
  const { t } = useTexts()
  return (
    <section className="signatures">
      <h2>{t('meetings:signed')}</h2>
      <p className="quiet">{t('meetings:signedText')}</p>
      <dl>
        {[...trainers, ''].map((name, index) => (
          <div key={name || `free ${index}`}>
            <dt>
              {name ? (
                <NamedText name={name} say={(marked) => t('meetings:trainer', { name: marked })} />
              ) : (
                t('meetings:forOrganisation')
              )}
            </dt>
            <dd>{t('meetings:dayAndSignature')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
