import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { calendarHeaders } from '../circles/calendar/calendar-headers.ts'
import { calendarOf } from '../circles/calendar/calendar-of.server.ts'
import { requireCircle } from '../circles/require-circle.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'

/** A circle's meetings as a file for a calendar, with a name that says nothing. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const own = await requireCircle({ circleId: params.circle, learnerId, clock: context.clock })
  const withName = new URL(request.url).searchParams.has('name')
  return new Response(calendarOf(own, { t: translate(language), withName, clock: context.clock }), {
    headers: { ...calendarHeaders, 'Content-Disposition': 'attachment; filename="calendar.ics"' },
  })
}
