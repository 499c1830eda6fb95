import { finishCourse } from './finish-course.ts'
import { chapters, expect, makeCircle, test } from './site.ts'

const lastChapter = '/en/courses/run-a-party/power-and-handing-it-over'

test('a learner finds on the start page where to go on, and the circles they sit in until they are closed', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context)
  await page.goto('/en')
  const circles = page.getByRole('region', { name: 'Study in a circle' })
  await expect(circles.getByText('A few people meet and study one chapter at a time')).toBeVisible()

  await circles.getByRole('link', { name: 'Start a circle' }).click()
  await page.getByLabel('Name of the circle').fill('Kitchen table')
  await page.getByLabel('Your name in the circle').fill('Ada')
  await page
    .getByLabel('First meeting')
    .fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10))
  await page.getByLabel('Time zone').selectOption('Africa/Harare')
  await page.getByRole('button', { name: 'Start a circle' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kitchen table')

  await page.goto('/en')
  await circles.getByRole('link', { name: 'Kitchen table' }).click()
  await page.getByRole('link', { name: 'Report' }).click()
  await page.getByRole('button', { name: 'Close the circle' }).click()
  await expect(page.getByText('This circle was closed')).toBeVisible()
  await page.getByRole('link', { name: 'The circle' }).click()
  await page.getByRole('link', { name: 'Study circles' }).click()
  await expect(page.getByText('Closed on')).toBeVisible()
  await page.goto('/en')
  await expect(circles.getByRole('link', { name: 'Kitchen table' })).toHaveCount(0)
})

test('a guest finds on the start page how a circle is led, and where to join one', async ({
  page,
}) => {
  await page.goto('/en')
  const circles = page.getByRole('region', { name: 'Study in a circle' })
  await circles.getByRole('link', { name: 'How to lead a circle' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('circle')
  await page.goBack()
  await circles.getByRole('link', { name: 'Join a study circle with a code' }).click()
  await expect(page.getByLabel('Code')).toBeVisible()
})

test('a learner who has finished everything finds that said on the start page, and is not asked to begin', async ({
  page,
  context,
  site,
  signIn,
}) => {
  await page.goto('/en')
  await expect(page.getByRole('link', { name: 'Start reading' })).toBeVisible()
  await expect(page.getByText('You do not need an account')).toBeVisible()
  const { pseudonym } = await signIn(context)
  await finishCourse(site.databaseFile, pseudonym)
  await page.goto('/en')
  const main = page.getByRole('main')
  await expect(main.getByText('You have finished every chapter.')).toBeVisible()
  await expect(main.getByRole('link', { name: /Start reading|Create an account/ })).toHaveCount(0)
  await expect(main.getByText('You do not need an account')).toHaveCount(0)
  await main.getByRole('link', { name: 'My progress', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Make a proof of study' })).toBeVisible()
})

test('a learner who has finished all but the check of the course is led to it, and from the last chapter too', async ({
  page,
  context,
  site,
  signIn,
}) => {
  const { pseudonym } = await signIn(context)
  await finishCourse(site.databaseFile, pseudonym, { withCheck: false })
  await page.goto('/en')
  const action = page.locator('.actions .button:not(.plain)')
  await expect(action).toHaveText('Check of the whole course')
  await action.click()
  await expect(page).toHaveURL('/en/courses/run-a-party/check')
  await page.goto(lastChapter)
  const end = page.locator('#read')
  await expect(end.getByRole('link', { name: 'Check of the whole course' })).toBeVisible()
  await expect(end.getByRole('link', { name: 'Make a proof of study' })).toHaveCount(0)
  await expect(page.locator('.turn .next')).toHaveText('Next Check of the whole course')
  await finishCourse(site.databaseFile, pseudonym)
  // Finished behind the server’s back: any change of the learner’s own brings the page up to date.
  await end.getByRole('button', { name: 'Mark as not read' }).click()
  await page.getByRole('button', { name: 'I have read this chapter' }).click()
  await end.getByRole('link', { name: 'Make a proof of study' }).click()
  await expect(page).toHaveURL('/en/courses/run-a-party/proof')
})

test('a guest sees the main action without scrolling on a small phone, in either language', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  for (const [path, name] of [
    ['/en', 'Start reading'],
    ['/sv', 'Börja läsa'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('link', { name })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('img').first()).toBeInViewport({ ratio: 0.4 })
  }
})

test('a chapter that is read leads on to the next as its main action', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context)
  await page.goto(chapters.branch)
  const end = page.locator('#read')
  await expect(end.getByRole('link', { name: /^Next/ })).toHaveCount(0)
  await end.getByRole('button', { name: 'I have read this chapter' }).click()
  await expect(end.locator('button.plain')).toHaveText(['Mark as not read'])
  await end.getByRole('link', { name: 'Next: 6. Meetings and decisions' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meetings and decisions')
})

test('the start page has one main action, which fits the person: to begin, to go on, to lead', async ({
  page,
  context,
  signIn,
}) => {
  const action = page.locator('.actions .button:not(.plain)')
  await page.goto('/en')
  await expect(action).toHaveText('Start reading')
  await expect(page.getByRole('img', { name: /dry well/ })).toBeVisible()
  await signIn(context)
  await page.goto(chapters.branch)
  await page.goto('/en')
  await expect(action).toHaveText('Continue where you stopped: The branch')
  await expect(page.getByRole('img', { name: /teapot/ })).toBeVisible()
  const circle = await makeCircle(context)
  await page.goto('/en')
  await expect(action).toHaveText(/^Lead the meeting on /)
  await action.click()
  await expect(page).toHaveURL(`${circle}/meetings/1/run-sheet`)
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('the contents fold, take three screens of a phone at most, and have the rest at hand', async ({
      page,
    }) => {
      await page.setViewportSize({ width: 360, height: 800 })
      await page.goto('/en/courses/run-a-party')
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      expect(height).toBeLessThanOrEqual(3 * 800)
      const chapter = page.getByRole('link', { name: 'Making policy' })
      await expect(chapter).toBeHidden()
      await page.getByRole('heading', { name: 'Reaching out' }).click()
      await chapter.click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Making policy')
      await page.goBack()
      await page.getByRole('link', { name: 'Toolbox' }).click()
      await expect(page).toHaveURL('/en/courses/run-a-party/tools')
    })
  })
