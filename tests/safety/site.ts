import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServerDatabase, isOnServer } from '../factories/test-database.ts'
import { type Received, type Sent, send } from '../fuzz/send.ts'
import { startServer } from '../journeys/server.ts'
import { ensureTemplate } from '../template-database.ts'
import type { Outcome } from './expectation.ts'
import { amissIn, headersOf, isTakePath, strictTransport, takeHeadersOf } from './headers.ts'
import { peopleRows, type Role, tokenOf } from './people.ts'
import { thingRows } from './seed-rows.ts'
import { siteFile, siteOnServer } from './site-database.ts'

/** A server of the built site with someone of each role, which is set back before each request. */
export interface PeopledSite {
  /** Opens an address as someone. */
  open(role: Role, address: string): Promise<{ outcome: Outcome | string; received: Received }>
  /** Sends a form as someone. With an origin, as a browser sends it from that site. */
  post(
    role: Role,
    address: string,
    fields: Record<string, string>,
    from?: string,
  ): Promise<{ outcome: Outcome | string; received: Received }>
  /** Each header of an answer so far that was not as it must be. */
  headersAmiss(): string[]
  stop(): Promise<void>
}

const elsewhere = 'https://weather.example/'

function outcomeOf({ status, headers }: Received, isStored: boolean): Outcome | string {
  const location = headers.location as string | undefined
  const stored = isStored ? ', stored' : ''
  if (status === 302 || status === 303 || status === 307) {
    if (location === elsewhere) return 'elsewhere'
    if (location && /^\/[a-z-]+\/sign-in(\?|$)/.test(location)) return `sign-in${stored}`
    return location?.startsWith('/') ? (isStored ? 'done' : 'onward') : `sent to ${location}`
  }
  const known: Record<number, string> = {
    400: 'refused',
    401: 'sign-in',
    403: 'forbidden',
    404: 'not-found',
    405: 'no-form',
  }
  if (status === 200)
    return `${String(headers['content-type']).startsWith('text/html') ? 'page' : 'file'}${stored}`
  return `${known[status] ?? status}${stored}`
}

/** A port that nobody uses. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return String(port)
}

/**
 * Starts the site for a test file. The name tells its database apart. With an https origin, it is
 * asked as a proxy that ends TLS asks it.
 */
export async function startPeopledSite(
  name: string,
  origin?: `https://${string}`,
  given: Record<string, string> = {},
): Promise<PeopledSite> {
  const settings = { ...given }
  if (isOnServer) settings.DATABASE_URL = await createServerDatabase()
  else await ensureTemplate(name)
  const behindTls: Record<string, string> = origin ? { ORIGIN: origin, PORT: await freePort() } : {}
  const server = await startServer(name, {
    LOG_LEVEL: 'error',
    LEAVE_TO: elsewhere,
    ...behindTls,
    ...settings,
  })
  const db = isOnServer
    ? await siteOnServer(settings.DATABASE_URL as string)
    : await siteFile(server.databaseFile)
  let asItBegins = ''

  /** Sets everything back to how each request finds it, where the last one changed anything. */
  async function setBack() {
    if ((await db.stored()) === asItBegins) return
    await db.replaceRows([...peopleRows, ...thingRows])
    asItBegins = await db.stored()
  }

  const amiss: string[] = []
  const expected = [...(await headersOf(server.origin)), ...(origin ? [strictTransport] : [])]
  const expectedOfTake = await takeHeadersOf(server.origin, expected)
  async function ask(sent: Sent): Promise<Received> {
    const received = await send(server.origin, sent)
    for (const fault of amissIn(
      received.headers,
      isTakePath(sent.path) ? expectedOfTake : expected,
    ))
      amiss.push(`${sent.method} ${sent.path}: ${fault}`)
    return received
  }

  const cookieOf = (role: Role): Record<string, string> =>
    role === 'guest' ? {} : { Cookie: `${origin ? '__Host-s' : 's'}=${tokenOf(role)}` }

  return {
    async open(role, address) {
      await setBack()
      const received = await ask({ method: 'GET', path: address, headers: cookieOf(role) })
      return { outcome: outcomeOf(received, false), received }
    },
    async post(role, address, fields, from) {
      await setBack()
      const received = await ask({
        method: 'POST',
        path: address,
        headers: {
          ...cookieOf(role),
          'Content-Type': 'application/x-www-form-urlencoded',
          ...(from ? { Origin: from, 'Sec-Fetch-Site': 'cross-site' } : {}),
        },
        body: new URLSearchParams(fields).toString(),
      })
      return { outcome: outcomeOf(received, (await db.stored()) !== asItBegins), received }
    },
    headersAmiss: () => amiss,
    async stop() {
      await db.close()
      await server.stop()
    },
  }
}
