import { environment } from './environment.server.ts'

const thisMachine = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/

/**
 * The site's address as people outside of it need it: the host's setting. Where there is none, it
 * is this machine's own: a request's Host header is believed only where it names this machine,
 * since what is printed must not lead where a stranger's request says.
 */
export function siteAddress({ headers }: Pick<Request, 'headers'>): string {
  if (environment.ORIGIN) return environment.ORIGIN
  const host = headers.get('Host') ?? ''
  return `http://${thisMachine.test(host) ? host : 'localhost'}`
}
