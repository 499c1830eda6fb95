import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportAttendance, reportRows } from '../circles/report/attendance-report.ts'
import { requireTrainer } from '../circles/require-circle.server.ts'
import { csvResponse } from '../platform/csv.ts'

/**
 * The report as a file for a spreadsheet, with a name that says nothing: for the circle's trainers
 * only.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await requireTrainer({ request, params, context })
  const { language, t } = own
  const words = {
    name: t('meetings:name'),
    someone: t('meetings:someone'),
    meetings: t('meetings:meetingsInAll'),
    hours: t('meetings:hoursInAll'),
    present: t('meetings:peopleThere'),
    women: t('meetings:women'),
    youth: t('meetings:youth'),
  }
  return csvResponse(
    reportRows(reportAttendance(own.circle), own.circle.counts, words),
    language.tag,
    request.url,
  )
}
