import { readFileSync } from 'node:fs'
import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { ServerBuild } from '@remix-run/node'
import express, {
  type ErrorRequestHandler,
  type Request as Incoming,
  type Response as Outgoing,
  type RequestHandler,
} from 'express'
import { finishEnding, heardEverywhere } from '../accounts/sessions/ended-sessions.server.ts'
import { catchUpWithPublished, refreshPublished } from '../comments/published.server.ts'
import { stopBuilding } from '../courses/load/build-apart.server.ts'
import takeScript from '../packages/device/take-page.ts?script'
import { workerAddress } from '../packages/device/worker-address.ts'
import { stopMaking } from '../packages/package-files.server.ts'
import { isUnavailable } from '../platform/busy-retry.server.ts'
import { systemClock } from '../platform/clock.ts'
import { collectGarbage } from '../platform/collect-garbage.server.ts'
import { closeDatabase } from '../platform/database.server.ts'
import { migrationFault, rememberOwnMigrations } from '../platform/database-check.server.ts'
import { BadEnvironment, environment } from '../platform/environment.server.ts'
import { log } from '../platform/log.server.ts'
import { keepHeapSmall } from '../platform/small-heap.server.ts'
import { whileLeading } from '../platform/workers/lead.server.ts'
import { isWorker } from '../platform/workers/one-for-all.server.ts'
import { checkProofKey } from '../progress/proofs/proof-key.server.ts'
import { forgetParts } from '../reading/kept-parts.server.tsx'
import { prepareSearch } from '../reading/search/search.server.ts'
import { hashSource, securityHeaders, transportSecurity } from '../safety/security-headers.ts'
import chapterScript from '../ui/enhance/chapter-page.ts?script'
import type { PageAsset, PageAssets } from '../ui/page-assets.tsx'
import chapterStyles from '../ui/styles/chapter-page.css?inline'
import comfortStyles from '../ui/styles/comfort.css?inline'
import styles from '../ui/styles/index.css?inline'
import { chapterIn, chapterPages } from './chapter-pages.server.ts'
import { isTakePage, sendWorker } from './device-worker.server.ts'
import { serveMetrics } from './figures/metrics-server.server.ts'
import { answer, healthChecks, isHealthCheck } from './health.server.ts'
import { isLeave, leaveHeaders } from './leave.server.ts'
import { startMaintenanceJobs } from './maintenance-jobs.server.ts'
import { sendResponse } from './node-adapter.server.ts'
import { editionOf, pages } from './pages.server.ts'
import { answerProtocolErrors, endSilent } from './protocol-errors.server.ts'
import { plainPage, refusalStatus } from './request-guard.server.ts'
import { ResponseCache } from './response-cache.server.ts'
import { headersFor, robotsText } from './search-engines.server.ts'
import { serveCourses } from './served-courses.server.ts'
import { siteCourses } from './site-courses.server.ts'

/** The whole site as a function that answers requests, and how to close it. */
export interface Server {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Has the server that calls `handle` answer as the site does what never becomes a request. */
  attend(http: HttpServer): void
  close(): Promise<void>
}

/** What a page loads, but for the icon, which is a setting. */
type LoadedAssets = Omit<PageAssets, 'icon'>

/**
 * Given in development only: where the sources come from, what a page loads, and what to tell the
 * browser when a course changes.
 */
export interface Development {
  files: RequestHandler
  assets: LoadedAssets
  reload(): void
}

const ownOrigin = environment.ORIGIN ?? 'http://localhost'

/** The style sheets and the scripts, whose text stands in every page. */
function builtAssets(build: ServerBuild): LoadedAssets {
  return {
    style: { text: styles },
    chapterStyle: { text: chapterStyles },
    comfortStyle: { text: comfortStyles },
    scripts: [{ text: readFileSync(`build/client${build.assets.entry.module}`, 'utf8').trim() }],
    chapterScripts: [{ text: chapterScript }],
    takeScripts: [{ text: takeScript }],
  }
}

function headersOfAll(assets: LoadedAssets, isTakePage = false): [string, string][] {
  const source = (asset: PageAsset) => ('text' in asset ? hashSource(asset.text) : "'self'")
  const styles = [assets.style, assets.chapterStyle, assets.comfortStyle]
  const scripts = isTakePage ? assets.takeScripts : [...assets.scripts, ...assets.chapterScripts]
  const headers = securityHeaders({
    styles: [...new Set(styles.map(source))],
    scripts: [...new Set(scripts.map(source))],
    mayHaveWorker: isTakePage,
  })
  return Object.entries({
    ...headers,
    ...(ownOrigin.startsWith('https:') ? transportSecurity : {}),
  })
}

/** Leads a guest to the one address of a page. Nothing of it is stored, not even by the browser. */
function sendOn(
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
  headers: [string, string][],
) {
  const page = { status: 302, headers: [] as [string, string][], body: Buffer.alloc(0) }
  page.headers.push(['Location', address], ['Cache-Control', 'no-store'], ['Content-Length', '0'])
  sendResponse(request, response, page, headers)
}

/** How long a page waits for what other servers have changed, in milliseconds. */
const maxNoticing = 1000

/** Waits for what a page can be sent without where the database does not answer. */
async function withinReason(work: Promise<void>): Promise<void> {
  const logged = work.catch((error: unknown) =>
    log.error({ error }, 'what other servers have changed could not be read'),
  )
  await Promise.race([logged, pause(maxNoticing, undefined, { ref: false })])
}

/** The icon that the host chose. The one that comes with the program is then not there. */
function sendIcon(request: Incoming, response: Outgoing) {
  const { address, type, bytes } = environment.ICON
  if (request.path !== address) return answer(response, 404, 'There is no such icon')
  response.set('Content-Type', type === 'image/png' ? type : `${type}; charset=utf-8`)
  response.set('Cache-Control', 'public,max-age=86400').send(bytes)
}

/** Serves the metrics in the process that leads: where another has led before, as soon as it can. */
async function leadMetrics(isStart: boolean): Promise<() => Promise<void>> {
  try {
    return await serveMetrics(environment.METRICS, systemClock)
  } catch (error) {
    if (isStart) throw error
    log.error({ error }, 'the figures are told to no program any more')
    return async () => {}
  }
}

/** A worker may start when the program, or another one, has migrated the database meanwhile. */
async function refuseOtherDatabase(): Promise<void> {
  const fault = await migrationFault()
  if (fault) throw new BadEnvironment(`DATABASE_URL: the database is another version’s: ${fault}.`)
}

function failed(assets: PageAssets) {
  return (
    error: unknown,
    request: IncomingMessage,
    response: ServerResponse,
    common: [string, string][],
  ) => {
    // The sender went away in the middle of a form: nothing failed here, and nobody is left to be
    // answered.
    if (error === request.errored) return void response.destroy()
    const known =
      (error as { status?: number } | null)?.status ?? (error instanceof URIError ? 400 : 500)
    const status = known === 500 && isUnavailable(error) ? 'not-stored' : known
    if (status === 'not-stored' || status >= 500) log.error({ error }, 'a request failed')
    if (response.headersSent) return void response.destroy()
    sendResponse(request, response, plainPage(request, status, assets), common)
  }
}

/**
 * Composes the site: loads and checks the courses, then serves the icon, health and pages. Throws
 * when a course is broken, or the key of proofs.
 */
export async function createServer(build: ServerBuild, development?: Development): Promise<Server> {
  keepHeapSmall()
  checkProofKey()
  const stopMetrics = await whileLeading(leadMetrics)
  const { address, type } = environment.ICON
  const assets: PageAssets = {
    ...(development?.assets ?? builtAssets(build)),
    icon: { address, type },
  }
  const chapters = chapterPages(build, assets, process.env.NODE_ENV)
  const indexForSearch = () =>
    void prepareSearch(current.current()).catch((error: unknown) =>
      log.error({ error }, 'the courses could not be indexed for search'),
    )
  await rememberOwnMigrations().catch(() => {})
  if (isWorker) await refuseOtherDatabase()
  const current = await serveCourses(siteCourses(Boolean(development)), (problems) => {
    if (problems)
      log.error(`The courses are broken; the last good ones are still served.\n${problems}`)
    else {
      if (!isWorker) log.info('the courses were loaded again')
      forgetParts()
      chapters.forget()
      indexForSearch()
    }
    development?.reload()
  })
  // Nobody is served yet whom it could hold up.
  collectGarbage()
  await refreshPublished().catch((error: unknown) =>
    log.error({ error }, 'the readers’ comments could not be read; the site starts without them'),
  )
  indexForSearch()
  const usual = headersOfAll(assets)
  const ofTakePage = headersOfAll(assets, true)
  const commonFor = ({ url = '' }: IncomingMessage) => (isTakePage(url) ? ofTakePage : usual)
  const cache = new ResponseCache()
  const serve = pages(build, current, assets, cache, chapters)
  const app = express()
  app.disable('x-powered-by').set('etag', false)
  app.use((request, response, next) => {
    for (const [name, value] of commonFor(request)) response.setHeader(name, value)
    next()
  })
  app.use(healthChecks(current))
  app.get('/robots.txt', (_, response) => answer(response, 200, robotsText))
  app.get(workerAddress, sendWorker)
  app.get(['/icon.svg', '/icon.png'], sendIcon)
  if (development) app.use(development.files)
  // The letters of a script that telephones lack: all else of the build stands in the pages.
  else
    app.get(
      /^\/assets\/noto-[\w-]+\.woff2$/,
      express.static('build/client', { immutable: true, maxAge: '1y', index: false }),
    )
  app.use((request, response, next) => void serve(request, response, []).catch(next))
  const fail = failed(assets)
  const failInApp: ErrorRequestHandler = (error, request, response, _next) =>
    fail(error, request, response, [])
  app.use(failInApp)
  const stopWork = await whileLeading(async () => startMaintenanceJobs(systemClock))
  const refuse = (request: IncomingMessage, response: ServerResponse, status: number) =>
    sendResponse(request, response, plainPage(request, status, assets), commonFor(request))
  return {
    // What is refused and what is kept is sent before anything else looks at the request: the
    // router has an answer of its own, without our headers, to some addresses that it cannot parse.
    async handle(request, response) {
      const common = commonFor(request)
      // Before anything else is asked: someone may be looking over the reader's shoulder.
      if (isLeave(request)) {
        const headers = leaveHeaders(request)
        if (isWorker) await heardEverywhere()
        return void response.writeHead(303, [...common, ...headers].flat()).end()
      }
      const refusal = refusalStatus(request)
      if (refusal) return refuse(request, response, refusal)
      if (isHealthCheck(request)) return app(request, response)
      const noticing = catchUpWithPublished()
      if (noticing) await withinReason(noticing)
      const edition = editionOf(current.current())
      const shared = cache.sharedAddress(request, edition)
      if (shared && !shared.isCanonical)
        return sendOn(
          request,
          response,
          `${shared.address}${shared.isCountryMissing ? '#no-comment' : ''}`,
          common,
        )
      const page = shared && cache.findShared(request, shared, edition)
      if (page) return sendResponse(request, response, page, headersFor(shared, common))
      const own = await cache
        .findOwn(request, edition)
        .catch((error: unknown) => log.error({ error }, 'a session could not be looked up'))
      if (!own && !development && chapterIn(request.url ?? '', edition.catalogue))
        return serve(request, response, common).catch((error: unknown) =>
          fail(error, request, response, common),
        )
      if (!own) return app(request, response)
      const renewed = (await cache.learnerOf(request))?.cookie
      sendResponse(request, response, own, common, renewed ? [renewed] : [])
    },
    attend(http) {
      endSilent(http)
      answerProtocolErrors(http, usual, refuse)
    },
    async close() {
      await stopMetrics()
      await current.stop()
      stopBuilding()
      await stopMaking()
      await stopWork()
      await finishEnding()
      await closeDatabase()
    },
  }
}
