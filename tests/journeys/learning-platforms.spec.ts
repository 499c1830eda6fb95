import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { unzipSync } from 'fflate'

const judge = (name: string) => readFileSync(`node_modules/scorm-again/dist/${name}.min.js`, 'utf8')
const platform = 'http://platform.test'

/** The files of the test course's package in a form. */
function packed(form: string): Record<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'cirkel-platform-'))
  const file = join(folder, 'package.zip')
  const args = ['scripts/package.ts', form, '--course', 'tiny', '--lang', 'en', '--out', file]
  const env = {
    ...process.env,
    COURSES: './tests/broken-courses/good',
    CACHE: './.cache/test-command',
  }
  const { stderr } = spawnSync('node_modules/.bin/tsx', args, { encoding: 'utf8', env })
  expect(stderr).toBe('')
  const files = unzipSync(readFileSync(file))
  rmSync(folder, { recursive: true })
  return files
}

const types: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' }

/** Serves a package in a platform whose page runs `setUp`, and opens a chapter in it. */
async function openIn(
  page: Page,
  { files, setUp }: { files: Record<string, Uint8Array>; setUp: string },
) {
  await page.route(`${platform}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    if (name === '')
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Platform</title>${setUp}<iframe src="/first.html" width="900" height="900"></iframe>`,
      })
    const bytes = files[name]
    if (!bytes) return route.fulfill({ status: 404 })
    const contentType = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    return route.fulfill({ contentType, body: Buffer.from(bytes) })
  })
  await page.goto(`${platform}/`)
  return page.frameLocator('iframe')
}

const editions = [
  {
    form: 'scorm12',
    api: `<script>${judge('scorm12')}</script><script>API = new Scorm12API({ autocommit: false })</script>`,
    object: 'API',
    score: 'cmi.core.score.raw',
    status: 'cmi.core.lesson_status',
  },
  {
    form: 'scorm2004',
    api: `<script>${judge('scorm2004')}</script><script>API_1484_11 = new Scorm2004API({ autocommit: false })</script>`,
    object: 'API_1484_11',
    score: 'cmi.score.raw',
    status: 'cmi.completion_status',
  },
] as const

for (const { form, api, object, score, status } of editions)
  test.describe(`a chapter in a platform that speaks ${form}`, () => {
    let files: Record<string, Uint8Array>
    test.beforeAll(() => {
      files = packed(form)
    })
    const asked = (page: Page, name: string) =>
      page.evaluate(`${object}.getCMIValue(${JSON.stringify(name)})`)

    test('is recorded only when its learner agrees, and comes back as it was', async ({ page }) => {
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      const chapter = await openIn(page, { files, setUp: api })
      await expect(chapter.getByText('Record in the learning platform?')).toBeVisible()
      expect(await page.evaluate(`${object}.isNotInitialized()`)).toBe(true)
      await chapter.getByRole('button', { name: 'Record my answers' }).click()
      await chapter.locator('[data-quiz]').scrollIntoViewIfNeeded()
      const question = chapter.locator('[data-question="first.alone"]')
      await question.getByRole('radio', { name: 'She may not', exact: true }).check()
      await question.getByRole('button', { name: /^Check the answer/ }).click()
      await expect(question.locator('.result.is-right')).toBeVisible()
      await expect(
        chapter.getByText('The platform records your answers and your score.'),
      ).toBeVisible()
      expect([await asked(page, score), await asked(page, status)]).toEqual(['20', 'incomplete'])
      const kept = String(await asked(page, 'cmi.suspend_data'))
      expect(kept.length).toBeLessThan(4096)

      await page.evaluate(`sessionStorage.setItem('kept', ${JSON.stringify(kept)})`)
      const again = await openIn(page, {
        files,
        setUp: `${api}<script>${object}.cmi.suspend_data = sessionStorage.getItem('kept')</script>`,
      })
      await again.getByRole('button', { name: 'Record my answers' }).click()
      await again.locator('[data-quiz]').scrollIntoViewIfNeeded()
      await expect(again.locator('[data-question="first.alone"] .result.is-right')).toBeVisible()
      expect(faults).toEqual([])
    })

    test('tells the platform nothing of somebody who does not agree', async ({ page }) => {
      const chapter = await openIn(page, { files, setUp: api })
      await chapter.getByRole('button', { name: 'Continue without recording' }).click()
      await chapter.locator('[data-quiz]').scrollIntoViewIfNeeded()
      const question = chapter.locator('[data-question="first.alone"]')
      await question.getByRole('radio', { name: 'She may not', exact: true }).check()
      await question.getByRole('button', { name: /^Check the answer/ }).click()
      await expect(question.locator('.result.is-right')).toBeVisible()
      await expect(chapter.getByText('Nothing that you answer here is recorded.')).toBeVisible()
      expect(await page.evaluate(`${object}.isNotInitialized()`)).toBe(true)
    })

    test('says so when the platform does not store an answer', async ({ page }) => {
      const chapter = await openIn(page, { files, setUp: api })
      await chapter.getByRole('button', { name: 'Record my answers' }).click()
      await page.evaluate(
        `${object}.${form === 'scorm12' ? 'LMSCommit' : 'Commit'} = () => 'false'`,
      )
      await chapter.locator('[data-quiz]').scrollIntoViewIfNeeded()
      const question = chapter.locator('[data-question="first.alone"]')
      await question.getByRole('radio', { name: 'She may not', exact: true }).check()
      await question.getByRole('button', { name: /^Check the answer/ }).click()
      await expect(chapter.getByText('The platform did not store your last answer.')).toBeVisible()
    })
  })

test('a chapter that stands in no platform is answered like any page', async ({ page }) => {
  const files = packed('scorm12')
  const chapter = await openIn(page, { files, setUp: '' })
  await expect(chapter.getByText('No learning platform was found.')).toBeVisible()
  await chapter.locator('[data-quiz]').scrollIntoViewIfNeeded()
  await expect(chapter.getByRole('button', { name: /^Check the answer/ }).first()).toBeVisible()
})
