import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import express, { type Request as Incoming, type Response as Outgoing, type RequestHandler } from 'express'
import sirv from 'sirv'
import { hasSessionCookie } from './accounts/session-cookie.ts'
import { deleteExpiredSessions, getLearner, type SignedIn } from './accounts/sessions.server.ts'
import { type CatalogueHolder, holdCatalogue } from './courses/current-catalogue.server.ts'
import { encodingFor, type SentPage, sendPage, toFetchRequest, toSentPage } from './platform/bridge.server.ts'
import { changesOf } from './platform/changes.server.ts'
import { systemClock } from './platform/clock.ts'
import { closeDatabase, database } from './platform/database.server.ts'
import { environment } from './platform/environment.server.ts'
import { log } from './platform/log.server.ts'
import { PageCache } from './platform/page-cache.server.ts'
import { checkQuestion } from './quizzes/question-types.ts'
import { isCrossSite } from './safety/cross-site.ts'
import { hashSource, securityHeaders, transportSecurity } from './safety/security-headers.ts'
import type { PageAsset, PageAssets } from './ui/page-assets.tsx'
import styles from './ui/styles/index.css?inline'

/** The whole site as a function that answers requests, and how to close it. */
export interface Server {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  close(): Promise<void>
}

/** Given in development only: where the sources come from, what a page loads, and what to tell the browser when a course changes. */
export interface Development {
  files: RequestHandler
  assets: PageAssets
  reload(): void
}

const maxBodyBytes = 64 * 1024
const maxSharedBytes = 32 * 1024 * 1024
const maxPrivateBytes = 8 * 1024 * 1024
const cleaningEvery = 5 * 60 * 1000

/** Pages that are the same for every guest: home, contents, chapters, a course's other pages, the safety page. No other of a guest's is ever kept. */
const sharedPages = /^\/[a-z]{2,3}(-[A-Za-z]{2,4})?(\/courses\/[^/?]+(\/(guide\/)?[^/?]+)?|\/safety)?(\?country=[A-Z]{2})?$/

/** A course's pages, chapters above all: what they show of a learner is told to change by its stores (platform/changes). */
const chapterPages = /^\/[a-z]{2,3}(-[A-Za-z]{2,4})?\/courses\/[^/?]+\/[^/?]+$/

const ownOrigin = environment.ORIGIN ?? 'http://localhost'

/** The style sheet and the script, whose text stands in every page. */
function builtAssets(build: ServerBuild): PageAssets {
  return { style: { text: styles }, scripts: [{ text: readFileSync(`build/client${build.assets.entry.module}`, 'utf8').trim() }] }
}

function headersOfAll({ style, scripts }: PageAssets): [string, string][] {
  const source = (asset: PageAsset) => ('text' in asset ? hashSource(asset.text) : "'self'")
  const headers = securityHeaders({ styles: [source(style)], scripts: [...new Set(scripts.map(source))] })
  return Object.entries({ ...headers, ...(ownOrigin.startsWith('https:') ? transportSecurity : {}) })
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

/** Makes something when it is first asked for, and only once. */
function onceOnly<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The key of a page that is the same for every guest; null for any other. */
function sharedKey(request: IncomingMessage, version: string): string | null {
  if ((request.method !== 'GET' && request.method !== 'HEAD') || hasSessionCookie(request.headers.cookie)) return null
  return `${version} ${encodingFor(request)} ${request.url}`
}

/** The key of a learner's own page, which is the same until something of theirs changes. A learner who goes back finds it there. */
function privateKey(request: IncomingMessage, version: string, learner: SignedIn | null): string | null {
  if (!learner || (request.method !== 'GET' && request.method !== 'HEAD') || !chapterPages.test(request.url ?? '')) return null
  return [learner.learnerId, learner.pseudonym, changesOf(learner.learnerId), version, encodingFor(request), request.url].join(' ')
}

/** What is kept of pages: those that are the same for every guest, and learners' own chapters. */
interface KeptPages {
  shared: PageCache<SentPage>
  own: PageCache<SentPage>
  /** Who sent a request that has been looked up already. */
  learners: WeakMap<IncomingMessage, SignedIn | null>
}

function pages(build: ServerBuild, held: CatalogueHolder, assets: PageAssets, { shared, own, learners }: KeptPages): RequestHandler {
  const handle = createRequestHandler(build, process.env.NODE_ENV)
  return async (request, response, next) => {
    try {
      const catalogue = held.current()
      const fetchRequest = await toFetchRequest(request, ownOrigin)
      const learner = onceOnly(async () => (learners.has(request) ? (learners.get(request) as SignedIn | null) : getLearner(fetchRequest)))
      const signedIn = hasSessionCookie(request.headers.cookie) ? await learner() : null
      const renewed = signedIn?.cookie ? [signedIn.cookie] : []
      const ownBefore = privateKey(request, catalogue.version, signedIn)
      const page = await handle(fetchRequest, { catalogue, clock: systemClock, learner, assets })
      const cookies = page.headers.getSetCookie()
      const text = await page.text()
      const isLasting = page.status === 200 && cookies.length === 0
      const sharedAt = isLasting && sharedPages.test(request.url) ? sharedKey(request, catalogue.version) : null
      // Kept only if nothing of the learner's changed while it was made, whether by this request or by another.
      const ownAt = isLasting && ownBefore === privateKey(request, catalogue.version, signedIn) ? ownBefore : null
      const make = () => toSentPage(page, text, encodingFor(request), sharedAt !== null)
      const sent = sharedAt ? await shared.add(sharedAt, make) : ownAt ? await own.add(ownAt, make) : await make()
      sendPage(request, response, sent, [], cookies.length > 0 ? cookies : renewed)
    } catch (error) {
      next(error)
    }
  }
}

function health(held: CatalogueHolder): RequestHandler {
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
  const status = (error as { status?: number } | null)?.status ?? (error instanceof URIError ? 400 : 500)
  if (status >= 500) log.error({ error }, 'a request failed')
  if (response.headersSent) return response.destroy()
  answer(response, status, status >= 500 ? 'Something went wrong here.' : 'Not accepted')
}

/** Composes the site: loads and checks the courses, then serves files, health and pages. Throws when a course is broken. */
export async function createServer(build: ServerBuild, development?: Development): Promise<Server> {
  const held = await holdCatalogue(
    { folder: environment.COURSES, cacheFolder: `${environment.CACHE}/chapters`, checkQuestion, trustsCache: true },
    (problems) => {
      if (problems) log.error(`The courses are broken; the last good ones are still served.\n${problems}`)
      else log.info('the courses were loaded anew')
      development?.reload()
    },
  )
  const assets = development?.assets ?? builtAssets(build)
  const common = headersOfAll(assets)
  const kept: KeptPages = { shared: new PageCache(maxSharedBytes), own: new PageCache(maxPrivateBytes), learners: new WeakMap() }
  const app = express()
  app.disable('x-powered-by').set('etag', false)
  app.use((_, response, next) => {
    for (const [name, value] of common) response.setHeader(name, value)
    next()
  }, refuseStrangers)
  app.get('/healthz', health(held))
  if (development) app.use(development.files)
  app.use(sirv('public', { maxAge: 86_400 }))
  app.use(pages(build, held, assets, kept))
  app.use(failed)
  const cleaning = setInterval(
    () => deleteExpiredSessions().catch((error: unknown) => log.error({ error }, 'old sessions were not deleted')),
    cleaningEvery,
  )
  /** Sends a page that is kept, before anything else is done for the request; false where none is. */
  function sendKept(request: IncomingMessage, response: ServerResponse): boolean {
    const key = sharedKey(request, held.current().version)
    const page = key && kept.shared.get(key)
    if (page) sendPage(request, response, page, common)
    return Boolean(page)
  }

  async function sendOwn(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (!chapterPages.test(request.url ?? '') || request.method !== 'GET' || !hasSessionCookie(request.headers.cookie)) return false
    const learner = await getLearner({ headers: new Headers({ Cookie: request.headers.cookie as string }) })
    kept.learners.set(request, learner)
    const page = kept.own.get(privateKey(request, held.current().version, learner) ?? '')
    if (page) sendPage(request, response, page, common, learner?.cookie ? [learner.cookie] : [])
    return Boolean(page)
  }

  return {
    async handle(request, response) {
      if (sendKept(request, response)) return
      const isSent = await sendOwn(request, response).catch((error: unknown) => log.error({ error }, 'a session could not be looked up'))
      if (!isSent) app(request, response)
    },
    async close() {
      clearInterval(cleaning)
      held.stop()
      await closeDatabase()
    },
  }
}
