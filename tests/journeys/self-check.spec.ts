import type { Locator, Page } from '@playwright/test'
import { chapters, expect, test } from './site.ts'

const sheet = (page: Page, id: string) => page.locator(`.question#${id}`)
const check = (question: Locator) =>
  question.getByRole('button', { name: /Check the answer/ }).click()

async function place(question: Locator, values: Record<string, string>) {
  for (const [item, value] of Object.entries(values))
    await question.getByRole('combobox', { name: new RegExp(item) }).selectOption(value)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a guest' : 'a guest without script', () => {
    test.use({ javaScriptEnabled })

    test('P1: answers wrongly, sees why beside every option, and tries again', async ({
      page,
      context,
    }) => {
      await page.goto(chapters.branch)
      const question = sheet(page, 'who-went-home')
      await expect(question.locator('.reason')).toHaveCount(0)
      await question.getByRole('radio', { name: /§ 4, § 5 and § 6/ }).check()
      await check(question)
      await expect(question.getByText('Not quite right. Read the reasons.')).toBeVisible()
      await expect(question.locator('.result')).toBeFocused()
      await expect(question.locator('.reason')).toHaveCount(4)
      await expect(question.locator('.option.is-wrong')).toContainText('✗ Your answer')
      await expect(question.locator('.option.is-missed')).toContainText('✓ Right')
      await question.getByRole('button', { name: /Try again/ }).click()
      await expect(question.locator('.reason')).toHaveCount(0)
      await question.getByRole('radio', { name: /§ 4 and § 5/ }).check()
      await check(question)
      await expect(question.getByText('Your answer is correct.')).toBeVisible()
      expect(await context.cookies()).toEqual([])
    })

    test('answers one question after the other and keeps what was answered before', async ({
      page,
    }) => {
      await page.goto(chapters.branch)
      await sheet(page, 'who-went-home')
        .getByRole('radio', { name: /§ 4, § 5 and § 6/ })
        .check()
      await check(sheet(page, 'who-went-home'))
      await expect(sheet(page, 'who-went-home').locator('.result')).toBeVisible()
      await sheet(page, 'a-name-from-the-floor').getByRole('radio', { name: 'True' }).check()
      await check(sheet(page, 'a-name-from-the-floor'))
      await expect(
        sheet(page, 'a-name-from-the-floor').getByText('Your answer is correct.'),
      ).toBeVisible()
      await expect(sheet(page, 'who-went-home').locator('.reason')).toHaveCount(4)
    })

    test('chooses several answers', async ({ page }) => {
      await page.goto(chapters.branch)
      const question = sheet(page, 'lines-of-a-plan')
      for (const name of [/Line 1/, /Line 5/, /Line 6/])
        await question.getByRole('checkbox', { name }).check()
      await check(question)
      await expect(question.getByText('Your answer is correct.')).toBeVisible()
      await expect(question.locator('.reason')).toHaveCount(6)
    })

    test('puts things in order, is told what is missing, and loses nothing chosen', async ({
      page,
    }) => {
      await page.goto(chapters.branch)
      const question = sheet(page, 'order-of-the-day')
      await place(question, { 'We never got to the mill': '1', 'Left on 31 December': '1' })
      await check(question)
      await expect(question.getByText('Choose one for each line.')).toBeVisible()
      await expect(question.getByRole('combobox', { name: /Left on 31 December/ })).toHaveValue('1')
      await place(question, {
        'Four lines lack a receipt': '3',
        '27 for, 3 against': '4',
        'Two circles, the mill': '5',
        'For the stall 90 more': '6',
        'Two names for one post': '7',
      })
      await check(question)
      await expect(question.getByText('Two lines have the same place.')).toBeVisible()
      await place(question, { 'Left on 31 December': '2' })
      await check(question)
      await expect(question.getByText('Your answer is correct.')).toBeVisible()
    })

    test('matches two columns and sees where each belonged', async ({ page }) => {
      await page.goto(chapters.first)
      const question = sheet(page, 'five-jobs')
      const right: Record<string, RegExp> = {
        Gathers: /asks at the market/,
        'Chooses candidates': /vote in secret/,
        'Makes power answer': /explains to the branch/,
        'Is a school': /chairs the meeting/,
      }
      const offered = await question.locator('.letters li').allInnerTexts()
      for (const [left, text] of Object.entries(right)) {
        const letter = String.fromCharCode(65 + offered.findIndex((one) => text.test(one)))
        await question.getByRole('combobox', { name: new RegExp(left) }).selectOption(letter)
      }
      await check(question)
      await expect(question.getByText('Your answer is correct.')).toBeVisible()
      await expect(question.locator('.reason')).toHaveCount(4)
    })

    test('asks for a check without an answer and is told to choose', async ({ page }) => {
      await page.goto(chapters.branch)
      await check(sheet(page, 'two-resign'))
      await expect(sheet(page, 'two-resign').getByText('Choose an answer first.')).toBeVisible()
    })

    test('makes an account from the self-check, and the answers come along', async ({ page }) => {
      await page.goto(chapters.branch)
      const keep = page.getByRole('button', { name: 'Create an account and keep these answers' })
      await expect(keep).toHaveCount(0)
      const question = sheet(page, 'who-went-home')
      await question.getByRole('radio', { name: /§ 4 and § 5/ }).check()
      await check(question)
      await expect(question.getByText('Your answer is correct.')).toBeVisible()
      // Chosen, and not checked yet: it comes along too.
      await sheet(page, 'a-name-from-the-floor').getByRole('radio', { name: 'False' }).check()
      await keep.click()
      await expect(page.getByRole('heading', { name: 'Create an account' })).toBeVisible()
      expect(page.url()).not.toContain('who-went-home')
      await page.getByRole('button', { name: 'Create an account', exact: true }).click()
      await page.getByRole('button', { name: 'I have written them down' }).click()
      await page.getByRole('button', { name: 'Send it now' }).click()
      await expect(page).toHaveURL(new RegExp(`${chapters.branch}#self-check-sum$`))
      await page.goto(chapters.branch)
      await expect(question.getByText('Your answer is correct.')).toBeVisible()
      await expect(
        sheet(page, 'a-name-from-the-floor').getByText('Not quite right. Read the reasons.'),
      ).toBeVisible()
      await expect(keep).toHaveCount(0)
    })

    test('checks everything at once', async ({ page }) => {
      await page.goto(chapters.branch)
      await sheet(page, 'who-went-home').getByRole('radio').first().check()
      await sheet(page, 'two-resign').getByRole('radio').first().check()
      await page.getByRole('button', { name: 'Check all my answers' }).click()
      await expect(page.locator('.question .result')).toHaveCount(2)
    })
  })
}

test('a guest answers with the keyboard alone', async ({ page }) => {
  await page.goto(chapters.branch)
  const question = sheet(page, 'who-went-home')
  await question.getByRole('radio').first().focus()
  const right = question.getByRole('radio', { name: /§ 4 and § 5/ })
  while (!(await right.isChecked())) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(question.getByRole('button', { name: /Check the answer/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question.getByText('Your answer is correct.')).toBeVisible()
  await expect(question.locator('.result')).toBeFocused()
})

test('Enter in an answer checks what is answered, and never the first question instead', async ({
  page,
}) => {
  await page.goto(chapters.branch)
  await sheet(page, 'two-resign')
    .getByRole('radio', { name: /The members the first/ })
    .check()
  await page.keyboard.press('Enter')
  await expect(sheet(page, 'two-resign').getByText('Your answer is correct.')).toBeVisible()
  await expect(sheet(page, 'who-went-home').locator('.result')).toHaveCount(0)
})

test.describe('when the connection fails', () => {
  test.use({ complaints: /ERR_|Failed to load/ })

  test('the answer stays where it is and the guest is told', async ({ page, context }) => {
    await page.goto(chapters.branch)
    const question = sheet(page, 'who-went-home')
    await question.getByRole('radio').first().check()
    await context.setOffline(true)
    await check(question)
    await expect(question.getByText(/could not be sent. It is still here/)).toBeVisible()
    await context.setOffline(false)
    await check(question)
    await expect(question.locator('.reason')).toHaveCount(4)
  })
})

test('no right answer and no reason is in the page before a question is answered', async ({
  request,
}) => {
  const html = await (await request.get(chapters.branch)).text()
  expect(html).not.toContain('A third of 31 is 10.33')
  expect(html).not.toMatch(/correct/i)
})
