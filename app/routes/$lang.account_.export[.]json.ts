import type { LoaderFunctionArgs } from '@remix-run/node'
import { problemTexts } from '../accounts/problem-texts.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { exportPerson } from '../personal-data/export-person.server.ts'

/**
 * Everything that is stored of the learner, as a file with a name that says nothing: each table
 * under its name, as it is in the database.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const t = translate(requireLanguage(params.lang))
  const { learnerId } = await requireLearner({ request, context })
  const tables = await exportPerson(learnerId)
  const file = Object.fromEntries(tables.map(({ table, rows }) => [table, rows]))
  const inWords = (_: string, value: unknown) =>
    value && typeof value === 'object' && 'withheld' in value
      ? problemTexts({ reason: String(value.withheld) }, t).reason
      : value
  return new Response(`${JSON.stringify(file, inWords, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="data.json"',
      'Cache-Control': 'no-store',
    },
  })
}
