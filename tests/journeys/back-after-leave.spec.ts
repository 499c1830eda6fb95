import type { Page } from '@playwright/test'
import { findWholeBrowser } from '../../scripts/browser.mjs'
import { chapters, expect, test } from './site.ts'

const { executablePath, args } = findWholeBrowser()
// With the browser's memory of whole pages for Back, which Playwright turns off otherwise.
test.use({
  launchOptions: { executablePath, args, ignoreDefaultArgs: ['--disable-back-forward-cache'] },
})

/** Presses Back. A page that the browser has kept is there without being loaded. */
async function back(page: Page) {
  await page.goBack({ waitUntil: 'commit' })
}

/** Signs in, answers a question of a chapter, and goes on to a page that only they can see. */
async function readPrivately(page: Page) {
  await page.goto(chapters.branch)
  const question = page.locator('.question#who-went-home')
  await question.getByRole('radio', { name: /§ 4, § 5 and § 6/ }).check()
  await question.getByRole('button', { name: /Check the answer/ }).click()
  await expect(question.getByText('Not quite right.')).toBeVisible()
  await page.goto('/en/account/export')
  await expect(page.getByText('Question: who-went-home').first()).toBeVisible()
}

/**
 * Goes back three pages, and looks at every page on the way for what only the learner could see.
 */
async function expectNothingBehind(page: Page, pseudonym: string) {
  for (let step = 0; step < 3; step++) {
    await back(page)
    await expect(page.locator('body')).not.toContainText(pseudonym)
    await expect(page.getByText('Question: who-went-home')).toHaveCount(0)
    await expect(page.getByText('Not quite right.')).toHaveCount(0)
  }
}

test('the browser of these tests does keep pages for Back', async ({ page, neutral }) => {
  await page.goto(neutral.address)
  await page.evaluate(() => {
    document.title = 'kept'
  })
  await page.goto('/en')
  await back(page)
  await expect(page).toHaveTitle('kept')
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a learner' : 'a learner without script', () => {
    test.use({ javaScriptEnabled })

    test('P6: presses Leave, then Back: nothing of theirs is shown again', async ({
      page,
      context,
      neutral,
      signIn,
    }) => {
      const { pseudonym } = await signIn(context)
      await readPrivately(page)
      await page.getByRole('link', { name: 'Leave' }).click()
      await expect(page).toHaveURL(neutral.address)
      expect(await context.cookies()).toEqual([])
      await expectNothingBehind(page, pseudonym)
    })

    test('P7: wipes the device, then presses Back: nothing of theirs is shown again', async ({
      page,
      context,
      signIn,
    }) => {
      const { pseudonym } = await signIn(context)
      await readPrivately(page)
      await page.goto('/en/account')
      await page.getByRole('button', { name: 'Clear this site from this device' }).click()
      await expect(
        page.getByRole('heading', { name: 'This site’s data is cleared from this device' }),
      ).toBeVisible()
      await expectNothingBehind(page, pseudonym)
    })

    test('P13: signs out, then presses Back: nothing of theirs is shown again', async ({
      page,
      context,
      signIn,
    }) => {
      const { pseudonym } = await signIn(context)
      await readPrivately(page)
      await page.goto('/en/sign-out')
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page).toHaveURL('/en')
      await expectNothingBehind(page, pseudonym)
    })
  })
}

test('P6: someone presses Shift three times, then Back: the page that they left is not there', async ({
  page,
  context,
  neutral,
  signIn,
}) => {
  const { pseudonym } = await signIn(context)
  await readPrivately(page)
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift')
  await expect(page).toHaveURL(neutral.address)
  await back(page)
  await expect(page).toHaveURL(new RegExp(`${chapters.branch}`))
  await page.goForward({ waitUntil: 'commit' })
  await expect(page).toHaveURL(neutral.address)
  await expectNothingBehind(page, pseudonym)
})

test('P6: with script, a guest who leaves a chapter does not come back to it with Back', async ({
  page,
  neutral,
}) => {
  await page.goto('/en')
  await page.goto(chapters.branch)
  await page.getByRole('link', { name: 'Leave' }).click()
  await expect(page).toHaveURL(neutral.address)
  await back(page)
  await expect(page).toHaveURL('/en')
})

test('P6: the page is blank at once, before the server is asked', async ({ page }) => {
  await page.goto(chapters.branch)
  const shown = await page.evaluate(() => {
    document.querySelector<HTMLElement>('[data-leave]')?.click()
    return [document.title, getComputedStyle(document.documentElement).display]
  })
  expect(shown).toEqual(['', 'none'])
})
