import { brotliCompressSync } from 'node:zlib'
import { chapters, expect, test } from './site.ts'

const fileOf = (tag: string) => `/${tag}/search/suggestions.json`

test('suggestions come while one types, from one file, and the arrows and Enter open one', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(chapters.branch)
  const box = page.getByRole('banner').getByRole('combobox', { name: 'Search' })
  await expect(box).toHaveAttribute('aria-expanded', 'false')
  expect(asked).not.toContain(fileOf('en'))
  await box.pressSequentially('zimb')
  const option = page.getByRole('option', { name: 'Zimbabwe Country' })
  await expect(option).toBeVisible()
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  await expect(
    page
      .getByText('anyone who looks in this browser’s history')
      .or(page.getByText("anyone who looks in this browser's history"))
      .first(),
  ).toBeVisible()

  const list = await page.locator('.drop').boundingBox()
  expect((list?.x ?? 0) + (list?.width ?? 9999)).toBeLessThanOrEqual(1280)

  await page.keyboard.press('Escape')
  await expect(option).toBeHidden()
  await box.fill('secret bal')
  await page.keyboard.press('ArrowUp')
  const last = page.getByRole('listbox').getByRole('option').last()
  await expect(last).toHaveAttribute('aria-selected', 'true')
  await expect(box).toHaveAttribute('aria-activedescendant', (await last.getAttribute('id')) ?? '')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[aria-selected=true]')).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('listbox').getByRole('option').first()).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/en/courses/run-a-party/glossary#word-secret-ballot')
  expect(asked.filter((path) => path === fileOf('en'))).toHaveLength(1)
})

test('Enter without a choice searches, and what fits nothing shows no list', async ({ page }) => {
  await page.goto('/sv')
  const box = page.getByRole('banner').getByRole('combobox')
  await box.pressSequentially('xyzzyplugh')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await box.fill('sluten omr')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/sv\/search\?q=sluten/)
})

test('on a phone the bar has a link to search, where the box suggests too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(chapters.branch)
  await expect(page.getByRole('banner').getByRole('combobox')).toBeHidden()
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click()
  await page.getByLabel('Search the course').pressSequentially('cash b')
  await page.getByRole('option', { name: 'Cash book page Tool' }).click()
  await expect(page).toHaveURL('/en/courses/run-a-party/tools/cash-book')
})

test.describe('where the file does not come', () => {
  test.use({ complaints: /Failed to load/ })

  test('the box searches as without script', async ({ page }) => {
    await page.route(`**${fileOf('en')}`, (route) => route.abort())
    await page.goto('/en')
    await page.getByRole('banner').getByRole('combobox').pressSequentially('quorum')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/en/search?q=quorum')
  })
})

test('the file of suggestions is 40 KB at most, the same for all, and is kept by no browser', async ({
  site,
}) => {
  for (const tag of ['en', 'sv']) {
    const response = await fetch(site.origin + fileOf(tag))
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('set-cookie')).toBeNull()
    const text = await response.text()
    const bytes = brotliCompressSync(text).length
    console.log(`Suggestions in ${tag}: ${bytes} bytes`)
    expect(bytes).toBeLessThanOrEqual(40 * 1024)
    expect(text.length).toBeGreaterThan(10_000)
  }
})
