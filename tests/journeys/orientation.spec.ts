import { chapters, expect, test } from './site.ts'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a self-check tells what it comes to, with ways to what to read again and on', async ({
      page,
    }) => {
      await page.goto(chapters.branch)
      const end = page.locator('.quiz-end')
      await expect(end.getByRole('link', { name: 'Next: 6. Meetings and decisions' })).toBeVisible()
      await expect(end).not.toContainText('right')
      const question = page.locator('#who-went-home')
      await question.locator('input[value="all"]').check()
      await question.getByRole('button', { name: /Check the answer/ }).click()
      await expect(end).toContainText('0 right so far, 7 questions left. One to look at again:')
      await end.getByRole('link', { name: 'Fifty members or five hundred' }).click()
      await expect(page.locator('#quorum')).toBeInViewport()
    })

    test('checking all answers leads to what they come to', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(chapters.branch)
      const all = page.getByRole('button', { name: 'Check all my answers' })
      await all.click()
      const end = page.locator('.quiz-end')
      await expect(end.getByText('Nothing is answered yet.')).toBeInViewport()
      await page.locator('#who-went-home input[value="all"]').check()
      await page.locator('#two-resign input').first().check()
      await all.click()
      await expect(page).toHaveURL(/#self-check-sum$/)
      await expect(end.getByText(/right so far, \d questions left/)).toBeInViewport()
      await expect(end.getByRole('link').first()).toBeInViewport()
    })

    test('each section says how far one has come, and the list which of them lie behind', async ({
      page,
      context,
      signIn,
    }) => {
      await page.goto(`${chapters.branch}#the-year`)
      const head = page.locator('.section-head', { has: page.locator('#the-year') })
      const words = await head.getByText(/^Section \d of \d+$/).innerText()
      const [number, of] = words.match(/\d+/g)!.map(Number) as [number, number]
      const titles = page.locator('.contents li:not(.after)')
      await expect(titles).toHaveCount(of)
      await expect(titles.nth(number - 1)).toHaveText('A year on one sheet')
      await expect(page.locator('.contents .passed')).toHaveCount(
        javaScriptEnabled ? number - 1 : 0,
      )
      if (javaScriptEnabled) {
        await page.setViewportSize({ width: 360, height: 740 })
        await page.reload()
        await page.locator('#the-year').evaluate((heading) => heading.scrollIntoView())
        await expect(page.locator('.contents-fold summary')).toContainText(words)
      }
      await page.setViewportSize({ width: 1280, height: 800 })
      await signIn(context)
      await page.goto(chapters.branch)
      await page
        .locator('.section-head', { has: page.locator('#the-year') })
        .getByRole('button', { name: 'Add a bookmark' })
        .click()
      await page.goto(chapters.branch)
      await expect(page.locator('.contents .passed')).toHaveCount(number - 1)
      await expect(page.locator('.contents').getByText('Your bookmark')).toBeVisible()
    })

    test('on a phone the list of sections stays at hand, and leads to one', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(`${chapters.branch}#the-year`)
      const list = page.locator('.contents-fold')
      await expect(list.locator('summary')).toBeInViewport({ ratio: 1 })
      await list.locator('summary').click()
      await list.getByRole('link', { name: 'The annual meeting decides' }).click()
      await expect(page).toHaveURL(`${chapters.branch}#annual-meeting`)
      await expect(page.locator('#annual-meeting')).toBeInViewport()
      // Nothing false is marked where nothing can be known.
      await expect(page.locator('[aria-current]')).toHaveCount(javaScriptEnabled ? 2 : 0)
      if (javaScriptEnabled)
        await expect(list.locator('summary')).toHaveText(/The annual meeting decides/)
    })

    test('a heading is a link to itself, and the chapters beside are named with their numbers', async ({
      page,
    }) => {
      await page.goto(chapters.branch)
      await page.getByRole('heading', { name: 'A year on one sheet' }).getByRole('link').click()
      await expect(page).toHaveURL(`${chapters.branch}#the-year`)
      const turn = page.locator('.turn')
      await expect(turn.getByRole('link', { name: 'Previous · 4 Forming a party' })).toBeVisible()
      await turn.getByRole('link', { name: 'Next · 6 Meetings and decisions' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meetings and decisions')
    })
  })
