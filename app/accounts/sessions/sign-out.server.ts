import { endSessionEverywhere } from './sessions.server.ts'

/**
 * Ends the session of a request. Returns the Set-Cookie header that takes it away from the browser;
 * it is the same for a guest.
 */
export function signOut({ request }: { request: Request }): Promise<string> {
  return endSessionEverywhere(request)
}
