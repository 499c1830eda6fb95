import { randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from '@libsql/client'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import type { Role } from '../../app/accounts/roles/roles.ts'
import { startServer, type TestServer } from './server.ts'

/** An account made for a test, and how to sign in with it. */
export interface TestLearner {
  pseudonym: string
  passphrase: string
}

/** A site that the Leave button goes to: another origin, on this machine. */
export interface NeutralSite {
  address: string
}

interface TestFixtures {
  /** What a page may complain of in the console in this test; nothing, unless a test says so. */
  complaints: RegExp | null
  /** Signs a context in without its form: as a learner, or as someone who has a role too. */
  signIn(context: BrowserContext, role?: Role): Promise<TestLearner>
}

/**
 * Makes an account with a plain post, as a browser without script would, and returns its session
 * cookie's value.
 */
export async function makeLearner(origin: string): Promise<TestLearner & { cookie: string }> {
  const letters = randomBytes(8)
    .toString('hex')
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] as string)
  const learner = { pseudonym: `reader ${letters}`, passphrase: 'a long enough passphrase' }
  const response = await fetch(`${origin}/en/sign-up`, {
    method: 'POST',
    body: new URLSearchParams(learner),
    redirect: 'manual',
  })
  const cookie = /^s=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1]
  if (!cookie) throw new Error(`No account was made: ${response.status} ${await response.text()}`)
  return { ...learner, cookie }
}

async function giveRole(file: string, pseudonym: string, role: Role) {
  const client = createClient({ url: `file:./${file}` })
  await client.execute('PRAGMA busy_timeout = 5000')
  await client.execute({
    sql: 'INSERT INTO Role (learnerId, role) SELECT id, ? FROM Learner WHERE pseudonym = ?',
    args: [role, pseudonym],
  })
  client.close()
}

/**
 * A journey through the site. Each worker has a server and a database of its own. A page that
 * writes an error to the console, throws, or asks another origin for anything fails its test.
 */
export const test = base.extend<TestFixtures, { neutral: NeutralSite; site: TestServer }>({
  neutral: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are wanted from this pattern.
    async ({}, use) => {
      const server = createServer((_, response) =>
        response
          .setHeader('Content-Type', 'text/html')
          .end('<!doctype html><title>Weather</title><p>It rains.'),
      )
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      await use({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` })
      server.close()
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ neutral }, use, info) => {
      const site = await startServer(`worker-${info.workerIndex}`, { LEAVE_TO: neutral.address })
      await use(site)
      await site.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.origin),
  complaints: [null, { option: true }],
  signIn: async ({ site }, use) => {
    await use(async (context, role) => {
      const { cookie, ...learner } = await makeLearner(site.origin)
      if (role) await giveRole(site.databaseFile, learner.pseudonym, role)
      await context.addCookies([
        { name: 's', value: cookie, url: site.origin, httpOnly: true, sameSite: 'Lax' },
      ])
      return learner
    })
  },
  context: async ({ context, site, neutral, complaints }, use) => {
    const faults: string[] = []
    const watch = (page: Page) => {
      page.on('console', (message) => {
        if (message.type() === 'error' && !complaints?.test(message.text()))
          faults.push(`console: ${message.text()}`)
      })
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
      page.on('request', (request) => {
        if (
          !request.url().startsWith(site.origin) &&
          !request.url().startsWith(neutral.address) &&
          !/^(data|about|blob):/.test(request.url())
        )
          faults.push(`foreign request: ${request.url()}`)
      })
    }
    context.on('page', watch)
    await use(context)
    expect(faults).toEqual([])
  },
})

export { expect }

/** The chapters that every journey may count on. */
export const chapters = {
  first: '/en/courses/run-a-party/why-parties',
  branch: '/en/courses/run-a-party/the-branch',
  study: '/en/courses/run-a-party/study-and-training',
}

/** Every kind of page that a guest can open. */
export const guestPages = [
  '/en',
  '/en/courses/run-a-party',
  chapters.branch,
  // Where a question has a gap, where one is a situation, where one is answered in one's own words.
  '/en/courses/run-a-party/money',
  '/en/courses/run-a-party/members',
  '/en/courses/run-a-party/message-and-media',
  `${chapters.branch}/comments`,
  '/en/courses/run-a-party/question-banks',
  '/en/courses/run-a-party/check',
  '/en/courses/run-a-party/check?draw=0123abcd',
  '/en/proof/verify',
  '/en/search?q=branch',
  '/en/safety',
  '/en/reading',
  `${chapters.branch}?pictures=no`,
  '/en/wipe',
  '/en/wipe?done',
  '/en/sign-up',
  '/en/sign-in',
  '/en/recover',
  '/en/join',
  '/en/no-such-page',
]

/** Every kind of page that only a learner sees, or sees otherwise than a guest. */
export const learnerPages = [
  '/en',
  '/en/courses/run-a-party',
  chapters.branch,
  `${chapters.branch}/comment`,
  '/en/progress',
  '/en/reading',
  '/en/notes',
  `${chapters.branch}/notes/committee`,
  '/en/review',
  '/en/review/card',
  '/en/courses/run-a-party/proof',
  '/en/account',
  '/en/account/comments',
  '/en/account/export',
  '/en/account/erase',
  '/en/account/codes',
  '/en/circles',
  '/en/circles/new',
  '/en/sign-out',
]

/**
 * Starts a circle as the person who is signed in, with a plain post, and returns the address of its
 * page.
 */
export async function makeCircle(
  { request }: BrowserContext,
  { meetings = 4 } = {},
): Promise<string> {
  const form = {
    id: randomUUID(),
    name: 'Round table',
    trainer: 'Ada',
    course: 'run-a-party',
    meetings: String(meetings),
    hoursEach: '3',
    firstDay: new Date().toISOString().slice(0, 10),
    start: '18:00',
    everyDays: '7',
    timeZone: 'Africa/Harare',
  }
  const response = await request.post('/en/circles/new', { form, maxRedirects: 0 })
  const address = response.headers().location
  if (!address) throw new Error(`No circle was started: ${response.status()}`)
  return address
}

/** Somebody who is signed in takes a seat in a circle with its code, and stands on its page. */
export async function joinCircle(
  context: BrowserContext,
  { origin, code, name }: { origin: string; code: string; name: string },
): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${origin}/en/join/${code}`)
  await page.getByLabel('Your name in the circle').fill(name)
  await page.getByRole('button', { name: 'Join the circle' }).click()
  await expect(page.getByRole('heading', { name: 'Next meeting' })).toBeVisible()
  return page
}

/** Every kind of page of a circle that its trainer sees. */
export async function circlePagesOf(context: BrowserContext): Promise<string[]> {
  const circle = await makeCircle(context)
  const post = (form: Record<string, string>) =>
    context.request.post(`${circle}/meetings/1`, { form })
  await post({ intent: 'attendance', heldSeen: 'no', hours: '3', hoursSeen: '3' })
  await post({ intent: 'add-decision', id: 'd', decision: 'We sit in a ring' })
  await post({ intent: 'add-task', id: 't', task: 'Bring chairs', seat: '' })
  const pages = [
    '',
    '/people',
    '/plan',
    '/invitation',
    '/leave',
    '/report',
    '/calendar',
    '/pack',
    '/meetings/1',
    '/meetings/2',
  ]
  const sheets = [
    '/meetings/1/sheet',
    '/meetings/2/run-sheet',
    '/meetings/2/run-sheet?view=projector',
  ]
  return [...pages, ...sheets].map((path) => circle + path)
}
