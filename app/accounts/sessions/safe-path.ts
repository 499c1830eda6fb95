const belowALanguage = /^\/[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*(?:\/|$)/

/**
 * The path to go on to after signing in: only one of this site's pages, below a language; else
 * null. Repeated slashes become one: the router would print such a path, and with it which circle
 * somebody belongs to (SAFETY P4).
 */
export function safePath(to: string | null | undefined): string | null {
  if (!to || to.length > 500 || !belowALanguage.test(to)) return null
  const { origin, pathname: path, search } = new URL(to, 'http://site.invalid')
  const pathname = path.replace(/\/{2,}/g, '/')
  return origin === 'http://site.invalid' && belowALanguage.test(pathname)
    ? pathname + search
    : null
}

/**
 * Where someone who must sign in first is sent: the sign-in page in the language of the address,
 * which leads back to it.
 */
export function signInPath(url: string): string {
  const { pathname, search } = new URL(url)
  const language = belowALanguage.test(pathname) ? pathname.split('/')[1] : 'en'
  const to = safePath(pathname + search)
  return `/${language}/sign-in${to ? `?to=${encodeURIComponent(to)}` : ''}`
}
