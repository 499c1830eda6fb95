import { existsSync, readFileSync } from 'node:fs'
import { request as rawRequest } from 'node:http'
import { headersOf } from '../safety/headers.ts'
import { chapters, expect, guestPages, makeLearner, test } from './site.ts'

test('P5: every response has every security header, whole: pages, files, errors, redirects', async ({
  site,
}) => {
  const expected = await headersOf(site.origin)
  for (const path of [
    '/',
    ...guestPages,
    '/icon.svg',
    '/assets/none.js',
    '/healthz',
    '/livez',
    '/readyz',
    '/leave',
    '/%E0%A4%A',
    '/en/courses/run-a-party/the-branch/answer',
  ]) {
    const response = await fetch(site.origin + path, { redirect: 'manual' })
    for (const [name, value] of expected)
      expect(response.headers.get(name), `${path} ${name}`).toBe(value)
    expect(response.headers.get('x-powered-by')).toBeNull()
  }
})

test('P15: a form from another site is refused and stores nothing', async ({ site }) => {
  const { cookie } = await makeLearner(site.origin)
  const body = new URLSearchParams({
    intent: 'answer',
    check: 'who-went-home',
    'q.who-went-home': 'all',
  })
  const others: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://evil.example' },
  ]
  for (const headers of others) {
    const response = await fetch(site.origin + chapters.branch, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { ...headers, Cookie: `s=${cookie}` },
    })
    expect(response.status).toBe(403)
  }
  const page = await (
    await fetch(site.origin + chapters.branch, { headers: { Cookie: `s=${cookie}` } })
  ).text()
  expect(page).not.toContain('id="result-who-went-home"')
})

test('P15: nothing that a person sends makes the server fail', async ({ site }) => {
  const bodies: [string, string][] = [
    ['application/x-www-form-urlencoded', 'intent=answer&check=none'],
    ['application/x-www-form-urlencoded', 'intent=answer&check=who-went-home&q.who-went-home=none'],
    [
      'application/x-www-form-urlencoded',
      'intent=answer&check=who-went-home&q.who-went-home=all&q.who-went-home=4-and-5',
    ],
    [
      'application/x-www-form-urlencoded',
      'intent=answer&check=order-of-the-day&q.order-of-the-day.report=99',
    ],
    [
      'application/x-www-form-urlencoded',
      'intent=answer&check=who-does-what&q.how-many-weeks.nominate=Z',
    ],
    ['application/x-www-form-urlencoded', 'intent=answer&unknown=1'],
    [
      'application/x-www-form-urlencoded',
      'intent=__proto__&check=constructor&q.constructor=toString',
    ],
    ['application/x-www-form-urlencoded', '%E0%A4%A=%00&%'],
    ['application/x-www-form-urlencoded', ''],
    ['application/json', '{"intent":"answer"}'],
    ['multipart/form-data; boundary=x', '--x\r\nbroken'],
    ['text/plain', 'intent=answer'],
    ['application/x-www-form-urlencoded', `a=${'x'.repeat(70_000)}`],
  ]
  const paths = [
    chapters.branch,
    `${chapters.branch}/answer`,
    '/en/sign-up',
    '/en/sign-in',
    '/en/sign-out',
    '/en/wipe',
    '/en/account',
    '/en',
    '/en/search',
    '/',
    '/leave',
    '/healthz',
    '/xx/none',
  ]
  for (const path of paths) {
    for (const [type, body] of bodies) {
      const response = await fetch(site.origin + path, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { 'Content-Type': type },
      })
      expect(response.status, `${path} ${type} ${body.slice(0, 60)}`).toBeLessThan(500)
    }
  }
  for (const path of [
    '/%',
    '/en/%E0%A4%A',
    '/en/courses/__proto__',
    '/en/courses/run-a-party/constructor',
    '/en/courses/run-a-party/the-branch?country=<script>',
    '//evil.example/en',
    '/en/search?q=%00',
    `/en/search?q=${'x'.repeat(5000)}`,
    '/en/sign-in?to=//evil.example',
    '/en.data',
    '/en/courses/run-a-party/the-branch.data',
    '/__manifest',
  ]) {
    const response = await fetch(site.origin + path, { redirect: 'manual' })
    expect(response.status, path).toBeLessThan(500)
    expect(response.headers.get('location') ?? '', path).not.toContain('evil')
  }
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])
    expect(await statusOf(site.origin, method)).toBe(405)
})

function statusOf(origin: string, method: string): Promise<number> {
  return new Promise((resolve, reject) => {
    rawRequest(`${origin}/en`, { method }, (response) => {
      response.resume()
      resolve(response.statusCode as number)
    })
      .on('error', reject)
      .end()
  })
}

test('P4: no address, browser or referrer of anyone is in the raw database file or in what the server prints', async ({
  site,
}) => {
  const canary = 'canary4711'
  const headers = {
    'User-Agent': canary,
    Referer: `https://${canary}.example/`,
    'X-Forwarded-For': canary,
    Forwarded: `for=${canary}`,
    'X-Real-IP': canary,
    'Accept-Language': `en, ${canary}`,
    'Sec-CH-UA': canary,
    Via: canary,
  }
  const learner = await makeLearner(site.origin)
  const cookie = { Cookie: `s=${learner.cookie}; other=${canary}` }
  for (const path of [...guestPages, `/en/search?q=${canary}`, `/${canary}`])
    await fetch(site.origin + path, { headers: { ...headers, ...cookie } })
  await fetch(site.origin + chapters.branch, {
    method: 'POST',
    headers: { ...headers, ...cookie },
    body: new URLSearchParams({
      intent: 'answer',
      check: 'who-went-home',
      'q.who-went-home': 'all',
    }),
  })
  await fetch(`${site.origin}/en/%zz?${canary}`, { headers: { ...headers, ...cookie } })
  const onDisk = Buffer.concat(
    ['', '-wal']
      .map((ending) => site.databaseFile + ending)
      .flatMap((file) => (existsSync(file) ? [readFileSync(file)] : [])),
  )
  expect(onDisk.includes(learner.pseudonym)).toBe(true)
  for (const trace of [canary, learner.cookie, learner.passphrase, '127.0.0.1']) {
    expect([trace, onDisk.includes(trace)]).toEqual([trace, false])
    expect(site.output.filter((line) => !line.startsWith('Ready on')).join('\n')).not.toContain(
      trace,
    )
  }
})
