import { existsSync, readFileSync } from 'node:fs'
import { createClient } from '@libsql/client'
import { startServer, type TestServer } from './server.ts'
import { expect, makeLearner, test } from './site.ts'

const day = 24 * 60 * 60 * 1000

function isOnDisk({ databaseFile }: TestServer, text: string): boolean {
  return ['', '-wal'].some(
    (end) => existsSync(databaseFile + end) && readFileSync(databaseFile + end).includes(text),
  )
}

/**
 * Puts the day of someone's last visit back, as if so many days had passed since, and ends their
 * sessions.
 */
async function letDaysPass({ databaseFile }: TestServer, pseudonym: string, days: number) {
  const client = createClient({ url: `file:./${databaseFile}` })
  const seen = new Date(Date.now() - days * day).toISOString().slice(0, 10)
  await client.batch(
    [
      {
        sql: 'DELETE FROM Session WHERE learnerId = (SELECT id FROM Learner WHERE pseudonym = ?)',
        args: [pseudonym],
      },
      { sql: 'UPDATE Learner SET lastSeenOn = ? WHERE pseudonym = ?', args: [seen, pseudonym] },
    ],
    'write',
  )
  client.close()
}

test('P10: a learner is told the day on which the account goes if it is not used, and before there is one', async ({
  page,
  context,
  signIn,
}) => {
  for (const [lang, told] of [
    ['en', 'If you do not use your account for 12 months, it is erased with everything in it.'],
    ['sv', 'Om du inte använder kontot på 12 månader raderas det med allt som finns i det.'],
  ])
    for (const path of ['sign-up', 'sign-in', 'safety']) {
      await page.goto(`/${lang}/${path}`)
      await expect(page.getByText(told as string)).toBeVisible()
    }
  await signIn(context)
  const now = new Date()
  const goes = new Date(Date.UTC(now.getUTCFullYear() + 1, now.getUTCMonth(), now.getUTCDate()))
  const inWords = (locale: string) =>
    goes.toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' })
  await page.goto('/en/account')
  await expect(
    page.getByText(`If you do not sign in before ${inWords('en-GB')}, this account is erased`),
  ).toBeVisible()
  await page.goto('/sv/account')
  await expect(
    page.getByText(`Om du inte loggar in före den ${inWords('sv')} raderas kontot`),
  ).toBeVisible()
})

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are wanted from this pattern.
test('P10: the running site erases an account that nobody used for as long as the host allows, and no other', async ({}, info) => {
  const site = await startServer(`retention-${info.workerIndex}`, { UNUSED_MONTHS: '2' })
  const [gone, here, guest] = [
    await makeLearner(site.origin),
    await makeLearner(site.origin),
    await fetch(`${site.origin}/en/sign-up`),
  ]
  expect(await guest.text()).toContain('If you do not use your account for 2 months')
  await site.stop()
  await letDaysPass(site, gone.pseudonym, 64)
  await letDaysPass(site, here.pseudonym, 58)
  expect(isOnDisk(site, gone.pseudonym)).toBe(true)
  await site.start()
  await expect.poll(() => isOnDisk(site, gone.pseudonym)).toBe(false)
  expect(isOnDisk(site, here.pseudonym)).toBe(true)
  const signIn = async ({ pseudonym, passphrase }: typeof here) =>
    (
      await fetch(`${site.origin}/en/sign-in`, {
        method: 'POST',
        body: new URLSearchParams({ pseudonym, passphrase }),
        redirect: 'manual',
      })
    ).status
  expect([await signIn(gone), await signIn(here)]).toEqual([400, 303])
  await site.stop()
})
