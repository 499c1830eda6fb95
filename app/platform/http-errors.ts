/**
 * A response to throw from a loader or action: the error page in the reader's language, with this
 * status.
 */
export function httpError(
  status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 429,
  headers?: HeadersInit,
): Response {
  return new Response(null, headers ? { status, headers } : { status })
}

/**
 * The value, or the "not found" page when there is none. Another person's row is not found either.
 */
export function orNotFound<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw httpError(404)
  return value
}

/**
 * Sends the browser on to an address of this site with GET, so that a reload does not post again.
 */
export function seeOther(path: string, headers?: HeadersInit): Response {
  const all = new Headers(headers)
  all.set('Location', path)
  return new Response(null, { status: 303, headers: all })
}

/**
 * Sends a posted form on to another address of this site as it is: the browser posts it there, body
 * and all.
 */
export function postOn(path: string): Response {
  return new Response(null, { status: 307, headers: { Location: path } })
}
