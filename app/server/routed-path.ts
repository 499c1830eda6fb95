/**
 * The path that the router goes by for an address: dots walked, escapes and capitals undone, without
 * what stands behind the question mark. Who is limited by a path cannot choose the limit by
 * another spelling of it.
 */
export function routedPath(address: string): string {
  const { pathname } = new URL(address.replace(/^\/+/, '/'), 'http://localhost')
  return decodeURI(pathname.replace(/^\/+/, '/')).toLowerCase()
}
