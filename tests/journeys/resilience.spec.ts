import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { startServer } from './server.ts'
import { chapters, expect, makeLearner, test } from './site.ts'

async function storedAnswers(file: string): Promise<string[]> {
  const client = createClient({ url: `file:./${file}` })
  const { rows } = await client.execute('SELECT answer FROM Attempt ORDER BY id')
  client.close()
  return rows.map((row) => String(row.answer))
}

const items = ['report', 'accounts', 'audit', 'discharge', 'plan', 'budget', 'elections']

/**
 * An answer to the question of order that no other number gives: so that each can be told from
 * every other.
 */
function orderNumber(n: number): string[] {
  const left = [...items]
  return items.map((_, i) => {
    const choices = items.length - i
    const [chosen] = left.splice(n % choices, 1)
    n = Math.floor(n / choices)
    return chosen as string
  })
}

/**
 * Begins a request, and goes on once the server has taken it: it says so before it gets the body.
 * `finish` gives the answer's status.
 */
async function beginPost(address: string, body: string): Promise<{ finish(): Promise<number> }> {
  const headers = {
    Expect: '100-continue',
    Connection: 'close',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
  }
  const sent = request(address, { method: 'POST', headers })
  sent.flushHeaders()
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>
  await once(sent, 'continue')
  return {
    async finish() {
      sent.end(body)
      const [response] = await answered
      response.resume()
      await once(response, 'end')
      return response.statusCode as number
    },
  }
}

test('whenever the server is killed, every answer that was acknowledged is there afterwards', async () => {
  const server = await startServer('killed')
  const { cookie } = await makeLearner(server.origin)
  const acknowledged = new Set<string>()
  for (let round = 0; round < 5; round++) {
    await fetch(server.origin + chapters.branch, { headers: { Cookie: `s=${cookie}` } })
    // After how many answers the server is killed: another number in each round, so that it is
    // always in the midst of some.
    const enough = acknowledged.size + 1 + Math.floor(Math.random() * 12)
    let reached = () => {}
    const killing = new Promise<void>((resolve) => {
      reached = resolve
    })
    const sending = Array.from({ length: 24 }, async (_, i) => {
      await new Promise((resolve) => setTimeout(resolve, i * 12))
      const places = Object.fromEntries(
        orderNumber(round * 24 + i).map((item, place) => [item, String(place + 1)]),
      )
      const fields = Object.entries(places).map(([item, place]) => [
        `q.order-of-the-day.${item}`,
        place,
      ])
      const body = new URLSearchParams([
        ['intent', 'answer'],
        ['check', 'order-of-the-day'],
        ...fields,
      ] as [string, string][])
      const options = {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { Cookie: `s=${cookie}` },
      } as const
      const response = await fetch(server.origin + chapters.branch, options).catch(() => null)
      if (response?.status !== 303) return
      acknowledged.add(
        JSON.stringify(Object.fromEntries(items.map((item) => [item, places[item]]))),
      )
      if (acknowledged.size >= enough) reached()
    })
    await killing
    await server.kill()
    await Promise.all(sending)
    const stored = new Set(
      (await storedAnswers(server.databaseFile)).map((answer) =>
        JSON.stringify(JSON.parse(answer), items),
      ),
    )
    expect([...acknowledged].filter((answer) => !stored.has(answer))).toEqual([])
    await server.start()
  }
  expect(acknowledged.size).toBeGreaterThan(0)
  const page = await (
    await fetch(server.origin + chapters.branch, { headers: { Cookie: `s=${cookie}` } })
  ).text()
  expect(page).toContain('id="result-order-of-the-day"')
  await server.stop()
})

test('a learner answers in two tabs at once, and both answers count', async ({
  context,
  signIn,
}) => {
  await signIn(context)
  const tabs = [await context.newPage(), await context.newPage()]
  const questions = ['who-went-home', 'two-resign']
  for (const tab of tabs) await tab.goto(chapters.branch)
  await Promise.all(
    tabs.map(async (tab, i) => {
      const question = tab.locator(`.question#${questions[i]}`)
      await question.getByRole('radio').first().check()
      await question.getByRole('button', { name: /Check the answer/ }).click()
      await expect(question.locator('.result')).toBeVisible()
    }),
  )
  await tabs[0]?.reload()
  for (const id of questions)
    await expect(tabs[0]!.locator(`.question#${id} .result`)).toBeVisible()
})

test('a server that is told to end finishes what it was asked before', async () => {
  const server = await startServer('ending')
  const { cookie } = await makeLearner(server.origin)
  const asked = await Promise.all(
    Array.from({ length: 6 }, (_, i) => {
      const body = new URLSearchParams({
        pseudonym: `nobody ${'abcdef'[i]}`,
        passphrase: 'not the right passphrase',
      })
      return beginPost(`${server.origin}/en/sign-in`, body.toString())
    }),
  )
  const stopped = server.stop()
  await server.printed('"closing"')
  expect(await Promise.all(asked.map(({ finish }) => finish()))).toEqual([
    400, 400, 400, 400, 400, 400,
  ])
  await stopped
  await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow()
  await server.start()
  expect(await (await fetch(`${server.origin}/healthz`)).text()).toMatch(/^ok /)
  expect(
    (
      await fetch(`${server.origin}/en/account`, {
        headers: { Cookie: `s=${cookie}` },
        redirect: 'manual',
      })
    ).status,
  ).toBe(200)
  await server.stop()
})

test('files that come and go in the courses of a running site do not end it', async () => {
  const courses = mkdtempSync(join(tmpdir(), 'courses-'))
  cpSync('courses', courses, { recursive: true })
  const server = await startServer('vanishing', { COURSES: courses })
  for (let round = 0; round < 5; round++) {
    const folder = join(courses, 'run-a-party/pages/passing')
    mkdirSync(folder)
    for (let i = 0; i < 20; i++) writeFileSync(join(folder, `${i}.txt`), 'x'.repeat(100_000))
    await new Promise((resolve) => setTimeout(resolve, 90 + round * 10))
    rmSync(folder, { recursive: true })
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
  expect((await fetch(server.origin + chapters.branch)).status).toBe(200)
  await server.stop()
})

test('an author breaks a chapter of a running site: readers keep the last good one, and get the next good one', async () => {
  const courses = mkdtempSync(join(tmpdir(), 'courses-'))
  cpSync('courses', courses, { recursive: true })
  const server = await startServer('authoring', { COURSES: courses })
  const file = join(courses, 'run-a-party/05-the-branch/en.mdx')
  const good = readFileSync(file, 'utf8')
  const title = async () =>
    /<h1>([^<]*)<\/h1>/.exec(await (await fetch(server.origin + chapters.branch)).text())?.[1]
  writeFileSync(
    file,
    good
      .replace('title: The branch', 'title: Broken')
      .replace('## What a branch is for', '<script>\n## What'),
  )
  await server.printed('The courses are broken')
  expect(server.output.join('\n')).toMatch(/05-the-branch\/en\.mdx:\d+/)
  expect(await title()).toBe('The branch')
  writeFileSync(file, good.replace('title: The branch', 'title: The branch, again'))
  await expect.poll(title, { timeout: 0 }).toBe('The branch, again')
  await server.stop()
})

test('a site with a broken course does not start, and says where the fault is', async () => {
  const courses = mkdtempSync(join(tmpdir(), 'courses-'))
  cpSync('courses', courses, { recursive: true })
  const file = join(courses, 'run-a-party/05-the-branch/sv.mdx')
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n{process.exit()}\n`)
  await expect(startServer('broken', { COURSES: courses })).rejects.toThrow(/sv\.mdx:\d+ {2}Braces/)
})

test('a bad setting stops the start with a sentence that names it', async () => {
  await expect(
    startServer('setting', { ORIGIN: 'nonsense', SITE_NAME: 'x'.repeat(99) }),
  ).rejects.toThrow(/ORIGIN must be an address[\s\S]*SITE_NAME must be 40/)
})
