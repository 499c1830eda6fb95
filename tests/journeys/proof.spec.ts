import { createClient } from '@libsql/client'
import { loadCatalogue } from '../../app/courses/load/load-catalogue.server.ts'
import { realCourses } from '../broken-courses/course.ts'
import { expect, test } from './site.ts'

/** Gives a learner all that a proof asks for: every chapter read, every question answered right, a check answered whole. */
async function finishCourse(databaseFile: string, pseudonym: string) {
  const loaded = await loadCatalogue(realCourses)
  if (loaded.kind === 'broken') throw new Error(JSON.stringify(loaded.problems))
  const course = loaded.catalogue.courses.get('run-a-party')!
  const client = createClient({ url: `file:${databaseFile}` })
  await client.execute('PRAGMA busy_timeout = 5000')
  const { rows } = await client.execute({ sql: 'SELECT id FROM Learner WHERE pseudonym = ?', args: [pseudonym] })
  const id = rows[0]?.id as string
  await client.batch([
    ...course.chapters.flatMap(({ slug, questionHashes }, i) => [
      {
        sql: `INSERT INTO Visit (learnerId, course, chapter, openedOn, readOn, turn) VALUES (?, 'run-a-party', ?, '2026-01-01', '2026-01-01', ?)`,
        args: [id, slug, i + 1],
      },
      ...[...questionHashes].map(([question, hash]) => ({
        sql: `INSERT INTO Attempt (learnerId, course, chapter, question, questionHash, answer, isRight, answeredOn) VALUES (?, 'run-a-party', ?, ?, ?, '{}', 1, '2026-01-01')`,
        args: [id, slug, question, hash],
      })),
    ]),
    {
      sql: `INSERT INTO CourseCheck (learnerId, course, seed, drawnOn, lastAttempt, finishedOn) VALUES (?, 'run-a-party', 's', '2026-01-01', 0, '2026-01-02')`,
      args: [id],
    },
  ])
  client.close()
}

test.use({ javaScriptEnabled: false })

test('P17: a learner who has finished makes a proof with a chosen name; anyone can check its code; the site keeps nothing of it', async ({
  page,
  context,
  browser,
  site,
  signIn,
}) => {
  const { pseudonym } = await signIn(context)
  await page.goto('/en/courses/run-a-party/proof')
  await expect(page.getByText('20 chapters that are not finished')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make the proof' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: '5. The branch' })).toHaveAttribute('href', '/en/courses/run-a-party/the-branch')

  await finishCourse(site.databaseFile, pseudonym)
  await page.goto('/en/progress')
  await expect(page.getByText('You have finished every chapter.')).toBeVisible()
  await page.getByRole('link', { name: 'Make a proof of study' }).click()
  await page.getByRole('textbox', { name: 'Name on the proof' }).fill('Thandiwe Ndlovu')
  await page.getByRole('button', { name: 'Make the proof' }).click()
  await expect(page.getByText(/^Thandiwe Ndlovu has read every chapter/)).toBeVisible()
  await expect(page.getByRole('img', { name: 'The code as a square' })).toBeVisible()
  await expect(page.locator('main')).not.toContainText(pseudonym)
  // Where a language is written from right to left, a first group of nothing but digits would else stand last.
  await expect(page.locator('.proof-code')).toHaveAttribute('dir', 'ltr')
  const code = (await page.locator('.proof-code').textContent()) as string

  const stranger = await browser.newPage({ baseURL: site.origin })
  await stranger.goto('/sv/proof/verify')
  await stranger.getByRole('textbox', { name: 'Koden' }).fill(code)
  await stranger.getByRole('button', { name: 'Kontrollera koden' }).click()
  await expect(stranger.getByText('Koden är äkta')).toBeVisible()
  await expect(stranger.getByText('Thandiwe Ndlovu')).toBeVisible()
  await stranger.getByRole('textbox', { name: 'Koden' }).fill(code.replace(/.$/, (last) => (last === '0' ? '1' : '0')))
  await stranger.getByRole('button', { name: 'Kontrollera koden' }).click()
  await expect(stranger.getByText('Koden är inte äkta')).toBeVisible()
  await stranger.getByRole('textbox', { name: 'Koden' }).fill(code.repeat(20))
  await stranger.getByRole('button', { name: 'Kontrollera koden' }).click()
  await expect(stranger.getByText('Koden är inte äkta')).toBeVisible()
  expect(await stranger.context().cookies()).toEqual([])
  await stranger.close()
  await page.goto('/en/courses/run-a-party/proof')
  await expect(page.locator('.proof-code')).toHaveCount(0)
})
