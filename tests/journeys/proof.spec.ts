import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finishCourse } from './finish-course.ts'
import { startServer } from './server.ts'
import { expect, makeLearner, test } from './site.ts'

test.use({ javaScriptEnabled: false })

test('P17: a learner who has finished makes a proof with a chosen name; anyone can check its code; the site keeps nothing of it', async ({
  page,
  context,
  browser,
  site,
  signIn,
}) => {
  const { pseudonym } = await signIn(context)
  await page.goto('/en/courses/run-a-party/proof')
  await expect(page.getByText('20 chapters that are not finished')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make the proof' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: '5. The branch' })).toHaveAttribute(
    'href',
    '/en/courses/run-a-party/the-branch',
  )

  await finishCourse(site.databaseFile, pseudonym)
  await page.goto('/en/progress')
  await expect(page.getByText('You have finished every chapter.')).toBeVisible()
  await page.getByRole('link', { name: 'Make a proof of study' }).click()
  await page.getByRole('textbox', { name: 'Name on the proof' }).fill('Thandiwe Ndlovu')
  await page.getByRole('button', { name: 'Make the proof' }).click()
  await expect(page.getByText(/^Thandiwe Ndlovu has read every chapter/)).toBeVisible()
  await expect(page.getByRole('img', { name: 'The code as a square' })).toBeVisible()
  await expect(page.locator('main')).not.toContainText(pseudonym)
  // Where a language is written from right to left, a first group of nothing but digits would else
  // stand last.
  await expect(page.locator('.proof-code')).toHaveAttribute('dir', 'ltr')
  const code = (await page.locator('.proof-code').textContent()) as string

  const stranger = await browser.newPage({ baseURL: site.origin })
  await stranger.goto('/sv/proof/verify')
  await stranger.getByRole('textbox', { name: 'Kod' }).fill(code)
  await stranger.getByRole('button', { name: 'Kontrollera koden' }).click()
  await expect(stranger.getByText('Koden är äkta')).toBeVisible()
  await expect(stranger.getByText('Thandiwe Ndlovu')).toBeVisible()
  await stranger
    .getByRole('textbox', { name: 'Kod' })
    .fill(code.replace(/.$/, (last) => (last === '0' ? '1' : '0')))
  await stranger.getByRole('button', { name: 'Kontrollera koden' }).click()
  await expect(stranger.getByText('Koden är inte äkta')).toBeVisible()
  await stranger.getByRole('textbox', { name: 'Kod' }).fill(code.repeat(20))
  await stranger.getByRole('button', { name: 'Kontrollera koden' }).click()
  await expect(stranger.getByText('Koden är inte äkta')).toBeVisible()
  expect(await stranger.context().cookies()).toEqual([])
  await stranger.close()
  await page.goto('/en/courses/run-a-party/proof')
  await expect(page.locator('.proof-code')).toHaveCount(0)
})

test('the progress page offers a proof only when it can be made, and says what is left before it', async ({
  page,
  context,
  site,
  signIn,
}) => {
  const { pseudonym } = await signIn(context)
  const proof = page.getByRole('link', { name: 'Make a proof of study' })
  const check = page.getByRole('link', { name: /^Take the check of the whole course/ })
  const offered = async (path: string) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    return { proof: await proof.count(), check: await check.count() }
  }
  expect(await offered('/en/progress')).toEqual({ proof: 0, check: 0 })

  await finishCourse(site.databaseFile, pseudonym, { withCheck: false })
  expect(await offered('/en/progress')).toEqual({ proof: 0, check: 1 })

  // The check is answered whole, and a chapter is left.
  await finishCourse(site.databaseFile, pseudonym, { chaptersLeft: 1 })
  expect(await offered('/en/progress')).toEqual({ proof: 0, check: 0 })

  await finishCourse(site.databaseFile, pseudonym)
  expect(await offered('/en/progress')).toEqual({ proof: 1, check: 0 })
  await proof.click()
  await expect(page.getByRole('button', { name: 'Make the proof' })).toBeVisible()
})

test('a proof names the site only when its owner asks for it, and its code never does', async ({
  page,
  context,
  site,
  signIn,
}) => {
  const { pseudonym } = await signIn(context)
  await finishCourse(site.databaseFile, pseudonym)
  const host = new URL(site.origin).hostname
  const make = async (isNamed: boolean) => {
    await page.goto('/en/courses/run-a-party/proof')
    const tick = page.getByRole('checkbox', { name: 'Show the name of this site on the paper' })
    await expect(tick).not.toBeChecked()
    await tick.setChecked(isNamed)
    await page.getByRole('button', { name: 'Make the proof' }).click()
    return {
      paper: await page.locator('main').innerText(),
      code: await page.locator('.proof-code').innerText(),
    }
  }
  const without = await make(false)
  const named = await make(true)
  expect(without.paper).not.toContain(host)
  expect(named.paper).toContain(host)
  expect(named.code).toBe(without.code)
})

test('where the key of proofs cannot be used, a learner is told that nothing can be stored, and can try again', async () => {
  const key = join(mkdtempSync(join(tmpdir(), 'proof-')), 'key.pem')
  const server = await startServer('proof-key', { PROOF_KEY: key })
  const { cookie, pseudonym } = await makeLearner(server.origin)
  await finishCourse(server.databaseFile, pseudonym)
  const make = () =>
    fetch(`${server.origin}/en/courses/run-a-party/proof`, {
      method: 'POST',
      headers: { Cookie: `s=${cookie}` },
      body: new URLSearchParams({ name: 'Thandiwe' }),
    })
  mkdirSync(key)
  const refused = await make()
  expect(refused.status).toBe(503)
  expect(await refused.text()).toContain('Nothing can be stored now')
  expect(server.output.join('\n')).toContain('PROOF_KEY')
  rmdirSync(key)
  const made = await make()
  expect(made.status).toBe(200)
  expect(await made.text()).toContain('class="proof-code"')
  await server.stop()
})
