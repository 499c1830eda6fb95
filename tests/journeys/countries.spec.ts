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
      await page.getByText('Compare with another country').click()
      await page.getByRole('link', { name: 'Serbia', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zimbabwe and Serbia')
      const [left, right] = await Promise.all(
        [0, 1].map((at) => page.locator('.two-columns > div').nth(at).boundingBox()),
      )
      expect(right!.y).toBe(left!.y)
      expect(right!.x).toBeGreaterThan(left!.x + left!.width)
      expect(left!.width).toBeGreaterThan(440)
      await page.goto('/en/countries/ZW?with=ZW')
      await expect(page.getByText('You chose the same country twice.')).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zimbabwe')
      await page.goto('/en/countries/AQ')
      await expect(page.getByText('There are no comments about this country yet')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Countries nearby' })).toBeVisible()
    })
  })

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a country chosen in one chapter goes along to the next, which says where it has none', async ({
      page,
    }) => {
      // No other journey publishes a comment from this country.
      await page.goto(`${manual}/forming-a-party?country=TH`)
      const main = page.getByRole('main')
      await expect(main.getByText('Comments from Thailand').first()).toBeVisible()
      await main.getByRole('link', { name: /^Next ·/ }).click()
      await expect(page).toHaveURL(`${manual}/the-branch?country=TH`)
      const notice = page.locator('#no-comment')
      await expect(notice).toContainText('Country: Thailand. This chapter has no comments')
      await notice.getByRole('link', { name: 'Myanmar' }).click()
      const comment = page.getByRole('complementary', { name: /Myanmar/ })
      await expect(comment).toBeInViewport()
      await comment.getByRole('heading').getByRole('link').click()
      await expect(page).toHaveURL(`${manual}/the-branch?country=TH#mm-register-as-risk`)

      await page.getByRole('navigation', { name: 'Main menu' }).getByText('Contents').click()
      await expect(page).toHaveURL(`${manual}?country=TH`)
      await expect(main.getByText('Comments from Thailand').first()).toBeVisible()
      await main.getByRole('link', { name: 'Show comments from all countries' }).click()
      await expect(page).toHaveURL(manual)
    })

    test('a learner’s answer and bookmark keep the country that was chosen', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      await page.goto(`${manual}/the-branch?country=ZA`)
      await page.getByRole('button', { name: 'Bookmark' }).first().click()
      await expect(page).toHaveURL(/the-branch\?country=ZA#/)
      await page.getByRole('button', { name: 'I have read this chapter' }).click()
      await expect(page).toHaveURL(`${manual}/the-branch?country=ZA#read`)
      await expect(page.locator('aside.comment')).toHaveCount(1)
    })
  })

test('a chapter leads on to all that is told of a country', async ({ page }) => {
  await page.goto(`${manual}/forming-a-party?country=ZW`)
  await page.getByRole('link', { name: 'All comments about this country in the course' }).click()
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
