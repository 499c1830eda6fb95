import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireRole } from '../accounts/sessions/sessions.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { separatorOf, writeCsv } from '../platform/csv.ts'
import { orNotFound } from '../platform/http-errors.ts'
import { analyseQuestions } from '../quizzes/analysis/analyse-questions.server.ts'
import { analysisTable } from '../quizzes/analysis/analysis-table.ts'

/** How a course's questions were answered, as a table for a spreadsheet. For moderators. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  await requireRole({ request, context }, 'moderator')
  const course = orNotFound(context.catalogue.courses.get(params.course ?? ''))
  const { questions } = await analyseQuestions(course, language.tag)
  return new Response(
    writeCsv(analysisTable(questions, translate(language)), separatorOf(language.tag)),
    {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="questions.csv"',
        'Cache-Control': 'no-store',
      },
    },
  )
}
