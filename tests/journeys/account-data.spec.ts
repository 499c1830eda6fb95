import { existsSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { chapters, expect, test } from './site.ts'

const account = (page: Page) => page.getByRole('navigation', { name: 'Account and language' })

/** Answers a question, so that there is something to export and to erase. */
async function answer(page: Page) {
  await page.goto(chapters.branch)
  const question = page.locator('.question#who-went-home')
  await question.getByRole('radio', { name: /§ 4, § 5 and § 6/ }).check()
  await question.getByRole('button', { name: /Check the answer/ }).click()
  await expect(question.getByText('Not quite right.')).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a learner' : 'a learner without script', () => {
    test.use({ javaScriptEnabled, complaints: /400/ })

    test('P9: erases the account: it is gone from the pages and from the raw database file', async ({
      page,
      context,
      site,
      signIn,
    }) => {
      const { pseudonym, passphrase } = await signIn(context)
      const isOnDisk = () =>
        ['', '-wal'].some(
          (end) =>
            existsSync(site.databaseFile + end) &&
            readFileSync(site.databaseFile + end).includes(pseudonym),
        )
      await answer(page)
      expect(isOnDisk()).toBe(true)
      await page.goto('/en/account')
      await page.getByRole('link', { name: 'Erase your account' }).click()
      await expect(page.getByText('You cannot undo this.')).toBeVisible()
      await page.getByLabel('Current passphrase').fill('not the right passphrase')
      await page.getByRole('button', { name: 'Erase everything now' }).click()
      await expect(page.getByRole('alert')).toContainText('Nothing was changed')
      await page.getByLabel('Current passphrase').fill(passphrase)
      await page.getByRole('button', { name: 'Erase everything now' }).click()
      await expect(page).toHaveURL('/en/account/erased')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account is erased')
      expect(await context.cookies()).toEqual([])
      expect(isOnDisk()).toBe(false)
      await page.goto('/en/account')
      await expect(page).toHaveURL(/\/en\/sign-in/)
    })

    test('P9: sees everything that is stored, and saves it as a file', async ({
      page,
      context,
      signIn,
    }) => {
      const { pseudonym } = await signIn(context)
      await answer(page)
      await page.goto('/en/account')
      await page.getByRole('link', { name: 'What is stored about you' }).click()
      await expect(page.getByText(`Pseudonym: ${pseudonym}`)).toBeVisible()
      await expect(
        page.locator('section', { hasText: 'Your answers' }).getByText('Question: who-went-home'),
      ).toBeVisible()
      await expect(page.getByText(/Passphrase, scrambled: Stored, but not shown/)).toBeVisible()
      const saving = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Save it as a file (JSON)' }).click()
      const download = await saving
      expect(download.suggestedFilename()).toBe('data.json')
      const file = JSON.parse(readFileSync(await download.path(), 'utf8'))
      expect(file.Learner).toMatchObject([{ pseudonym }])
      expect(file.Attempt).toMatchObject([{ question: 'who-went-home' }])
      const { headers, status } = await page.request
        .get('/en/account/export.json')
        .then((one) => ({ headers: one.headers(), status: one.status() }))
      expect([status, headers['cache-control'], headers['content-disposition']]).toEqual([
        200,
        'no-store',
        'attachment; filename="data.json"',
      ])
    })

    test('P3: writes the recovery codes down, loses the passphrase, and comes back with a code', async ({
      page,
      context,
    }) => {
      await page.goto('/en/sign-up?to=/en/progress')
      const pseudonym = await page.getByLabel('Pseudonym').inputValue()
      await page.getByRole('button', { name: 'Create an account' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recovery codes')
      const codes = await page.locator('main code').allInnerTexts()
      expect(codes).toHaveLength(10)
      await page.reload()
      expect(await page.locator('main code').allInnerTexts()).toEqual(codes)
      await page.getByRole('button', { name: 'I have written them down' }).click()
      await expect(page).toHaveURL('/en/progress')
      await page.goto('/en/account/codes')
      await expect(page.getByText('You have 10 recovery codes left.')).toBeVisible()
      expect(await page.locator('main code').count()).toBe(0)

      await context.clearCookies()
      const recover = async (code: string, passphrase: string) => {
        await page.goto('/en/sign-in')
        await page.getByRole('link', { name: /I have lost my passphrase/ }).click()
        await page.getByLabel('Pseudonym').fill(pseudonym)
        await page.getByLabel('Recovery code').fill(code)
        await page.getByLabel('New passphrase').fill(passphrase)
        await page.getByRole('button', { name: 'Save the new passphrase' }).click()
      }
      await recover(
        (codes[0] as string).toLowerCase().replaceAll('-', ' '),
        'a passphrase made again',
      )
      await expect(page.getByText('The code cannot be used again')).toBeVisible()
      await expect(page.getByText('You have 9 recovery codes left.')).toBeVisible()
      await expect(account(page)).toContainText(pseudonym)

      await context.clearCookies()
      await recover(codes[0] as string, 'another passphrase again')
      await expect(page.getByRole('alert')).toContainText('is not correct')
      await expect(page.getByLabel('Recovery code')).toHaveValue('')
      await page.goto('/en/sign-in')
      await page.getByLabel('Pseudonym').fill(pseudonym)
      await page.getByLabel('Passphrase').fill('a passphrase made again')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(account(page)).toContainText(pseudonym)

      await page.goto('/en/account')
      await page.getByRole('link', { name: 'Create new recovery codes' }).click()
      await page.getByLabel('Current passphrase').fill('a passphrase made again')
      await page.getByRole('button', { name: 'Create new recovery codes' }).click()
      await expect(page.locator('main code')).toHaveCount(10)
      expect(await page.locator('main code').allInnerTexts()).not.toContain(codes[1])
    })
  })
}
