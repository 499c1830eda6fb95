import { existsSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { answerInChapter, daysPass } from './review-days.ts'
import { chapters, expect, makeCircle, makeLearner, type TestLearner, test } from './site.ts'

const story =
  'In our ward the branch had not met for a year. We began with the bus queue: ' +
  'two of us asked everyone who waited what they wanted put right first. ' +
  'Nine in ten said the water pipe. So the first meeting had one point, ' +
  'and thirty-one people came.'

async function writeComment(page: Page, text: string) {
  await page.goto(`${chapters.branch}/comment`)
  await page.getByLabel('Country that the comment is about').selectOption({ label: 'Zimbabwe' })
  await page.getByLabel('Your comment').fill(text)
  await page.getByRole('radio', { name: 'Without a name' }).check()
}
const sendComment = (page: Page) =>
  page.getByRole('button', { name: 'Send to the moderators' }).click()

async function signInAs(page: Page, { pseudonym, passphrase }: TestLearner) {
  await page.getByLabel('Pseudonym').fill(pseudonym)
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const isInTheDatabase = (file: string, text: string) =>
  [file, `${file}-wal`].some((one) => existsSync(one) && readFileSync(one).includes(text))

for (const javaScriptEnabled of [true, false]) {
  test.describe(
    javaScriptEnabled
      ? 'someone whose session has ended'
      : 'someone whose session has ended, without script',
    () => {
      test.use({ javaScriptEnabled, complaints: /40[0-9]/ })

      test('loses nothing of a comment: it comes along through a wrong passphrase and back, and is sent when they say so', async ({
        page,
        context,
        site,
        signIn,
      }) => {
        const learner = await signIn(context)
        const ending = `This was in ${javaScriptEnabled ? 'spring' : 'autumn'}.`
        const text = `${story} ${ending}`
        await writeComment(page, text)
        await context.clearCookies()
        await sendComment(page)
        await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
        await expect(page.getByText('What you filled in is kept on this page')).toBeVisible()
        await signInAs(page, { ...learner, passphrase: 'not the right one' })
        await expect(page.getByRole('alert')).toBeVisible()
        await signInAs(page, learner)
        await expect(page.getByText(`You are signed in as ${learner.pseudonym}`)).toBeVisible()
        await expect(page.getByRole('navigation', { name: 'Account and language' })).toContainText(
          learner.pseudonym,
        )
        await expect(page.getByText(text, { exact: true }).first()).toBeVisible()
        expect(page.url()).not.toContain('queue')
        expect(isInTheDatabase(site.databaseFile, ending)).toBe(false)
        await page.getByRole('button', { name: 'Send it now' }).click()
        await expect(page.getByRole('heading', { name: 'Waiting for a moderator' })).toBeVisible()
        await expect(page.getByText(text, { exact: true })).toBeVisible()
        await expect(page.getByText('Zimbabwe').first()).toBeVisible()
        expect(isInTheDatabase(site.databaseFile, ending)).toBe(true)
      })

      test('takes it along to a new account, past its recovery codes', async ({
        page,
        context,
        signIn,
      }) => {
        await signIn(context)
        await writeComment(page, `${story} It rained.`)
        await context.clearCookies()
        await sendComment(page)
        await page.getByRole('button', { name: 'I do not have an account: create one' }).click()
        await page.getByRole('button', { name: 'Suggest other words' }).click()
        await page.getByLabel('Pseudonym').fill('x')
        await page.getByRole('button', { name: 'Create an account' }).click()
        await page.getByLabel('Pseudonym').fill(`patient otter ${javaScriptEnabled ? 'a' : 'b'}`)
        await page.getByLabel('Passphrase', { exact: true }).fill('seven loud geese on the lake')
        await page.getByRole('button', { name: 'Create an account' }).click()
        await expect(page.locator('li code')).toHaveCount(10)
        const code = await page.locator('li code').first().innerText()
        await page.getByRole('button', { name: 'I have written them down' }).click()
        await expect(page.getByText(`${story} It rained.`, { exact: true }).first()).toBeVisible()

        await context.clearCookies()
        await page.getByRole('button', { name: 'Send it now' }).click()
        await page.getByRole('button', { name: /lost|forgotten/i }).click()
        await page.getByLabel('Pseudonym').fill(`patient otter ${javaScriptEnabled ? 'a' : 'b'}`)
        await page.getByLabel('Recovery code').fill(code)
        await page.getByRole('button', { name: 'Save the new passphrase' }).click()
        await page.getByRole('button', { name: 'Send it now' }).click()
        await expect(page.getByRole('heading', { name: 'Waiting for a moderator' })).toBeVisible()
        await expect(page.getByText(`${story} It rained.`, { exact: true })).toBeVisible()
      })

      test('and whose phone another takes over: the other sees that it is not theirs, and nothing is sent in their name', async ({
        page,
        context,
        site,
        signIn,
      }) => {
        await signIn(context)
        await writeComment(page, `${story} Nobody else may say this.`)
        await context.clearCookies()
        await sendComment(page)
        const other = await makeLearner(site.origin)
        await signInAs(page, other)
        await expect(page.getByText('it would be sent in your name')).toBeVisible()
        await page.getByRole('link', { name: 'Do not send it. Go to the page' }).click()
        await expect(page.getByLabel('Your comment')).toHaveValue('')
        await page.goto('/en/account/comments')
        await expect(page.getByText('Nobody else may say this.')).toHaveCount(0)
      })

      test('leaves it behind at sign-in when they choose to', async ({ page, context, signIn }) => {
        const learner = await signIn(context)
        await writeComment(page, `${story} Not this.`)
        await context.clearCookies()
        await sendComment(page)
        await page.getByRole('link', { name: 'Do not keep it' }).click()
        await signInAs(page, learner)
        await expect(page.getByLabel('Your comment')).toHaveValue('')
      })

      test('ticks attendance that is stored after signing in', async ({
        page,
        context,
        signIn,
      }) => {
        const learner = await signIn(context)
        const circle = await makeCircle(context)
        await context.request.post(`${circle}/people`, {
          form: { intent: 'add-seat', id: 'b', name: 'Ben' },
        })
        await page.goto(`${circle}/meetings/1`)
        await page.getByRole('checkbox', { name: 'Ada' }).check()
        await context.clearCookies()
        await page.getByRole('button', { name: 'Save', exact: true }).click()
        await signInAs(page, learner)
        // Ticks are told of in words, never by the names and values that a form has for them.
        await expect(page.getByText('Your choices in the form are also sent')).toBeVisible()
        const names = await page
          .locator('main form input[type=hidden][name]')
          .evaluateAll((all) => all.map((one) => one.getAttribute('name')))
        expect(names).toContain('there')
        expect(await page.locator('main').innerText()).not.toMatch(
          new RegExp(names.map((name) => `\\b${name}\\s*:`).join('|')),
        )
        await page.getByRole('button', { name: 'Send it now' }).click()
        await page.goto(`${circle}/meetings/1`)
        await expect(page.getByRole('checkbox', { name: 'Ada' })).toBeChecked()
      })

      test('notes a decision with all its letters', async ({ page, context, signIn }) => {
        const learner = await signIn(context)
        const circle = await makeCircle(context)
        await page.goto(`${circle}/meetings/1`)
        const decision = 'We “sit” in a ring & say <b>why</b> · ကျွန်ုပ်တို့ · é+%41'
        const field = page.getByLabel('A decision')
        await field.fill(decision)
        await context.clearCookies()
        await field.press('Enter')
        await signInAs(page, learner)
        await page.getByRole('button', { name: 'Send it now' }).click()
        await expect(page.getByText(decision).first()).toBeVisible()
      })

      test('never takes a passphrase along', async ({ page, context, signIn }) => {
        const learner = await signIn(context)
        await page.goto('/en/account')
        await page.getByLabel('Current passphrase').fill(learner.passphrase)
        await page.getByLabel('New passphrase').fill('nine slow herons by the canal')
        await context.clearCookies()
        await page.getByRole('button', { name: 'Change your passphrase' }).click()
        await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
        expect(await page.content()).not.toContain('slow herons')
        expect(await page.content()).not.toContain(learner.passphrase)
        await signInAs(page, learner)
        await expect(page).toHaveURL('/en/account')
      })

      test('keeps the answers of a self-check', async ({ page, context, signIn }) => {
        const learner = await signIn(context)
        await page.goto(chapters.branch)
        await context.clearCookies()
        const question = page.locator('.question#who-went-home')
        await question.getByRole('radio', { name: /§ 4 and § 5/ }).check()
        await question.getByRole('button', { name: /Check the answer/ }).click()
        await question.getByRole('button', { name: 'Sign in and keep the answers' }).click()
        await signInAs(page, learner)
        await page.getByRole('button', { name: 'Send it now' }).click()
        await expect(question.getByText('Your answer is correct.')).toBeVisible()
        await page.goto(chapters.branch)
        await expect(question.getByText('Your answer is correct.')).toBeVisible()
      })

      test('answers the review in the same way', async ({ page, context, site, signIn }) => {
        const learner = await signIn(context)
        await answerInChapter(page)
        await daysPass(site.databaseFile, 5)
        await page.goto('/en/review')
        const id = 'run-a-party.the-branch.who-went-home'
        const question = page.locator(`[data-question="${id}"]`)
        await question.getByRole('radio', { name: /§ 4 and § 5/ }).check()
        await context.clearCookies()
        await question.getByRole('button', { name: /Check the answer/ }).click()
        await signInAs(page, learner)
        await page.getByRole('button', { name: 'Send it now' }).click()
        await expect(page.locator(`[id="result-${id}"]`)).toBeVisible()
      })
    },
  )
}
