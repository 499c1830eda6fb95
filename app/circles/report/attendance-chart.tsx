import { useTexts } from '../../i18n/use-texts.ts'
import { BarChart } from '../../ui/chart/bar-chart.tsx'
import type { AttendanceReport } from './attendance-report.ts'

/** How many came to each meeting, of all who ever came or sit there: a picture of the table's foot. */
export function AttendanceChart({ report, days }: { report: AttendanceReport; days: string[] }) {
  const { t } = useTexts()
  const { meetings, people } = report
  if (meetings.length === 0) return null
  return (
    <BarChart
      label={t('meetings:attendanceChart', { count: meetings.length })}
      rows={meetings.map(({ id, number, present }, index) => ({
        id,
        name: `${t('circles:meetingNumber', { number })} · ${days[index]}`,
        value: present,
        whole: people.length,
        words: t('meetings:attendanceOf', { present, of: people.length }),
      }))}
    />
  )
}
