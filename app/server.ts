import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import express, { type Express, type Request as Incoming, type Response as Outgoing } from 'express'
import sirv from 'sirv'
import { hasSessionCookie } from './accounts/session-cookie.ts'
import { deleteExpiredSessions, getLearner } from './accounts/sessions.server.ts'
import { type CatalogueHolder, holdCatalogue } from './courses/current-catalogue.server.ts'
import { systemClock } from './platform/clock.ts'
import { closeDatabase, database } from './platform/database.server.ts'
import { chooseEncoding, encode } from './platform/encoding.server.ts'
import { environment } from './platform/environment.server.ts'
import { log } from './platform/log.server.ts'
import { PageCache, type StoredPage } from './platform/page-cache.server.ts'
import { checkQuestion } from './quizzes/question-types.ts'
import { isCrossSite } from './safety/cross-site.ts'
import { securityHeaders, transportSecurity } from './safety/security-headers.ts'

/** The whole site as an Express application, and how to close it. */
export interface Server {
  app: Express
  close(): Promise<void>
}

/** Given in development only: where the built files come from, and what to tell the browser when a course changes. */
export interface Development {
  files: express.RequestHandler
  script: string
  reload(): void
}

const maxBodyBytes = 64 * 1024
const maxCachedBytes = 32 * 1024 * 1024
/** Pages that are the same for every guest: home, contents, chapters, the safety page. No other is ever kept. */
const sharedPages = /^\/[a-z]{2,3}(-[A-Za-z]{2,4})?(\/courses\/[^/]+(\/(guide\/)?[^/]+)?|\/safety)?$/
const sharedParameters = new Set(['country'])
const cleaningEvery = 5 * 60 * 1000

const isHttps = environment.ORIGIN?.startsWith('https:') ?? false
const headersOfAll = { ...securityHeaders, ...(isHttps ? transportSecurity : {}) }

function addHeaders(_: Incoming, response: Outgoing, next: () => void) {
  response.set(headersOfAll)
  next()
}

function answer(response: Outgoing, status: number, text: string) {
  response.status(status).set('Cache-Control', 'no-store').type('text/plain').send(text)
}

/** Whether an address can be decoded. One that cannot be would be printed by the router, and what someone asked for is not to be noted. */
function isReadable(address: string): boolean {
  try {
    decodeURI(address)
    return true
  } catch {
    return false
  }
}

/** Refuses what no page of this site sends: other methods, posts from other sites, bodies without or beyond a size. */
function refuseStrangers(request: Incoming, response: Outgoing, next: () => void) {
  if (!isReadable(request.originalUrl)) return answer(response, 400, 'The address cannot be read')
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  if (request.method !== 'POST') return answer(response.set('Allow', 'GET, HEAD, POST'), 405, 'Method not allowed')
  const { 'sec-fetch-site': site, origin, host } = request.headers
  if (isCrossSite({ site: site as string | undefined, origin, host }, environment.ORIGIN))
    return answer(response, 403, 'Refused: the form was sent from another site')
  const length = Number(request.headers['content-length'])
  if (!Number.isInteger(length) || request.headers['transfer-encoding']) return answer(response, 411, 'Length required')
  if (length > maxBodyBytes) return answer(response, 413, 'Too large')
  next()
}

async function readBody(request: Incoming): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

/** The request as Remix takes it: a HEAD is asked as a GET, and its body kept back when it is sent. Only the headers that a page needs are passed on, so that no address or browser can be noted by mistake. */
async function toFetchRequest(request: Incoming): Promise<Request> {
  const headers = new Headers()
  for (const name of ['accept', 'accept-language', 'content-type', 'cookie']) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  const url = new URL(request.originalUrl.replace(/^\/+/, '/'), environment.ORIGIN ?? 'http://localhost')
  if (request.method !== 'POST') return new Request(url, { headers })
  return new Request(url, { method: 'POST', headers, body: await readBody(request) })
}

/** Makes something when it is first asked for, once; `made` tells what came of it, if it was asked for at all. */
function onceOnly<T>(make: () => Promise<T>): { get(): Promise<T>; made(): Promise<T> | undefined } {
  let made: Promise<T> | undefined
  return {
    get() {
      made ??= make()
      return made
    },
    made: () => made,
  }
}

/** The key of a page that is the same for every guest; null for any other. */
function cacheKey(request: Incoming, version: string): string | null {
  if ((request.method !== 'GET' && request.method !== 'HEAD') || hasSessionCookie(request.headers.cookie)) return null
  const url = new URL(request.originalUrl.replace(/^\/+/, '/'), 'http://localhost')
  if (!sharedPages.test(url.pathname)) return null
  if ([...url.searchParams.keys()].some((name) => !sharedParameters.has(name))) return null
  return `${version} ${chooseEncoding(request.headers['accept-encoding'])} ${url.pathname}${url.search}`
}

function sendStored(request: Incoming, response: Outgoing, page: StoredPage) {
  for (const [name, value] of page.headers) response.setHeader(name, value)
  response.setHeader('Content-Length', page.body.length)
  response.statusCode = 200
  response.end(request.method === 'HEAD' ? undefined : page.body)
}

function headersFor(from: Headers, encoding: string): [string, string][] {
  const headers: [string, string][] = [...from].filter(([name]) => name !== 'set-cookie' && name !== 'vary')
  if (!from.has('cache-control')) headers.push(['Cache-Control', 'no-store'])
  headers.push(['Vary', from.has('vary') ? `${from.get('vary')}, Accept-Encoding` : 'Accept-Encoding'])
  if (encoding !== 'identity') headers.push(['Content-Encoding', encoding])
  return headers
}

async function send(request: Incoming, response: Outgoing, from: Response, keep: { cache: PageCache; key: string | null }) {
  const text = await from.text()
  const encoding = text.length > 500 ? chooseEncoding(request.headers['accept-encoding']) : 'identity'
  const headers = headersFor(from.headers, encoding)
  const isShared =
    keep.key !== null && from.status === 200 && !from.headers.has('set-cookie') && from.headers.get('content-type')?.startsWith('text/html')
  if (isShared) return sendStored(request, response, await keep.cache.add(keep.key as string, text, encoding, headers))
  response.status(from.status)
  for (const cookie of from.headers.getSetCookie()) response.append('Set-Cookie', cookie)
  for (const [name, value] of headers) response.setHeader(name, value)
  const body = await encode(text, encoding, true)
  response.setHeader('Content-Length', body.length)
  response.end(request.method === 'HEAD' ? undefined : body)
}

function pages(build: ServerBuild, held: CatalogueHolder, script: string): express.RequestHandler {
  const handle = createRequestHandler(build, process.env.NODE_ENV)
  const cache = new PageCache(maxCachedBytes)
  return async (request, response, next) => {
    try {
      const catalogue = held.current()
      const key = cacheKey(request, catalogue.version)
      const stored = key && cache.get(key)
      if (stored) return sendStored(request, response, stored)
      const fetchRequest = await toFetchRequest(request)
      const learner = onceOnly(() => getLearner(fetchRequest))
      const page = await handle(fetchRequest, { catalogue, clock: systemClock, learner: learner.get, script })
      const cookie = (await learner.made())?.cookie
      if (cookie && !page.headers.has('set-cookie')) page.headers.append('Set-Cookie', cookie)
      await send(request, response, page, { cache, key })
    } catch (error) {
      next(error)
    }
  }
}

function health(held: CatalogueHolder): express.RequestHandler {
  return async (_, response) => {
    try {
      await (await database()).$queryRaw`SELECT 1`
      answer(response, 200, `ok ${held.current().version}`)
    } catch {
      answer(response, 503, 'the database does not answer')
    }
  }
}

function failed(error: unknown, _request: Incoming, response: Outgoing, _next: () => void) {
  const status = (error as { status?: number; statusCode?: number } | null)?.status ?? (error instanceof URIError ? 400 : 500)
  if (status >= 500) log.error({ error }, 'a request failed')
  if (response.headersSent) return response.destroy()
  answer(response, status, status >= 500 ? 'Something went wrong here.' : 'Not accepted')
}

/** Composes the site: loads and checks the courses, then serves files, health and pages. Throws when a course is broken. */
export async function createServer(build: ServerBuild, development?: Development): Promise<Server> {
  const held = await holdCatalogue(
    { folder: environment.COURSES, cacheFolder: `${environment.CACHE}/chapters`, checkQuestion },
    (problems) => {
      if (problems) log.error(`The courses are broken; the last good ones are still served.\n${problems}`)
      else log.info('the courses were loaded anew')
      development?.reload()
    },
  )
  const app = express()
  app.disable('x-powered-by').set('etag', false)
  app.use(addHeaders, refuseStrangers)
  app.get('/healthz', health(held))
  if (development) app.use(development.files)
  else {
    app.use(
      '/assets',
      sirv('build/client/assets', {
        brotli: true,
        gzip: true,
        etag: false,
        setHeaders: (response) => response.setHeader('Cache-Control', 'public, max-age=31536000, immutable'),
      }),
    )
    app.use(sirv('build/client', { brotli: true, gzip: true, maxAge: 86_400 }))
  }
  app.use(pages(build, held, development?.script ?? build.assets.entry.module))
  app.use(failed)
  const cleaning = setInterval(
    () => deleteExpiredSessions().catch((error: unknown) => log.error({ error }, 'old sessions were not deleted')),
    cleaningEvery,
  )
  return {
    app,
    async close() {
      clearInterval(cleaning)
      held.stop()
      await closeDatabase()
    },
  }
}
