import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
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

test('whenever the server is killed, every answer that was acknowledged is there afterwards', async () => {
  test.slow()
  const server = await startServer('killed')
  const { cookie } = await makeLearner(server.origin)
  const options = ['trust', 'postpone', 'exclude', 'committee']
  let acknowledged = 0
  for (let round = 0; round < 5; round++) {
    await fetch(server.origin + chapters.branch, { headers: { Cookie: `s=${cookie}` } })
    const sending = options.concat(options, options).map(async (option, i) => {
      await new Promise((resolve) => setTimeout(resolve, i * 12))
      const body = new URLSearchParams({ intent: 'answer', check: 'missing-receipts', 'q.missing-receipts': option })
      const response = await fetch(server.origin + chapters.branch, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { Cookie: `s=${cookie}` },
      }).catch(() => null)
      if (response?.status === 303) acknowledged += 1
    })
    await new Promise((resolve) => setTimeout(resolve, 40 + Math.random() * 300))
    await server.kill()
    await Promise.all(sending)
    const stored = await storedAnswers(server.databaseFile)
    expect(stored.length).toBeGreaterThanOrEqual(acknowledged)
    for (const answer of stored) expect(options.map((option) => JSON.stringify({ [option]: 'yes' }))).toContain(answer)
    await server.start()
  }
  expect(acknowledged).toBeGreaterThan(0)
  const page = await (await fetch(server.origin + chapters.branch, { headers: { Cookie: `s=${cookie}` } })).text()
  expect(page).toContain('id="result-missing-receipts"')
  await server.stop()
})

test('a learner answers in two tabs at once, and both answers count', async ({ context, signIn }) => {
  await signIn(context)
  const tabs = [await context.newPage(), await context.newPage()]
  const questions = ['missing-receipts', 'grown-branch']
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
  for (const id of questions) await expect(tabs[0]!.locator(`.question#${id} .result`)).toBeVisible()
})

test('a server that is told to end answers what it was asked, and ends', async () => {
  const server = await startServer('ending')
  const asked = Promise.all(Array.from({ length: 10 }, () => fetch(`${server.origin}/en/courses/run-a-party`)))
  await asked
  await server.stop()
  await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow()
  await server.start()
  expect(await (await fetch(`${server.origin}/healthz`)).text()).toMatch(/^ok /)
  await server.stop()
})

test('an author breaks a chapter of a running site: readers keep the last good one, and get the next good one', async () => {
  const courses = mkdtempSync(join(tmpdir(), 'courses-'))
  cpSync('courses', courses, { recursive: true })
  const server = await startServer('authoring', { COURSES: courses })
  const file = join(courses, 'run-a-party/05-the-branch/en.mdx')
  const good = readFileSync(file, 'utf8')
  const title = async () => /<h1>([^<]*)<\/h1>/.exec(await (await fetch(server.origin + chapters.branch)).text())?.[1]
  writeFileSync(file, good.replace('title: The branch', 'title: Broken').replace('## What a branch is for', '<script>\n## What'))
  await expect.poll(() => server.output.join('\n')).toContain('The courses are broken')
  expect(server.output.join('\n')).toMatch(/05-the-branch\/en\.mdx:\d+/)
  expect(await title()).toBe('The branch')
  writeFileSync(file, good.replace('title: The branch', 'title: The branch, anew'))
  await expect.poll(title).toBe('The branch, anew')
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
  await expect(startServer('setting', { ORIGIN: 'nonsense', SITE_NAME: 'x'.repeat(99) })).rejects.toThrow(
    /ORIGIN must be an address[\s\S]*SITE_NAME must be 40/,
  )
})
