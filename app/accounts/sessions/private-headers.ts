import type { HeadersFunction } from '@remix-run/node'

/**
 * The headers of a page about one person: stored nowhere, and with the action's word on when to try
 * again.
 */
export const privateHeaders: HeadersFunction = ({ parentHeaders, actionHeaders }) => {
  const headers = new Headers(parentHeaders)
  headers.set('Cache-Control', 'no-store')
  const retryAfter = actionHeaders.get('Retry-After')
  if (retryAfter) headers.set('Retry-After', retryAfter)
  return headers
}
