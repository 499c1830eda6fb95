import { environment } from './environment.server.ts'

/** The site's address as people outside of it need it: the host's setting, or the one that the request came to. */
export function siteAddress({ headers }: Pick<Request, 'headers'>): string {
  return environment.ORIGIN ?? `http://${headers.get('Host') ?? 'localhost'}`
}
