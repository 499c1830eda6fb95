import { Agent, get } from 'node:http'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../journeys/server.ts'
import { ensureTemplate } from '../template-database.ts'
import { amissIn, headersOf } from './headers.ts'

let site: TestServer
beforeAll(async () => {
  await ensureTemplate('crowd')
  site = await startServer('crowd', { LOG_LEVEL: 'error', PAGES_AT_ONCE: '3' })
})
afterAll(() => site?.stop())

const passphrase = 'six quiet otters near the bridge'

async function send(path: string, fields: Record<string, string>) {
  const init = {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'Accept-Language': 'sv' },
  }
  const answer = await fetch(site.origin + path, { ...init, redirect: 'manual' })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

test(
  'of more slow pages at once than there is room for, ' +
    'the others are politely refused and store nothing; cached pages come all the same',
  async () => {
    const chapter = `${site.origin}/en/courses/run-a-party/the-branch`
    const expected = await headersOf(site.origin)
    expect((await fetch(chapter)).status).toBe(200)
    // Each waits for its turn to be hashed, two at a time.
    const requests = Array.from({ length: 40 }, (_, n) =>
      send('/sv/sign-up', { pseudonym: `Crowd ${n}`, passphrase }),
    )
    const [answers, reading] = await Promise.all([Promise.all(requests), fetch(chapter)])
    expect(reading.status).toBe(200)
    const refused = answers.filter(({ status }) => status === 503)
    const made = answers.flatMap(({ status }, n) => (status === 303 ? [`Crowd ${n}`] : []))
    expect(refused.length).toBeGreaterThan(0)
    expect(made.length).toBeGreaterThanOrEqual(3)
    expect(refused.length + made.length).toBe(40)
    for (const { headers, text } of refused) {
      expect(headers.get('retry-after')).toBe('5')
      expect(amissIn(Object.fromEntries(headers), expected)).toEqual([])
      expect(text).toContain('Många använder webbplatsen just nu')
    }

    const db = createClient({ url: `file:./${site.databaseFile}` })
    const stored = (
      await db.execute("SELECT pseudonym FROM Learner WHERE pseudonym LIKE 'Crowd %'")
    ).rows
    db.close()
    expect(stored.map(({ pseudonym }) => pseudonym).sort()).toEqual(made.sort())
    expect((await send('/sv/sign-up', { pseudonym: 'Crowd later', passphrase })).status).toBe(303)
  },
)

test('variants of shared pages, of which there are thousands, take room like any page of one visitor', async () => {
  const countries = ['AL', 'BY', 'CL', 'DE', 'EG', 'FR', 'GH', 'HU', 'IE', 'JP', 'KE', 'LB']
  const statusesOf = (paths: string[]) =>
    Promise.all(paths.map(async (path) => (await fetch(site.origin + path)).status))
  const shared = countries.map((country) => `/en/countries/${country}`)
  const variants = shared.map((address) => `${address}?with=ZW`)
  expect(new Set(await statusesOf(shared))).toEqual(new Set([200]))
  expect(new Set(await statusesOf(variants))).toEqual(new Set([200, 503]))
})

describe('while 330 guests ask for ever new addresses', () => {
  const slug = 'why-parties'
  const letter = (n: number) => String.fromCharCode(65 + (n % 26))
  /**
   * Addresses that are new each time: a chapter in other spellings and with other parameters,
   * searches, pages that are not there.
   */
  const expensive = [
    (n: number) =>
      `/en/courses/run-a-party/${[...slug].map((one, i) => (n & (1 << i) ? `%${one.charCodeAt(0).toString(16)}` : one)).join('')}`,
    (n: number) => `/en/courses/run-a-party/the-branch?country=${letter(n)}${letter(n / 26)}`,
    (n: number) => `/en/courses/run-a-party/the-branch?number=${n}`,
    (n: number) => `/en/search?q=branch+${n}`,
    (n: number) => `/en/courses/run-a-party/nothing-${n}`,
  ]
  const agent = new Agent({ keepAlive: true, maxSockets: 330 })
  let crowded: TestServer
  let cookie = ''
  beforeAll(async () => {
    crowded = await startServer('crowd-of-guests', { LOG_LEVEL: 'error' })
    const body = new URLSearchParams({ pseudonym: 'Calm Reader', passphrase })
    const made = await fetch(`${crowded.origin}/en/sign-up`, {
      method: 'POST',
      body,
      redirect: 'manual',
    })
    cookie = made.headers.getSetCookie()[0]!.split(';')[0] as string
  })
  afterAll(async () => {
    agent.destroy()
    await crowded?.stop()
  })

  const statusOf = (path: string, headers: Record<string, string> = {}, own?: Agent) =>
    new Promise<number>((resolve, reject) => {
      const request = get(
        crowded.origin + path,
        { headers: { 'Accept-Encoding': 'br', ...headers }, ...(own && { agent: own }) },
        (answer) => {
          answer.resume().on('end', () => resolve(answer.statusCode as number))
        },
      )
      request.on('error', reject)
    })

  test('everyone else reads, in pages that were made before and in others, and somebody who is signed in goes on', async () => {
    let isOver = false
    let number = 0
    const ofCrowd = new Map<number, number>()
    const crowd = Array.from({ length: 330 }, async () => {
      while (!isOver) {
        const ask = expensive[number % expensive.length] as (n: number) => string
        number += 1
        const status = await statusOf(ask(number), {}, agent)
        ofCrowd.set(status, (ofCrowd.get(status) ?? 0) + 1)
      }
    })
    const shared = [
      '/en',
      '/sv/safety',
      `/en/courses/run-a-party/${slug}`,
      '/sv/courses/run-a-party/the-branch',
      '/en/courses/run-a-party/glossary',
    ]
    const own = [
      '/en/courses/run-a-party/the-branch',
      '/en/progress',
      '/en/search?q=branch',
      '/en/account',
    ]
    const statuses: number[] = []
    for (let round = 0; round < 2; round++) {
      for (const path of shared) statuses.push(await statusOf(path))
      for (const path of own) statuses.push(await statusOf(path, { Cookie: cookie }))
    }
    isOver = true
    await Promise.all(crowd)
    expect(new Set(statuses)).toEqual(new Set([200]))
    // It was a crowd: there was no room for all of them.
    expect(ofCrowd.get(503)).toBeGreaterThan(0)
  })

  test('and other spellings lead to the one address, with every header', async () => {
    const answer = await fetch(`${crowded.origin}/en/courses/run-a-party/the-%62ranch?country=QQ`, {
      redirect: 'manual',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      302,
      '/en/courses/run-a-party/the-branch',
    ])
    expect(amissIn(Object.fromEntries(answer.headers), await headersOf(crowded.origin))).toEqual([])
  })
})
