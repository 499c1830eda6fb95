import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../journeys/server.ts'
import { ensureTemplate } from '../template-database.ts'
import { amissIn, headersOf } from './headers.ts'

let site: TestServer
beforeAll(async () => {
  await ensureTemplate('many-forms')
  site = await startServer('many-forms', { LOG_LEVEL: 'error' })
})
afterAll(() => site?.stop())

async function post(path: string, fields: Record<string, string>, cookie: string) {
  const headers = { Cookie: cookie, 'Accept-Language': 'en' }
  const answer = await fetch(site.origin + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

test('an account that sends forms by the hundred is told to wait, and gets each back to send it again', async () => {
  const passphrase = 'six quiet otters near the bridge'
  const made = await post('/en/sign-up', { pseudonym: 'Hasty Hare', passphrase }, '')
  const cookie = made.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const name = 'Tuesdays & "Thursdays" <b>'
  const answers = []
  while (answers.at(-1)?.status !== 429 && answers.length < 2000)
    answers.push(
      ...(await Promise.all(
        Array.from({ length: 50 }, () => post('/en/circles/new', { name, passphrase }, cookie)),
      )),
    )
  expect(answers.slice(0, 300).map(({ status }) => status)).not.toContain(429)
  const last = answers.at(-1)
  expect(last?.status).toBe(429)
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
  expect(last?.text).toContain('<form method="post" action="/en/circles/new"')
  expect(last?.text).toContain(
    '<input type="hidden" name="name" value="Tuesdays &amp; &quot;Thursdays&quot; &lt;b&gt;">',
  )
  expect(last?.text).not.toContain(passphrase)
  expect(amissIn(Object.fromEntries(last?.headers ?? []), await headersOf(site.origin))).toEqual([])
  // What makes somebody safe goes on at once.
  expect(
    (await post('/en/account/erase', { passphrase, published: 'remove' }, cookie)).status,
  ).toBe(303)
})
