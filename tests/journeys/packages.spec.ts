import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'

let folder: string
let file: string

test.describe('a course as one file, opened from a stick without a connection', () => {
  // Once for each worker, and again where one has failed.
  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cirkel-package-'))
    file = join(folder, 'notes.html')
    const args = ['scripts/package.ts', 'html', '--course', 'tiny', '--lang', 'en', '--out', file]
    const env = {
      ...process.env,
      COURSES: './tests/broken-courses/good',
      CACHE: './.cache/test-command',
    }
    const { stderr } = spawnSync('node_modules/.bin/tsx', args, { encoding: 'utf8', env })
    expect(stderr).toBe('')
  })
  test.afterAll(() => rmSync(folder, { recursive: true }))
  test.use({ offline: true, viewport: { width: 360, height: 640 } })

  test('answers a question with the reason beside every option, and keeps nothing', async ({
    page,
  }) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await page.goto(`file://${file}`)
    await expect(page).toHaveTitle('Notes')
    await page.locator('#first\\.check-what-you-know').scrollIntoViewIfNeeded()
    const question = page.locator('[data-question="first.alone"]')
    await question.getByRole('radio', { name: 'She may', exact: true }).check()
    await question.getByRole('button', { name: /^Check the answer/ }).click()
    await expect(question.getByText('REASON-MAY: she is not the branch.')).toBeVisible()
    await expect(question.getByText('REASON-MAY-NOT: a quorum is more than one.')).toBeVisible()
    await expect(question.locator('.result')).toBeFocused()
    await expect(question.getByRole('link', { name: 'Read again: The meeting' })).toHaveAttribute(
      'href',
      '#first.meeting',
    )
    await question.getByRole('button', { name: /^Try again/ }).click()
    await expect(question.getByRole('radio', { name: 'She may', exact: true })).not.toBeChecked()
    await expect(page.getByRole('heading', { name: 'Answers and reasons' })).toBeHidden()
    expect(faults).toEqual([])
  })

  test('is searched, and shows the comments of one country', async ({ page }) => {
    await page.goto(`file://${file}`)
    await page.getByLabel('Words to search for').fill('CAFE branches')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page.getByText('1 place found')).toBeVisible()
    await expect(page.getByRole('link', { name: 'First: The meeting' })).toHaveAttribute(
      'href',
      '#first.meeting',
    )
    await page.getByRole('combobox').selectOption('India (1)')
    await expect(page.locator('#first\\.za-rule')).toBeHidden()
    await expect(page.locator('#second\\.in-case')).toBeVisible()
    await page.getByRole('combobox').selectOption('All countries')
    await expect(page.locator('#first\\.za-rule')).toBeVisible()
  })

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false })

    test('is read, with the key at its end', async ({ page }) => {
      await page.goto(`file://${file}`)
      await expect(page.getByLabel('Words to search for')).toBeHidden()
      await page.locator('#first\\.alone').getByRole('link', { name: 'Answer and reasons' }).click()
      const entry = page.locator('#first\\.key\\.alone')
      await expect(entry).toBeInViewport()
      await expect(entry.getByText('REASON-MAY: she is not the branch.')).toBeVisible()
      const width = page.evaluate('document.documentElement.scrollWidth').catch(() => 360)
      expect(await width).toBe(360)
    })
  })
})

test('no page of the folder complains when it is opened from a stick', async ({ page }) => {
  const own = mkdtempSync(join(tmpdir(), 'cirkel-folder-'))
  const zip = join(own, 'notes.zip')
  const args = ['scripts/package.ts', 'folder', '--course', 'tiny', '--lang', 'en', '--out', zip]
  const env = {
    ...process.env,
    COURSES: './tests/broken-courses/good',
    CACHE: './.cache/test-command',
  }
  expect(spawnSync('node_modules/.bin/tsx', args, { encoding: 'utf8', env }).stderr).toBe('')
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  const files = Object.entries(unzipSync(readFileSync(zip)))
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(own, name)), { recursive: true })
    writeFileSync(join(own, name), bytes)
  }
  const pages = files.flatMap(([name]) => (name.endsWith('.html') ? name : []))
  expect(pages).toContain('en/glossary.html')
  for (const name of pages) await page.goto(`file://${join(own, name)}`)
  expect(faults).toEqual([])
  rmSync(own, { recursive: true })
})
