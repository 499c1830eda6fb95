// Lucia's tokens: 25 random bytes in base32. Anything else is not worth a look in the database.
const token = /^[a-z2-7]{40}$/
const sessionCookie = /(?:^|;) *(?:__Host-)?s=[^;]/

/**
 * The cookie's name says nothing. Behind TLS its prefix makes the browser refuse it from any other
 * host or without TLS.
 */
function nameOf(secure: boolean): string {
  return secure ? '__Host-s' : 's'
}

function attributes(secure: boolean): string {
  return `; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** Whether a request may come from someone signed in. Cheap: it looks at the header only. */
export function hasSessionCookie(cookieHeader: string | null | undefined): boolean {
  return cookieHeader ? sessionCookie.test(cookieHeader) : false
}

/** The session token that a Cookie header holds, or null. */
export function readSessionCookie(cookieHeader: string | null, secure: boolean): string | null {
  const start = `${nameOf(secure)}=`
  const pair = (cookieHeader ?? '').split(';').find((one) => one.trim().startsWith(start))
  const value = pair?.trim().slice(start.length) ?? ''
  return token.test(value) ? value : null
}

/**
 * The Set-Cookie header of a session: gone after so many seconds, or, with null, when the browser
 * is closed.
 */
export function writeSessionCookie(
  value: string,
  { seconds, secure }: { seconds: number | null; secure: boolean },
): string {
  return `${nameOf(secure)}=${value}${attributes(secure)}${seconds === null ? '' : `; Max-Age=${seconds}`}`
}

/** The Set-Cookie header that takes the session away from the browser. */
export function clearSessionCookie(secure: boolean): string {
  return `${nameOf(secure)}=${attributes(secure)}; Max-Age=0`
}
