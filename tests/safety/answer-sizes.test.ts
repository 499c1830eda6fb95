import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sizeStep } from '../../app/server/pad-response.ts'
import { type Received, send } from '../fuzz/send.ts'
import { startServer, type TestServer } from '../journeys/server.ts'
import { ensureTemplate } from '../template-database.ts'

// Somebody in the network sees the length of what is sent, and can keep a table of all lengths.

const chapters = ['the-branch', 'money', 'members'].map((slug) => `/en/courses/run-a-party/${slug}`)
const passphrase = 'six quiet otters near the bridge'
let site: TestServer
beforeAll(async () => {
  await ensureTemplate('answer-sizes')
  site = await startServer('answer-sizes', { LOG_LEVEL: 'error' })
})
afterAll(() => site?.stop())

function ask(path: string, cookie: string, fields?: [string, string][]): Promise<Received> {
  const body = fields && new URLSearchParams(fields).toString()
  return send(site.origin, {
    method: fields ? 'POST' : 'GET',
    path,
    headers: {
      'Accept-Encoding': 'gzip, deflate, br',
      'Accept-Language': 'en',
      ...(cookie ? { Cookie: cookie } : {}),
      ...(fields ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(body === undefined ? {} : { body }),
  })
}

const sizeOf = ({ headers }: Received) => Number(headers['content-length'])

async function signUp(pseudonym: string): Promise<string> {
  const { headers } = await ask('/en/sign-up', '', [
    ['pseudonym', pseudonym],
    ['passphrase', passphrase],
  ])
  return String(headers['set-cookie']?.[0]).split(';')[0] as string
}

/** The questions of a chapter that are answered with one option, each with all of its options. */
async function questionsOf(chapter: string): Promise<[id: string, options: string[]][]> {
  const html = await (await fetch(site.origin + chapter)).text()
  const options = new Map<string, string[]>()
  for (const [, id = '', option = ''] of html.matchAll(
    /<input type="radio" name="q\.([a-z0-9-]+)" value="([^"]+)"/g,
  ))
    options.set(id, [...(options.get(id) ?? []), option])
  return [...options]
}

const answerOf = (id: string, option: string): [string, string][] => [
  ['intent', 'answer'],
  ['check', id],
  [`q.${id}`, option],
]

/** How many questions are answered in one length whatever the option, by who answers. */
async function sameLength(
  answer: (chapter: string, id: string, option: string) => Promise<Received>,
) {
  let [same, all] = [0, 0]
  for (const chapter of chapters)
    for (const [id, options] of await questionsOf(chapter)) {
      expect(options.length).toBeGreaterThan(1)
      const sizes = new Set<number>()
      for (const option of options) {
        const answered = await answer(chapter, id, option)
        expect([id, option, answered.status]).toEqual([id, option, 200])
        expect(sizeOf(answered) % sizeStep).toBe(0)
        sizes.add(sizeOf(answered))
      }
      all += 1
      same += sizes.size === 1 ? 1 : 0
    }
  expect(all).toBeGreaterThan(5)
  return same / all
}

// An option’s words make a page longer or shorter by about a hundred bytes: where a border of two
// steps lies just there, its page is one step longer. Unpadded, no question has one length.
const minShare = 0.75

describe('the length of what shows an answer is the same whichever option was chosen', () => {
  test('in the page that a guest gets without script, and in the part of it with script', async () => {
    for (const end of ['', '/answer'])
      expect(
        await sameLength((chapter, id, option) => ask(chapter + end, '', answerOf(id, option))),
      ).toBeGreaterThanOrEqual(minShare)
  }, 120_000)

  test('in the page that a learner gets', async () => {
    const cookie = await signUp('Even Eider')
    const share = await sameLength(async (chapter, id, option) => {
      const sent = await ask(chapter, cookie, answerOf(id, option))
      expect(sent.status).toBe(303)
      return ask(chapter, cookie)
    })
    expect(share).toBeGreaterThanOrEqual(minShare)
  }, 120_000)
})
