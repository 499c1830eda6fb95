import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { preparePicture } from '../../app/courses/parse/illustration.ts'
import { branch } from './course-fixtures.ts'
import { type FuzzedSite, startFuzzedSite } from './fuzzed-site.ts'
import { learnersToken } from './requests.ts'
import { sendBytes, statusesIn } from './send.ts'

// Each fault that was ever found by sending anything at all, as the smallest input that showed it.

let site: FuzzedSite

beforeAll(async () => {
  site = await startFuzzedSite('found')
})
afterAll(() => site?.stop())

const get = (path: string) => sendBytes(site.origin, [`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`])
const post = (path: string, fields: Record<string, string>) =>
  site.ask({
    method: 'POST',
    path,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: `s=${learnersToken}` },
    body: new URLSearchParams(fields).toString(),
  })

describe('an address', () => {
  test.each([
    ['of another site, with a name and a password', 'http://a:b@c/en'],
    [
      'of another site, which the router cannot parse and answered itself, without our headers',
      'http://[/',
    ],
    ['that is a backslash', '/\\'],
    ['with a port behind a backslash', '/\\:99999'],
    ['that is a backslash, encoded', '/%5C'],
    ['with another site behind a backslash', '/\\evil.example/en'],
  ])('%s, is refused', async (_, path) => {
    const answer = await get(path)
    expect(statusesIn(answer)).toEqual([400])
    expect(answer).toContain("Content-Security-Policy: default-src 'none'")
    expect(site.complaints()).toEqual([])
  })

  test.each([
    ['that begins with two slashes when its dots are gone', '/.//'],
    ['that begins with two slashes and a host when its dots are gone', '/en/..//evil.example/en'],
  ])('%s, is one of this site', async (_, path) => {
    const answer = await get(path)
    expect(statusesIn(answer)[0]).toBeLessThan(500)
    expect(answer).not.toMatch(/^location: *(\/\/|http)/im)
    expect(site.complaints()).toEqual([])
  })

  test.each([
    ['leads nowhere else: it led to another site', '/%2Fevil.example/courses/x/y/answer'],
    ['with a letter that no header can hold', '/en/courses/%E6%97%A5/x/answer'],
    ['with a line break', '/en/courses/a%0D%0Ab/x/answer'],
  ])('of an answer to no chapter %s', async (_, path) => {
    const answer = await get(path)
    expect(statusesIn(answer)).toEqual([404])
    expect(answer).not.toMatch(/^location:/im)
    expect(site.complaints()).toEqual([])
  })
})

describe('a form that is refused stores nothing', () => {
  test.each([
    ['with an intent that does not exist', branch, { intent: 'other' }],
    ['with no field at all, which failed where there was no word for it', '/en/circles/new', {}],
    ['with a bookmark in no section', branch, { intent: 'bookmark:nowhere' }],
    [
      'with all answers, sent to where one is answered',
      `${branch}/answer`,
      { intent: 'answer', check: '', 'q.who-went-home': 'all' },
    ],
  ])('%s', async (_, path, fields) => {
    const before = await site.stored()
    expect((await post(path, fields)).status).toBe(400)
    expect(await site.stored()).toBe(before)
  })
})

test('a figure without its address is told of without the word undefined', () => {
  const { problems } = preparePicture(
    '<svg viewBox="0 0 400 1"><use/></svg>',
    'a',
    new Map(),
    new Set(),
  )
  expect(problems.map(({ message }) => message).join()).not.toContain('undefined')
})

test('a form whose sender goes away in the middle is no failure', async () => {
  await sendBytes(site.origin, [
    'POST /en/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc',
  ])
  await get('/healthz')
  expect(site.complaints()).toEqual([])
})
