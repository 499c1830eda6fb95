import type { Locator, Page } from '@playwright/test'
import { chapters, expect, test } from './site.ts'

const sheet = (page: Page, id: string) => page.locator(`.question#${id}`)
const check = (question: Locator) => question.getByRole('button', { name: /Check the answer/ }).click()

async function place(question: Locator, values: Record<string, string>) {
  for (const [item, value] of Object.entries(values)) await question.getByRole('combobox', { name: new RegExp(item) }).selectOption(value)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a guest' : 'a guest without script', () => {
    test.use({ javaScriptEnabled })

    test('P1: answers wrongly, sees why beside every option, and tries again', async ({ page, context }) => {
      await page.goto(chapters.branch)
      const question = sheet(page, 'missing-receipts')
      await expect(question.locator('.reason')).toHaveCount(0)
      await question.getByRole('radio', { name: /Grant it/ }).check()
      await check(question)
      await expect(question.getByText('Not quite. Look at the reasons.')).toBeVisible()
      await expect(question.locator('.result')).toBeFocused()
      await expect(question.locator('.reason')).toHaveCount(4)
      await expect(question.locator('.option.is-wrong')).toContainText('✗ Your answer')
      await expect(question.locator('.option.is-missed')).toContainText('✓ Right')
      await question.getByRole('button', { name: /Try again/ }).click()
      await expect(question.locator('.reason')).toHaveCount(0)
      await question.getByRole('radio', { name: /Postpone it/ }).check()
      await check(question)
      await expect(question.getByText('That is right.')).toBeVisible()
      expect(await context.cookies()).toEqual([])
    })

    test('answers one question after the other and keeps what was answered before', async ({ page }) => {
      await page.goto(chapters.branch)
      await sheet(page, 'missing-receipts')
        .getByRole('radio', { name: /Grant it/ })
        .check()
      await check(sheet(page, 'missing-receipts'))
      await expect(sheet(page, 'missing-receipts').locator('.result')).toBeVisible()
      await sheet(page, 'only-one-list').getByRole('radio', { name: 'False' }).check()
      await check(sheet(page, 'only-one-list'))
      await expect(sheet(page, 'only-one-list').getByText('That is right.')).toBeVisible()
      await expect(sheet(page, 'missing-receipts').locator('.reason')).toHaveCount(4)
    })

    test('chooses several answers', async ({ page }) => {
      await page.goto(chapters.branch)
      const question = sheet(page, 'kitchen-branch')
      for (const name of [/Two people count/, /chosen for six months/, /noted with a date/])
        await question.getByRole('checkbox', { name }).check()
      await check(question)
      await expect(question.getByText('That is right.')).toBeVisible()
      await expect(question.locator('.reason')).toHaveCount(5)
    })

    test('puts things in order, is told what is missing, and loses nothing chosen', async ({ page }) => {
      await page.goto(chapters.branch)
      const question = sheet(page, 'from-asking-to-posts')
      await place(question, { 'nominating committee': '1', 'Notice is sent': '1' })
      await check(question)
      await expect(question.getByText('Choose one for each line.')).toBeVisible()
      await expect(question.getByRole('combobox', { name: /Notice is sent/ })).toHaveValue('1')
      await place(question, { 'audit report are sent': '3', 'votes on discharge': '4', 'elects the new': '5', 'shares out': '6' })
      await check(question)
      await expect(question.getByText('Two lines have the same place.')).toBeVisible()
      await place(question, { 'Notice is sent': '2' })
      await check(question)
      await expect(question.getByText('That is right.')).toBeVisible()
    })

    test('matches two columns and sees where each belonged', async ({ page }) => {
      await page.goto(chapters.branch)
      const question = sheet(page, 'who-does-what')
      const right: Record<string, RegExp> = {
        Chair: /Sees that decisions/,
        Secretary: /Sends notices/,
        Treasurer: /Saves every/,
        'Study organiser': /Finds leaders/,
        Auditor: /Compares the accounts/,
      }
      const offered = await question.locator('.letters li').allInnerTexts()
      for (const [left, text] of Object.entries(right)) {
        const letter = String.fromCharCode(65 + offered.findIndex((one) => text.test(one)))
        await question.getByRole('combobox', { name: new RegExp(left) }).selectOption(letter)
      }
      await check(question)
      await expect(question.getByText('That is right.')).toBeVisible()
      await expect(question.locator('.reason')).toHaveCount(5)
    })

    test('asks for a check without an answer and is told to choose', async ({ page }) => {
      await page.goto(chapters.branch)
      await check(sheet(page, 'grown-branch'))
      await expect(sheet(page, 'grown-branch').getByText('Choose an answer first.')).toBeVisible()
    })

    test('checks everything at once', async ({ page }) => {
      await page.goto(chapters.branch)
      await sheet(page, 'missing-receipts').getByRole('radio').first().check()
      await sheet(page, 'grown-branch').getByRole('radio').first().check()
      await page.getByRole('button', { name: 'Check all that I have answered' }).click()
      await expect(page.locator('.question .result')).toHaveCount(2)
    })
  })
}

test('a guest answers with the keyboard alone', async ({ page }) => {
  await page.goto(chapters.branch)
  const question = sheet(page, 'missing-receipts')
  await question.getByRole('radio').first().focus()
  const right = question.getByRole('radio', { name: /Postpone it/ })
  while (!(await right.isChecked())) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(question.getByRole('button', { name: /Check the answer/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question.getByText('That is right.')).toBeVisible()
  await expect(question.locator('.result')).toBeFocused()
})

test('Enter in an answer checks what is answered, and never the first question instead', async ({ page }) => {
  await page.goto(chapters.branch)
  await sheet(page, 'which-is-a-plan')
    .getByRole('radio', { name: /Before July/ })
    .check()
  await page.keyboard.press('Enter')
  await expect(sheet(page, 'which-is-a-plan').getByText('That is right.')).toBeVisible()
  await expect(sheet(page, 'missing-receipts').locator('.result')).toHaveCount(0)
})

test.describe('when the connection fails', () => {
  test.use({ complaints: /ERR_|Failed to load/ })

  test('the answer stays where it is and the guest is told', async ({ page, context }) => {
    await page.goto(chapters.branch)
    const question = sheet(page, 'missing-receipts')
    await question.getByRole('radio').first().check()
    await context.setOffline(true)
    await check(question)
    await expect(question.getByText(/could not be sent. It is still here/)).toBeVisible()
    await context.setOffline(false)
    await check(question)
    await expect(question.locator('.reason')).toHaveCount(4)
  })
})

test('no right answer and no reason is in the page before a question is answered', async ({ request }) => {
  const html = await (await request.get(chapters.branch)).text()
  expect(html).not.toContain('Nobody is judged before the facts are known')
  expect(html).not.toMatch(/correct/i)
})
