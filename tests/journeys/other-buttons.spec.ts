import type { Page } from '@playwright/test'
import { answerInChapter, daysPass } from './review-days.ts'
import { chapters, expect, test } from './site.ts'

test.describe.configure({ mode: 'parallel' })

const question = (page: Page, id: string) => page.locator(`[data-question$="${id}"]`)
const check = (page: Page, id: string) =>
  question(page, id)
    .getByRole('button', { name: /Check the answer/ })
    .click()

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled, complaints: /40[09]/ })

    test('answers that are not checked stay when the chapter is marked, the bookmark is put and another question is checked or tried again', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      await page.goto(chapters.branch)
      const chosen = question(page, 'who-went-home').getByRole('radio', { name: /§ 4 only/ })
      const typed = question(page, 'counting-heads').getByRole('textbox').first()
      await chosen.check()
      await typed.fill('eighteen or so')
      const stays = async () => {
        await expect(chosen).toBeChecked()
        await expect(typed).toHaveValue('eighteen or so')
      }
      await page.getByRole('button', { name: 'I have read this chapter' }).click()
      await expect(page.getByRole('button', { name: 'Mark as not read' })).toBeVisible()
      await stays()
      await page.getByRole('button', { name: 'Bookmark' }).first().click()
      await expect(page.getByRole('link', { name: /bookmark/i }).first()).toBeVisible()
      await stays()
      await question(page, 'a-name-from-the-floor').getByRole('radio', { name: 'True' }).check()
      await check(page, 'a-name-from-the-floor')
      await expect(question(page, 'a-name-from-the-floor').locator('.result')).toBeVisible()
      await stays()
      await question(page, 'a-name-from-the-floor')
        .getByRole('button', { name: /Try again/ })
        .click()
      await expect(
        question(page, 'a-name-from-the-floor').getByRole('button', { name: /Check the answer/ }),
      ).toBeVisible()
      await stays()
      await page.getByRole('button', { name: /Remove the bookmark/ }).click()
      await stays()

      // Nothing of it was stored but what was asked for.
      await page.goto(chapters.branch)
      await expect(page.getByRole('button', { name: 'Mark as not read' })).toBeVisible()
      await expect(chosen).not.toBeChecked()
      await expect(typed).toHaveValue('')
      await expect(page.locator('.result')).toHaveCount(1)
    })

    test('an answer in the review stays when another question is put away and asked for again', async ({
      page,
      context,
      site,
      signIn,
    }) => {
      await signIn(context)
      await answerInChapter(page)
      await daysPass(site.databaseFile, 5)
      await page.goto('/en/review')
      await expect(page.locator('.question')).toHaveCount(2)
      const chosen = question(page, 'who-went-home').getByRole('radio', { name: /§ 4 only/ })
      await chosen.check()
      await page
        .getByRole('button', { name: /Do not ask me this question again.*The nominating/ })
        .click()
      await expect(page.locator('.question')).toHaveCount(1)
      await expect(chosen).toBeChecked()
      await page.getByRole('button', { name: /Ask this question again/ }).click()
      await expect(page.locator('.question')).toHaveCount(2)
      await expect(chosen).toBeChecked()
      // With nothing typed, the buttons work as well; and where no question is left.
      for (const left of [1, 0]) {
        await page.goto('/en/review')
        await page
          .getByRole('button', { name: /Do not ask me this question again/ })
          .first()
          .click()
        await expect(page.locator('.question')).toHaveCount(left)
      }
      await page
        .getByRole('button', { name: /Ask this question again/ })
        .first()
        .click()
      await expect(page.locator('.question')).toHaveCount(1)
    })

    test('Enter in a gap checks the answers, also where a bookmark or another language has a button above', async ({
      page,
      context,
      signIn,
    }) => {
      const gap = question(page, 'counting-heads').getByRole('textbox')
      const fillAndEnter = async () => {
        for (const [index, number] of ['18', '24', '13'].entries())
          await gap.nth(index).fill(number)
        await gap.nth(1).press('Enter')
        await expect(
          question(page, 'counting-heads').getByText('Your answer is correct.'),
        ).toBeVisible()
        await expect(page).toHaveURL(/\/en\//)
      }
      // A guest's answers are in the form, which the buttons of the languages take along.
      await page.goto(chapters.branch)
      await question(page, 'who-went-home')
        .getByRole('radio', { name: /§ 4 only/ })
        .check()
      await check(page, 'who-went-home')
      await fillAndEnter()

      await signIn(context)
      await page.goto(chapters.branch)
      await fillAndEnter()
      await expect(page.getByText('Your bookmark')).toHaveCount(0)
    })
  })
}
