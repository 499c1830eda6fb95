import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireRole } from '../accounts/sessions/sessions.server.ts'
import { showSummary } from '../circles/report/organisation-summary.server.ts'
import { summaryRows } from '../circles/report/summary-rows.ts'
import { courseTitles } from '../courses/model/chapter.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { csvResponse } from '../platform/csv.ts'

/** The summary of all circles as a file for a spreadsheet: for hosts. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  await requireRole({ request, context }, 'host')
  const t = translate(language)
  const summary = await showSummary()
  const words = { titleOf: courseTitles(context.catalogue, language.tag), all: t('meetings:all') }
  const head = [
    t('meetings:course'),
    t('meetings:quarter'),
    t('meetings:circlesInAll'),
    t('meetings:peopleCounted'),
    t('meetings:meetingsInAll'),
    t('meetings:hoursInAll'),
  ]
  const rows = summary ? summaryRows(summary, words) : []
  const lines = rows.map((row) => [
    row.title,
    row.quarter,
    row.circles,
    row.people,
    row.meetings,
    row.hours,
  ])
  return csvResponse([head, ...lines], language.tag, request.url)
}
