import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { reportAttendance, reportRows } from '../circles/report/attendance-report.ts'
import { requireTrainer } from '../circles/require-circle.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { csvResponse } from '../platform/csv.ts'

/**
 * The report as a file for a spreadsheet, with a name that says nothing: for the circle's trainers
 * only.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  const { learnerId } = await requireLearner({ request, context })
  const own = await requireTrainer({ circleId: params.circle, learnerId, clock: context.clock })
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
