import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'

const ids = (page: Page) => page.locator('.question').evaluateAll((all) => all.map(({ id }) => id))

const results = (page: Page) => page.locator('.result.is-right, .result.is-wrong')

/**
 * Chooses something in each question that begins with a click. Returns how many were answered by
 * that; a situation that branches goes on.
 */
async function answerSome(page: Page) {
  for (const question of await page.locator('.question').all()) {
    const box = question.locator('.option').locator('input[type=radio], input[type=checkbox]')
    if ((await box.count()) > 0) await box.first().check()
  }
  await page.getByRole('button', { name: 'Check all my answers' }).last().click()
  await expect(page.locator('.result').first()).toBeVisible()
  return results(page).count()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a guest draws a check over the course and sees what to read again, and nothing is kept', async ({
      page,
      context,
    }) => {
      await page.goto('/en/courses/run-a-party')
      await page.getByRole('link', { name: 'Check of the whole course' }).click()
      await page.getByRole('button', { name: 'Start a check' }).click()
      await expect(page.locator('.question')).toHaveCount(30)
      const drawn = await ids(page)
      expect(new Set(drawn.map((id) => id.split('.')[1])).size).toBe(20)
      await page.reload()
      expect(await ids(page)).toEqual(drawn)
      expect(await answerSome(page)).toBeGreaterThan(5)
      const again = page.getByRole('region', { name: 'Read again, so far' })
      await expect(again.getByRole('link').first()).toBeVisible()
      await again.getByRole('link').last().click()
      await expect(page).toHaveURL(/\/en\/courses\/run-a-party\/[a-z-]+#[a-z-]+$/)
      expect(await context.cookies()).toEqual([])
    })

    test('a learner goes on with a check another time, in another language, and can draw another', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      await page.goto('/en/courses/run-a-party/check')
      await page.getByRole('button', { name: 'Start a check' }).click()
      await expect(page).toHaveURL(/\/check$/)
      const drawn = await ids(page)
      expect(drawn).toHaveLength(30)
      const count = await answerSome(page)
      await page.goto('/sv/courses/run-a-party/check')
      expect(await ids(page)).toEqual(drawn)
      await expect(results(page)).toHaveCount(count)
      await expect(page.getByText(/frågor kvar. Tid: ungefär|En fråga kvar/)).toBeVisible()
      await page.getByRole('button', { name: 'Starta ett nytt prov' }).click()
      await expect(page.locator('.result')).toHaveCount(0)
      expect(await ids(page)).not.toEqual(drawn)
    })
  })
}
