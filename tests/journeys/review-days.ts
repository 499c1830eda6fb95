import { createClient } from '@libsql/client'
import type { Page } from '@playwright/test'
import { chapters, expect } from './site.ts'

/**
 * Lets so many days pass, as the review sees it: everything that a learner was asked was asked
 * earlier.
 */
export async function daysPass(databaseFile: string, days: number) {
  const client = createClient({ url: `file:${databaseFile}` })
  await client.execute('PRAGMA busy_timeout = 5000')
  await client.execute({
    sql: `UPDATE ReviewCard SET reviewedOn = date(reviewedOn, ?1), dueOn = date(dueOn, ?1), askedOn = date(askedOn, ?1)`,
    args: [`-${days} days`],
  })
  await client.execute({
    sql: 'UPDATE Attempt SET answeredOn = date(answeredOn, ?)',
    args: [`-${days} days`],
  })
  client.close()
}

/** Answers two questions of a chapter wrongly, so that they come back. */
export async function answerInChapter(page: Page) {
  await page.goto(chapters.branch)
  await page
    .locator('#who-went-home')
    .getByRole('radio', { name: /§ 4, § 5 and § 6/ })
    .check()
  await page.locator('#a-name-from-the-floor').getByRole('radio', { name: 'True' }).check()
  await page.getByRole('button', { name: 'Check all my answers' }).last().click()
  await expect(page.locator('.result')).toHaveCount(2)
}
