import { createClient } from '@libsql/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../journeys/server.ts'
import { ensureTemplate } from '../template-database.ts'
import { amissIn, headersOf } from './headers.ts'

let site: TestServer
beforeAll(async () => {
  await ensureTemplate('crowd')
  site = await startServer('crowd', { LOG_LEVEL: 'error', PAGES_AT_ONCE: '3' })
}, 60_000)
afterAll(() => site?.stop())

const passphrase = 'six quiet otters near the bridge'

async function send(path: string, fields: Record<string, string>) {
  const init = { method: 'POST', body: new URLSearchParams(fields), headers: { 'Accept-Language': 'sv' } }
  const answer = await fetch(site.origin + path, { ...init, redirect: 'manual' })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

test('of more slow pages at once than there is room for, the others are politely refused and store nothing; kept pages come all the same', async () => {
  const chapter = `${site.origin}/en/courses/run-a-party/the-branch`
  const expected = await headersOf(site.origin)
  expect((await fetch(chapter)).status).toBe(200)
  // Each waits for its turn to be hashed, two at a time.
  const asked = Array.from({ length: 40 }, (_, n) => send('/sv/sign-up', { pseudonym: `Crowd ${n}`, passphrase }))
  const [answers, reading] = await Promise.all([Promise.all(asked), fetch(chapter)])
  expect(reading.status).toBe(200)
  const refused = answers.filter(({ status }) => status === 503)
  const made = answers.flatMap(({ status }, n) => (status === 303 ? [`Crowd ${n}`] : []))
  expect(refused.length).toBeGreaterThan(0)
  expect(made.length).toBeGreaterThanOrEqual(3)
  expect(refused.length + made.length).toBe(40)
  for (const { headers, text } of refused) {
    expect(headers.get('retry-after')).toBe('5')
    expect(amissIn(Object.fromEntries(headers), expected)).toEqual([])
    expect(text).toContain('För många på en gång')
  }

  const db = createClient({ url: `file:./${site.databaseFile}` })
  const stored = (await db.execute("SELECT pseudonym FROM Learner WHERE pseudonym LIKE 'Crowd %'")).rows
  db.close()
  expect(stored.map(({ pseudonym }) => pseudonym).sort()).toEqual(made.sort())
  expect((await send('/sv/sign-up', { pseudonym: 'Crowd later', passphrase })).status).toBe(303)
}, 60_000)
