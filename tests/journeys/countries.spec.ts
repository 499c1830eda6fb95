import { expect, test } from './site.ts'

const manual = '/en/courses/run-a-party'

for (const [title, script] of [
  ['a reader', true],
  ['a reader without script', false],
] as const)
  test.describe(title, () => {
    test.use({ javaScriptEnabled: script })

    test('finds from the contents what was done in a country, and the chapter around it', async ({
      page,
    }) => {
      await page.goto(manual)
      await page.getByRole('link', { name: 'Countries', exact: true }).click()
      await expect(page.locator('.country-map')).toBeVisible()
      await page.getByRole('link', { name: 'Zimbabwe', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zimbabwe')
      const comments = page.locator('article.comment')
      expect(await comments.count()).toBeGreaterThan(2)
      const first = comments.first().getByRole('heading').getByRole('link')
      const about = await first.innerText()
      await first.click()
      await expect(page.getByRole('complementary', { name: about })).toBeInViewport()
    })

    test('reads two countries side by side, and is told where nothing is said', async ({
      page,
    }) => {
      await page.goto('/en/countries/ZW')
      await page.getByText('Read another country beside it').click()
      await page.getByRole('link', { name: 'Serbia', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zimbabwe and Serbia')
      await page.goto('/en/countries/AQ')
      await expect(page.getByText('No comment tells of this country yet')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Countries near it' })).toBeVisible()
    })
  })

test('a chapter leads on to all that is told of a country', async ({ page }) => {
  await page.goto(`${manual}/forming-a-party?country=ZW`)
  await page.getByRole('link', { name: 'What the whole course tells of this country' }).click()
  await expect(page).toHaveURL(/\/en\/countries\/ZW$/)
})

test('the map and a country fit a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const address of ['/en/countries', '/sv/countries/ZW', '/en/countries/ZW?with=IN']) {
    await page.goto(address)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, address).toBeLessThanOrEqual(320)
  }
})
