import type { IncomingMessage } from 'node:http'
import { hasSessionCookie } from '../accounts/sessions/session-cookie.ts'
import { getLearner, type SignedIn } from '../accounts/sessions/sessions.server.ts'
import type { Catalogue } from '../courses/model/chapter.ts'
import { noticeChanges, versionOf } from '../platform/cache-version.server.ts'
import { log } from '../platform/log.server.ts'
import {
  type EncodedResponse,
  encodeResponse,
  encodingsFor,
  type MadeResponse,
  shrink,
} from './node-adapter.server.ts'
import { padResponse } from './pad-response.ts'
import { PageCache } from './page-cache.server.ts'
import { type SharedAddress, sharedAddress } from './shared-address.server.ts'

const maxSharedBytes = 32 * 1024 * 1024
/** Of variants there are tens of thousands: they must not take the place of a chapter. */
const maxVariantBytes = 4 * 1024 * 1024
const maxOwnBytes = 8 * 1024 * 1024
// As long as a session lives unused: nothing of a learner stays in memory after they have gone.
const maxOwnIdle = 30 * 60 * 1000

/**
 * A course's pages, chapters above all: what they show of a learner is told to change by its stores
 * (platform/changes).
 */
const ownPages = /^\/[a-z]{2,3}(-[A-Za-z\d]{2,8})*\/courses\/[\w-]+\/[\w.-]+$/

/** What is the same for everybody, signed in or not: made once, however many cookies are sent. */
const isForAll = /\/(search\/suggestions\.json|questions\.(gift|xml))$/

const isRead = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'

/** A page that the cache holds or has just been made, with the cookies of the person who asked. */
export interface MadePage {
  page: EncodedResponse
  cookies: string[]
}

/**
 * What pages are made of: the courses, and a version that changes with anything that every reader
 * sees.
 */
export interface Edition {
  catalogue: Catalogue
  version: string
}

/**
 * Pages that were made before and can be sent again as they are: those that every guest gets, and a
 * learner's own chapters until something of theirs changes (docs/decisions/037, 064). A page is
 * kept for one version of the courses.
 */
export class ResponseCache {
  #shared = new PageCache<EncodedResponse>(maxSharedBytes)
  #variants = new PageCache<EncodedResponse>(maxVariantBytes)
  #own = new PageCache<EncodedResponse>(maxOwnBytes, maxOwnIdle)
  #learners = new WeakMap<IncomingMessage, Promise<SignedIn | null>>()
  #isShrinking = false

  /**
   * Who sent a request, or null; looked up once a request, and not at all where it has no session
   * cookie.
   */
  learnerOf(request: IncomingMessage): Promise<SignedIn | null> {
    const known = this.#learners.get(request) ?? this.#look(request)
    this.#learners.set(request, known)
    return known
  }

  async #look({ headers }: IncomingMessage): Promise<SignedIn | null> {
    if (!hasSessionCookie(headers.cookie)) return null
    const learner = await getLearner({ headers: { get: () => headers.cookie ?? null } })
    // Before any page of theirs that was made here is looked for.
    if (learner) await noticeChanges(learner.learnerId)
    return learner
  }

  /**
   * Where a request asks for a page that all guests share, or a file that learners share with them.
   * There are only so many of them, whatever is asked for.
   */
  sharedAddress(request: IncomingMessage, { catalogue }: Edition): SharedAddress | null {
    if (!isRead(request)) return null
    const address = sharedAddress(request.url ?? '', catalogue)
    const isShared =
      !hasSessionCookie(request.headers.cookie) || isForAll.test(address?.address ?? '')
    return isShared ? address : null
  }

  /**
   * A page for every guest that is kept. Costs no look at a session: this is what most visits are.
   */
  findShared(
    request: IncomingMessage,
    { address, isVariant }: SharedAddress,
    { version }: Edition,
  ): EncodedResponse | undefined {
    const key = sharedKey(request, address, version)
    const pages = this.#pagesOf(isVariant)
    const page = pages.get(key)
    // Asked for again: now it is worth the time that the smallest form takes. One at a time, while
    // the page is sent as it is.
    if (page?.canShrink && !this.#isShrinking)
      void this.#shrinking(async () => pages.replace(key, page, await shrink(page))).catch(
        (error: unknown) => log.error({ error }, 'a page could not be compressed further'),
      )
    return page
  }

  /** A learner's own page that is kept. */
  async findOwn(
    request: IncomingMessage,
    { version }: Edition,
  ): Promise<EncodedResponse | undefined> {
    if (
      !isRead(request) ||
      !ownPages.test(request.url ?? '') ||
      !hasSessionCookie(request.headers.cookie)
    )
      return undefined
    const key = this.#ownKey(request, version, await this.learnerOf(request))
    return key ? this.#own.get(key) : undefined
  }

  /**
   * Makes a page that all guests share and keeps it. Those who ask for it meanwhile get the same.
   * It is compressed as small as it gets where nothing else is just then; others, and variants, are
   * compressed fast, so that nobody waits in a queue for that.
   */
  async makeShared(
    request: IncomingMessage,
    { address, isVariant }: SharedAddress,
    { version }: Edition,
    render: () => Promise<MadeResponse>,
  ): Promise<MadePage> {
    let lasts = false
    const make = async () => {
      const response = await render()
      lasts = isLasting(response)
      // Never as joined pieces: these are larger, and a page for every guest is compressed once.
      const { best } = encodingsFor(request)
      const ready = (isSmallest: boolean) =>
        encodeResponse(response, { best, ofPieces: best }, isSmallest)
      return isVariant || this.#isShrinking ? ready(false) : this.#shrinking(() => ready(true))
    }
    const pages = this.#pagesOf(isVariant)
    const page = await pages.add(sharedKey(request, address, version), make, () => lasts)
    return { page, cookies: [] }
  }

  /**
   * Makes a page for one visitor and readies it to be sent, in a length that tells less; keeps it where it may be sent to them
   * again. A learner's page is kept only if nothing of theirs changed while it was made, whether by
   * this request or by another.
   */
  async make(
    request: IncomingMessage,
    { version }: Edition,
    render: () => Promise<MadeResponse>,
  ): Promise<MadePage> {
    const learner = await this.learnerOf(request)
    const before = this.#ownKey(request, version, learner)
    const response = await render()
    const cookies = response.headers.getSetCookie()
    const own =
      isLasting(response) && before === this.#ownKey(request, version, learner) ? before : null
    const ready = async () =>
      padResponse(await encodeResponse(response, paddable(request, response), false))
    return { page: own ? await this.#own.add(own, ready) : await ready(), cookies }
  }

  #pagesOf(isVariant: boolean): PageCache<EncodedResponse> {
    return isVariant ? this.#variants : this.#shared
  }

  /** Does one compression to the smallest form; while it runs, no other is begun. */
  async #shrinking<T>(work: () => Promise<T>): Promise<T> {
    this.#isShrinking = true
    try {
      return await work()
    } finally {
      this.#isShrinking = false
    }
  }

  #ownKey(request: IncomingMessage, version: string, learner: SignedIn | null): string | null {
    if (!learner || !isRead(request) || !ownPages.test(request.url ?? '')) return null
    return [
      learner.learnerId,
      learner.pseudonym,
      learner.readingChoices,
      [...learner.roles].sort().join(','),
      versionOf(learner.learnerId),
      version,
      encodingsFor(request).key,
      request.url,
    ].join(' ')
  }
}

/** The encodings for a page that is padded: Brotli has no place for that. */
function paddable(request: IncomingMessage, { headers }: MadeResponse) {
  const encodings = encodingsFor(request)
  if (!headers.get('content-type')?.startsWith('text/html')) return encodings
  const best = encodings.ofPieces === 'gzip' ? 'gzip' : 'identity'
  return { best, ofPieces: best } as const
}

const sharedKey = (request: IncomingMessage, address: string, version: string) =>
  `${version} ${encodingsFor(request).best} ${address}`

/**
 * Whether a page may be kept. One that says itself how it may be stored is nobody's to keep: it
 * shows what no store tells of.
 */
function isLasting({ status, headers }: MadeResponse): boolean {
  return status === 200 && headers.getSetCookie().length === 0 && !headers.has('cache-control')
}
