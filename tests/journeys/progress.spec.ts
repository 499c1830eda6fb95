import { finishCourse } from './finish-course.ts'
import { answerInChapter, daysPass } from './review-days.ts'
import { chapters, expect, makeCircle, test } from './site.ts'

test('somebody new sees where to begin, and a course of which nothing is opened', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context)
  await page.goto('/en/progress')
  await expect(page.getByText('Nothing is waiting. Choose a chapter below')).toBeVisible()
  await expect(page.getByRole('img', { name: /of 20 chapters, 0 opened, 0 read/ })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Not opened' })).toHaveCount(20)
  await expect(page.getByRole('heading', { name: 'What comes back' })).toHaveCount(0)
})

test('a learner sees what the picture shows in words too: opened, read, right and due', async ({
  page,
  context,
  site,
  signIn,
}) => {
  const { pseudonym } = await signIn(context)
  await finishCourse(site.databaseFile, pseudonym, { chaptersLeft: 17, withReview: true })
  await page.goto(chapters.branch)
  await page.goto('/en/progress')
  const picture = page.getByRole('img', { name: /^The course at a glance/ })
  await expect(picture).toHaveAccessibleName(/4 opened, 3 read, 3 finished, 1 with questions due/)
  await expect(picture.locator('.tile')).toHaveCount(20)
  await expect(picture.locator('.tile-closed')).toHaveCount(16)
  await expect(picture.locator('.tile-on')).toHaveCount(3)
  await expect(picture.locator('.tile-due')).toHaveCount(1)
  const line = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  await expect(line('Why parties')).toContainText(/Finished · one question due/)
  await expect(line('The branch')).toContainText(/Opened · 0 of \d+ questions right/)
  await expect(
    page.getByRole('link', { name: /^Continue where you stopped: The branch/ }),
  ).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(/streak|in a row|points|better than/i)
})

test('a learner sees when their questions come back, from the review too', async ({
  page,
  context,
  site,
  signIn,
}) => {
  await signIn(context)
  await answerInChapter(page)
  await page.goto('/en/review')
  await page.getByRole('link', { name: 'What comes back in the coming weeks' }).click()
  const chart = page.getByRole('region', { name: 'What comes back' }).getByRole('list')
  await expect(chart.getByRole('listitem')).toHaveCount(7)
  await expect(chart.getByRole('listitem').first()).toHaveText('Due now 0 questions')
  await expect(chart.getByRole('listitem').nth(1)).toHaveText(/^\d.* 2 questions$/)
  await daysPass(site.databaseFile, 30)
  await page.reload()
  await expect(chart.getByRole('listitem').first()).toHaveText('Due now 2 questions')
})

test('a learner sees how the check over the course went, by part', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context)
  await page.goto('/en/courses/run-a-party/check')
  await page.getByRole('button', { name: 'Start a check' }).click()
  await page.goto('/en/progress')
  await expect(page.getByText(/^0 of 30 questions answered right\. 30 are still/)).toBeVisible()
  const parts = page.locator('.chart').first().getByRole('listitem')
  await expect(parts).toHaveCount(4)
  await expect(parts.first()).toHaveText(/^Ideas 0 of \d+$/)
})

test('a member sees their circle’s next meeting and what is to do', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context)
  const circle = await makeCircle(context)
  const form = { intent: 'add-task', id: 't', task: 'Bring chairs', seat: '' }
  await context.request.post(`${circle}/meetings/1`, { form })
  await page.goto('/en/progress')
  const today = page.getByRole('region', { name: 'Today' })
  await expect(today.getByText(/Next meeting: .*18:00/)).toBeVisible()
  await expect(today.getByText('Bring chairs')).toBeVisible()
  await expect(today.getByText('Nobody has taken it yet')).toBeVisible()
  await today.getByRole('link', { name: 'Round table' }).click()
  await expect(page).toHaveURL(circle)
})

test('bars begin where the line begins, and keep to the colours that somebody forces', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context)
  await answerInChapter(page)
  await page.goto('/en-XB/progress')
  const bar = page.locator('.chart-bar').nth(1)
  await expect(bar).toHaveCSS('transform', 'matrix(-1, 0, 0, 1, 0, 0)')
  const turned = page.locator('.tile-turned').first()
  await expect(turned).toHaveCSS('transform', 'matrix(-1, 0, 0, 1, 42, 0)')
  const full = page.locator('.chart-full').first()
  const plain = await full.evaluate((rect) => getComputedStyle(rect).fill)
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await full.evaluate((rect) => getComputedStyle(rect).fill)).not.toBe(plain)
  await page.emulateMedia({ forcedColors: 'none', media: 'print' })
  await expect(bar).toBeVisible()
})
