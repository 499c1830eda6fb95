import type { LoaderFunctionArgs } from '@remix-run/node'
import { endSession } from '../accounts/sessions.server.ts'
import { environment } from '../platform/environment.server.ts'

/** Ends the session, has the browser forget what it holds of this site, and goes to a neutral one. A link, so that it works without script and at once (SAFETY P6). */
export async function loader({ request }: LoaderFunctionArgs) {
  const headers = new Headers({
    Location: environment.LEAVE_TO,
    'Clear-Site-Data': '"cache", "cookies", "storage"',
    'Cache-Control': 'no-store',
  })
  if (request.headers.has('Cookie')) headers.append('Set-Cookie', await endSession(request))
  return new Response(null, { status: 303, headers })
}
