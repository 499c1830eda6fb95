import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarHeaders } from '../circles/calendar/calendar-headers.ts'
import { calendarOf } from '../circles/calendar/calendar-of.server.ts'
import { requireCircle } from '../circles/require-circle.server.ts'

/** A circle's meetings as a file for a calendar, with a name that says nothing. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await requireCircle({ request, params, context })
  const { clock, t } = own
  const withName = new URL(request.url).searchParams.has('name')
  return new Response(calendarOf(own, { t, withName, clock }), {
    headers: { ...calendarHeaders, 'Content-Disposition': 'attachment; filename="calendar.ics"' },
  })
}
