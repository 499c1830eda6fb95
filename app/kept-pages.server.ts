import type { IncomingMessage } from 'node:http'
import { hasSessionCookie } from './accounts/session-cookie.ts'
import { getLearner, type SignedIn } from './accounts/sessions.server.ts'
import { encodingFor, type SentPage, toSentPage } from './platform/bridge.server.ts'
import { changesOf } from './platform/changes.server.ts'
import { PageCache } from './platform/page-cache.server.ts'

const maxSharedBytes = 32 * 1024 * 1024
const maxOwnBytes = 8 * 1024 * 1024

/** Pages that are the same for every guest: home, contents, chapters, a course's other pages, the safety page. No other of a guest's is ever kept. */
const sharedPages = /^\/[a-z]{2,3}(-[A-Za-z]{2,4})?(\/courses\/[^/?]+(\/(guide\/)?[^/?]+)?|\/safety)?(\?country=[A-Z]{2})?$/

/** A course's pages, chapters above all: what they show of a learner is told to change by its stores (platform/changes). */
const ownPages = /^\/[a-z]{2,3}(-[A-Za-z]{2,4})?\/courses\/[^/?]+\/[^/?]+$/

const isRead = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'

/**
 * Pages that were made before and can be sent again as they are: those that every guest gets, and a learner's own chapters until something
 * of theirs changes (docs/decisions/018). A page is kept for one version of the courses.
 */
export class KeptPages {
  #shared = new PageCache<SentPage>(maxSharedBytes)
  #own = new PageCache<SentPage>(maxOwnBytes)
  #learners = new WeakMap<IncomingMessage, Promise<SignedIn | null>>()

  /** Who sent a request, or null; looked up once a request, and not at all where it has no session cookie. */
  learnerOf(request: IncomingMessage): Promise<SignedIn | null> {
    const known = this.#learners.get(request) ?? this.#look(request)
    this.#learners.set(request, known)
    return known
  }

  async #look({ headers }: IncomingMessage): Promise<SignedIn | null> {
    return hasSessionCookie(headers.cookie) ? getLearner({ headers: new Headers({ Cookie: headers.cookie as string }) }) : null
  }

  /** A page for every guest that is kept. Costs no look at a session: this is what most visits are. */
  findShared(request: IncomingMessage, version: string): SentPage | undefined {
    const key = this.#sharedKey(request, version)
    return key ? this.#shared.get(key) : undefined
  }

  /** A learner's own page that is kept. */
  async findOwn(request: IncomingMessage, version: string): Promise<SentPage | undefined> {
    if (!isRead(request) || !ownPages.test(request.url ?? '') || !hasSessionCookie(request.headers.cookie)) return undefined
    const key = this.#ownKey(request, version, await this.learnerOf(request))
    return key ? this.#own.get(key) : undefined
  }

  /**
   * Makes a page and readies it to be sent; keeps it where it may be sent again. A learner's page is kept only if nothing of theirs changed
   * while it was made, whether by this request or by another.
   */
  async make(request: IncomingMessage, version: string, render: () => Promise<Response>): Promise<{ page: SentPage; cookies: string[] }> {
    const learner = await this.learnerOf(request)
    const before = this.#ownKey(request, version, learner)
    const response = await render()
    const cookies = response.headers.getSetCookie()
    // Not response.text(), which drops the byte order mark that a table for a spreadsheet begins with.
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
    // A page that says itself how it may be stored is nobody's to keep: it shows what no store tells of.
    const isLasting = response.status === 200 && cookies.length === 0 && !response.headers.has('cache-control')
    const shared = isLasting && sharedPages.test(request.url ?? '') ? this.#sharedKey(request, version) : null
    const own = isLasting && before === this.#ownKey(request, version, learner) ? before : null
    const ready = () => toSentPage(response, text, encodingFor(request), shared !== null)
    const page = shared ? await this.#shared.add(shared, ready) : own ? await this.#own.add(own, ready) : await ready()
    return { page, cookies }
  }

  #sharedKey(request: IncomingMessage, version: string): string | null {
    if (!isRead(request) || hasSessionCookie(request.headers.cookie)) return null
    return `${version} ${encodingFor(request)} ${request.url}`
  }

  #ownKey(request: IncomingMessage, version: string, learner: SignedIn | null): string | null {
    if (!learner || !isRead(request) || !ownPages.test(request.url ?? '')) return null
    const roles = [...learner.roles].sort().join(',')
    return [learner.learnerId, learner.pseudonym, roles, changesOf(learner.learnerId), version, encodingFor(request), request.url].join(' ')
  }
}
