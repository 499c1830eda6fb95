import type { LoaderFunctionArgs } from '@remix-run/node'
import { endSession } from '../accounts/sessions.server.ts'
import { bestLanguage, findLanguage } from '../i18n/languages.ts'
import { siteLanguages } from '../i18n/request-language.server.ts'
import { clearSiteData } from '../safety/clear-site-data.ts'
import { leaveAddress } from '../safety/leave-address.server.ts'

/**
 * Ends the session, has the browser forget what it holds of this site, and goes to a neutral one. A link, so that it works without script and
 * at once (SAFETY P6). A page's button names its language; /leave alone, which people print and remember, goes by the browser's.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const ofPage = findLanguage(new URL(request.url).searchParams.get('in') ?? undefined, siteLanguages)
  const language = ofPage ?? bestLanguage(request.headers.get('Accept-Language'), siteLanguages)
  const headers = new Headers({ ...clearSiteData, Location: leaveAddress(language), Vary: 'Accept-Language' })
  if (request.headers.has('Cookie')) headers.append('Set-Cookie', await endSession(request))
  return new Response(null, { status: 303, headers })
}
