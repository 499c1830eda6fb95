import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarHeaders } from '../circles/calendar/calendar-headers.ts'
import { calendarOfFeed } from '../circles/calendar/calendar-of.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { orNotFound } from '../platform/http-errors.ts'

/**
 * The calendar behind an address that nobody can guess: the address is the key, so there is no
 * cookie. Anything else is not found.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const language = requireLanguage(searchParams.get('in') ?? 'en')
  const token = orNotFound(/^([\w-]{32})\.ics$/.exec(params.token ?? '')?.[1])
  const style = { t: translate(language), clock: context.clock }
  return new Response(orNotFound(await calendarOfFeed(token, style)), { headers: calendarHeaders })
}
