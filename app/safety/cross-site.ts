/**
 * Whether a post comes from another site and must be refused (SAFETY P15). `Sec-Fetch-Site` decides
 * where the browser sends it; else `Origin` must be this site. An `Origin: null` without
 * `Sec-Fetch-Site` is let through: with `Referrer-Policy: no-referrer` old browsers send it from
 * this site's own forms too, and the session cookie is SameSite=Lax, so such a post carries
 * nobody's session (docs/decisions/009).
 */
export function isCrossSite(
  headers: { site?: string; origin?: string; host?: string },
  ownOrigin: string | undefined,
): boolean {
  if (headers.site !== undefined) return headers.site !== 'same-origin' && headers.site !== 'none'
  if (headers.origin === undefined || headers.origin === 'null') return false
  if (ownOrigin) return headers.origin !== ownOrigin
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== headers.host
}
