import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fuzzed, patience } from './fuzz-config.ts'
import { type FuzzedSite, startFuzzedSite } from './fuzzed-site.ts'
import { learnersToken, oddGet, oddPost } from './requests.ts'
import type { Received, Sent } from './send.ts'

let site: FuzzedSite

beforeAll(async () => {
  site = await startFuzzedSite('pages')
})
afterAll(() => site?.stop())

const isAcknowledged = ({ status }: Received) => (status >= 200 && status < 300) || status === 303
const isOfLearner = ({ headers }: Sent) => headers.Cookie?.includes(learnersToken) ?? false

function expectWellAnswered(sent: Sent, received: Received) {
  expect(received.status).toBeLessThan(500)
  expect(String(received.headers['content-security-policy'])).toContain("default-src 'none'")
  expect(received.headers['x-injected']).toBeUndefined()
  expect(received.body).not.toContain('<script>x()')
  const location = String(received.headers.location ?? '/')
  if (location !== 'https://weather.example/') expect(location).toMatch(/^\/(?![/\\])/)
  if (!sent.headers.Cookie && sent.method !== 'POST')
    expect(received.headers['set-cookie']).toBeUndefined()
}

describe('P15: whatever is sent, the site answers soon, without failing, without leading elsewhere', () => {
  test(
    'to pages asked for oddly; a guest’s leave nothing behind, a learner’s at most a visit',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(oddGet, { minLength: 1, maxLength: 24, size: 'max' }),
          async (batch) => {
            // What an input before this one left unread, when it failed, is not this one's.
            site.complaints()
            const before = await site.stored()
            const received = await Promise.all(batch.map((sent) => site.ask(sent)))
            for (const [i, sent] of batch.entries())
              expectWellAnswered(sent, received[i] as Received)
            if (
              !batch.some((sent, i) => isOfLearner(sent) && isAcknowledged(received[i] as Received))
            )
              expect(await site.stored()).toBe(before)
            await site.restoreSession()
            expect(site.complaints()).toEqual([])
          },
        ),
        fuzzed(0.4, 12),
      )
    },
    patience,
  )

  test(
    'to forms sent oddly; what is not acknowledged is not stored, not even in part',
    async () => {
      await fc.assert(
        fc.asyncProperty(oddPost, async (sent) => {
          // What an input before this one left unread, when it failed, is not this one's.
          site.complaints()
          const before = await site.stored()
          const received = await site.ask(sent)
          expectWellAnswered(sent, received)
          const mayWrite =
            isAcknowledged(received) && (isOfLearner(sent) || sent.path.includes('/sign-up'))
          if (!mayWrite) expect(await site.stored()).toBe(before)
          if (received.headers['set-cookie'] || sent.path.includes('account'))
            await site.restoreSession()
          expect(site.complaints()).toEqual([])
        }),
        fuzzed(0.1),
      )
    },
    patience,
  )
})
