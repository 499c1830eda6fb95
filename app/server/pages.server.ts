import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { publishedVersion } from '../comments/published.server.ts'
import type { Catalogue } from '../courses/model/chapter.ts'
import type { HeldFile } from '../packages/held-file.server.ts'
import { isUnavailable } from '../platform/busy-retry.server.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { systemClock } from '../platform/clock.ts'
import { environment } from '../platform/environment.server.ts'
import { bytesOf, type Piece } from '../platform/pieces/piece.server.ts'
import { oneForAll } from '../platform/workers/one-for-all.server.ts'
import { shareOf } from '../platform/workers/share.server.ts'
import type { PageAssets } from '../ui/page-assets.tsx'
import { chapterIn, type chapterPages } from './chapter-pages.server.ts'
import { Downloads } from './downloads.server.ts'
import { routePatterns } from './figures/route-patterns.ts'
import { notePage } from './figures/site-figures.server.ts'
import { formLimiter } from './form-limiter.server.ts'
import { sendResponse, toFetchRequest, wholeOf } from './node-adapter.server.ts'
import { pageLimiter } from './page-limiter.server.ts'
import { plainPage, resendPage } from './request-guard.server.ts'
import type { Edition, ResponseCache } from './response-cache.server.ts'
import { headersFor } from './search-engines.server.ts'
import type { ServedCourses } from './served-courses.server.ts'

const ownOrigin = environment.ORIGIN ?? 'http://localhost'

/**
 * What every cached page is made of apart from a learner's own: the courses and the readers'
 * comments, as they are now.
 */
export function editionOf(catalogue: Catalogue): Edition {
  return { catalogue, version: `${catalogue.version} ${publishedVersion()}` }
}

const forms = formLimiter()
const admitForm = oneForAll('forms', (method: string, url: string, learnerId: string) =>
  forms.admit({ method, url }, learnerId),
)

/** Pieces where a page has no places for them: as they are. */
const htmlOf = (pieces: readonly Piece[]) => bytesOf(pieces).toString()

/** Answers a request for a page, with these headers on top of its own. */
export type Serve = (
  request: IncomingMessage,
  response: ServerResponse,
  common: [string, string][],
) => Promise<void>

/** Every page of the site: made by Remix, kept where it may be sent again. */
export function pages(
  build: ServerBuild,
  held: Pick<ServedCourses, 'current'>,
  assets: PageAssets,
  kept: ResponseCache,
  chapters: ReturnType<typeof chapterPages>,
): Serve {
  const handle = createRequestHandler(build, process.env.NODE_ENV)
  const patternOf = routePatterns(build)
  // Each page in the making takes memory. Kept ones, which most visits are, are sent however many
  // ask.
  const rooms = pageLimiter(shareOf(environment.PAGES_AT_ONCE))
  const downloads = new Downloads()
  return async (request, response, common) => {
    // Read before the page is made: a page that shows an older comment is never kept for a newer
    // version.
    const edition = editionOf(held.current())
    const learner = () => kept.learnerOf(request)
    // Read whole before it takes room, so that a slow sender takes nobody's.
    const fetchRequest = await toFetchRequest(request, ownOrigin)
    const sender = request.method === 'POST' ? await learner() : null
    const seconds = sender ? await admitForm('POST', request.url ?? '', sender.learnerId) : 0
    if (seconds > 0) {
      const fields = new URLSearchParams(await fetchRequest.text())
      return sendResponse(request, response, resendPage(request, fields, seconds, assets), common)
    }
    let isStorageDown = false
    const noteFailure = (error: unknown) => {
      isStorageDown ||= isUnavailable(error)
    }
    let file = null as HeldFile | null
    const context = {
      catalogue: edition.catalogue,
      clock: systemClock,
      learner,
      noteFailure,
      sendFile: (opened: HeldFile) => {
        file = opened
      },
    }
    const chapter = chapterIn(request.url ?? '', edition.catalogue)
    const render = async () =>
      chapter
        ? chapters.make(fetchRequest, chapter, context)
        : wholeOf(await handle(fetchRequest, { ...context, assets, place: htmlOf }))
    const shared = kept.sharedAddress(request, edition)
    const headers = headersFor(shared, common, response)
    const make = () =>
      shared
        ? kept.makeShared(request, shared, edition, render)
        : kept.make(request, edition, render)
    const began = performance.now()
    const full = () => ({ page: plainPage(request, 'crowded', assets), cookies: [] })
    // Of the pages that all guests share there are only so many, each made once: they need no
    // room. Of their variants there are thousands.
    const { page: made, cookies } = await (shared && !shared.isVariant
      ? make()
      : rooms.run(request, (await learner())?.learnerId ?? null, make, full))
    const took = performance.now() - began
    const isForm = request.method === 'POST'
    notePage(patternOf(request.url ?? ''), isForm, took, dayOf(systemClock.now()))
    const page =
      made.status === 500 && isStorageDown ? plainPage(request, 'not-stored', assets) : made
    const renewed = (await learner())?.cookie
    const set = cookies.length === 0 && renewed ? [renewed] : cookies
    if (!file || page.status !== 200) return sendResponse(request, response, page, headers, set)
    const all = [...headers, ...page.headers]
    for (const cookie of set) all.push(['Set-Cookie', cookie])
    if (!(await downloads.send(request, response, file, all)))
      sendResponse(request, response, full().page, headers)
  }
}
