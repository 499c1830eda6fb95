import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import type { SignedIn } from '../accounts/sessions/sessions.server.ts'
import { invalidate } from '../platform/cache-version.server.ts'
import { type Edition, ResponseCache } from './response-cache.server.ts'
import type { SharedAddress } from './shared-address.server.ts'

const request = { method: 'GET', url: '/', headers: {} } as IncomingMessage
const edition = { version: '1' } as Edition
const addressOf = (address: string, isVariant: boolean): SharedAddress => ({
  address,
  isVariant,
  isCanonical: true,
  isCountryMissing: false,
})

test('thousands of variants of pages leave the pages themselves where they are', async () => {
  const cache = new ResponseCache()
  const chapter = addressOf('/en/courses/run-a-party/the-branch', false)
  const keep = (address: SharedAddress, bytes: number) =>
    cache.makeShared(request, address, edition, async () => ({
      status: 200,
      headers: new Headers({ 'Content-Type': 'text/html' }),
      body: randomBytes(bytes),
    }))
  await keep(chapter, 30_000)
  const variant = (n: number) => addressOf(`/en/countries/SE?with=${n}`, true)
  const count = 400
  for (let n = 0; n < count; n++) await keep(variant(n), 100_000)
  expect(cache.findShared(request, chapter, edition)).toBeDefined()
  // Those asked for last are kept as well, and take no more room than is theirs.
  const kept = Array.from({ length: count }, (_, n) =>
    cache.findShared(request, variant(n), edition),
  ).filter((page) => page !== undefined)
  expect(cache.findShared(request, variant(count - 1), edition)).toBeDefined()
  expect(kept.reduce((sum, { body }) => sum + body.length, 0)).toBeLessThanOrEqual(4 * 1024 * 1024)
})

test('a learner’s page that was asked for before they chose how pages look is not sent afterwards', async () => {
  const cache = new ResponseCache()
  const own = {
    method: 'GET',
    url: '/en/courses/run-a-party/the-branch',
    headers: { cookie: `s=${'a'.repeat(40)}` },
  } as IncomingMessage
  const page = async () => ({ status: 200, headers: new Headers(), body: Buffer.from('serif') })
  const learner: SignedIn = {
    learnerId: 'somebody',
    pseudonym: 'Quiet Otter',
    roles: new Set(),
    readingChoices: null,
    sessionId: 'a',
    ownDevice: false,
    cookie: null,
  }
  cache.learnerOf = async () => learner
  await cache.make(own, edition, page)
  expect(await cache.findOwn(own, edition)).toBeDefined()
  // The session was looked up, and then the choice was stored: only now is the page made.
  invalidate('somebody')
  await cache.make(own, edition, page)
  cache.learnerOf = async () => ({ ...learner, readingChoices: 'letters-sans' })
  expect(await cache.findOwn(own, edition)).toBeUndefined()
})

test('what search suggests is made once, whatever cookies are sent; a page is not shared with a session', () => {
  const cache = new ResponseCache()
  const asks = (url: string, n: number) => {
    const headers = { cookie: `s=${String(n).padStart(40, 'a')}` }
    return cache.sharedAddress({ method: 'GET', url, headers } as IncomingMessage, {
      version: '1',
      catalogue: { version: '1', courses: new Map() } as Edition['catalogue'],
    })
  }
  for (let n = 0; n < 3; n++) {
    expect(asks('/en/search/suggestions.json', n)).toMatchObject({
      address: '/en/search/suggestions.json',
      isVariant: false,
    })
    expect(asks(`/en/search/suggestions.json?n=${n}`, n)).toMatchObject({
      address: '/en/search/suggestions.json',
      isCanonical: false,
    })
    expect(asks('/en/safety', n)).toBeNull()
    expect(asks('/en', n)).toBeNull()
  }
})
