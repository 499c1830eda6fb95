import { execFileSync } from 'node:child_process'
import { chapters, expect, test } from './site.ts'

/** Runs `npm run people` on a site's database while the site runs. */
function people(databaseFile: string, ...words: string[]): string {
  const env = { ...process.env, DATABASE_URL: `file:./${databaseFile}` }
  return execFileSync('node_modules/.bin/tsx', ['scripts/people.ts', ...words], {
    env,
    encoding: 'utf8',
  })
}

test.use({ complaints: /404/ })

test('P13: a moderator whose role is withdrawn is refused at once, and a cached page of theirs is not sent again', async ({
  page,
  context,
  site,
  signIn,
}) => {
  const { pseudonym, passphrase } = await signIn(context)
  const account = page.getByRole('navigation', { name: 'Account and language' })
  const signInByForm = async () => {
    await page.goto('/en/sign-in?to=/en/account')
    await page.getByLabel('Pseudonym').fill(pseudonym)
    await page.getByLabel('Passphrase').fill(passphrase)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText(`You are signed in as ${pseudonym}.`)).toBeVisible()
  }
  const moderating = async () => (await page.goto('/en/comments'))?.status()
  await page.goto('/en/account')
  await expect(page.getByText('You are a moderator')).toBeHidden()
  expect(await moderating()).toBe(404)

  people(site.databaseFile, 'grant', 'moderator', pseudonym)
  await page.goto('/en/account')
  await expect(page).toHaveURL(/\/en\/sign-in/)
  await signInByForm()
  await expect(page.getByText('You are a moderator')).toBeVisible()
  expect(await moderating()).toBe(200)
  await expect(page).toHaveURL('/en/comments')
  for (let visit = 0; visit < 2; visit++) {
    await page.goto(chapters.branch)
    // A chapter may stand on a wall: it does not name its reader.
    await expect(account).toContainText('Your account')
  }

  people(site.databaseFile, 'withdraw', 'moderator', pseudonym)
  await page.goto(chapters.branch)
  await expect(account).not.toContainText('Your account')
  await moderating()
  await expect(page).toHaveURL(/\/en\/sign-in/)
  await signInByForm()
  await expect(page.getByText('You are a moderator')).toBeHidden()
  expect(await moderating()).toBe(404)
})
