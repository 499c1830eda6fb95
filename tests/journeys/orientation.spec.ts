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
      await expect(end).toContainText('0 right so far, 7 questions left. To look at again:')
      await end.getByRole('link', { name: 'Fifty members or five hundred' }).click()
      await expect(page.locator('#quorum')).toBeInViewport()
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
