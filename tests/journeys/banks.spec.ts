import { execFileSync } from 'node:child_process'
import { readGift } from '../../app/quizzes/exchange/gift-reader.ts'
import { readMoodleXml } from '../../app/quizzes/exchange/moodle-xml-reader.ts'
import { axeFaults } from './axe.ts'
import { startServer, type TestServer } from './server.ts'
import { test as anyTest, chapters, expect, makeLearner } from './site.ts'

const course = '/en/courses/run-a-party'

/** Lets somebody's answers be counted, as the button on their account page does. */
async function countAnswers(origin: string, cookie: string) {
  const init = {
    method: 'POST',
    headers: { Cookie: `s=${cookie}` },
    body: new URLSearchParams({ intent: 'count-answers' }),
  }
  expect((await fetch(`${origin}/en/account`, { ...init, redirect: 'manual' })).status).toBe(303)
}

/** An answer to one question of the branch's chapter, as a form without script sends it. */
async function answer(origin: string, cookie: string, choice: string, confidence: string) {
  const form = {
    intent: 'answer',
    check: 'who-went-home',
    'q.who-went-home': choice,
    'sure.who-went-home': confidence,
  }
  const headers = { Cookie: `s=${cookie}` }
  const response = await fetch(`${origin}${chapters.branch}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
    redirect: 'manual',
  })
  expect(response.status).toBe(303)
}

/**
 * With a server and a database for these tests alone: answers of other tests would be counted too.
 */
const test = anyTest.extend<object, { site: TestServer }>({
  site: [
    async ({ neutral }, use, info) => {
      const site = await startServer(`banks-${info.workerIndex}`, { LEAVE_TO: neutral.address })
      await use(site)
      await site.stop()
    },
    { scope: 'worker' },
  ],
})

function grantModerator(databaseFile: string, pseudonym: string) {
  const env = { ...process.env, DATABASE_URL: `file:./${databaseFile}` }
  execFileSync('node_modules/.bin/tsx', ['scripts/people.ts', 'grant', 'moderator', pseudonym], {
    env,
  })
}

test('a trainer finds the questions as files for another platform, and reads what is lost on the way', async ({
  page,
  request,
}) => {
  await page.goto(`${course}/guide`)
  await page.getByRole('link', { name: 'Download the questions' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Download the questions' }),
  ).toBeVisible()
  await page.getByText('Putting in order becomes matching').click()
  await expect(page.getByText('GIFT has no type for putting in order.')).toBeVisible()

  const gift = await request.get(`${course}/questions.gift`)
  expect(gift.headers()['content-disposition']).toBe('attachment; filename="questions.gift"')
  expect(gift.headers()['content-type']).toBe('text/plain; charset=utf-8')
  const whole = readGift(await gift.text())
  expect(whole).toMatchObject({ kind: 'read', bank: { losses: [] } })

  const link = page.getByRole('link', { name: 'Moodle XML: The branch' })
  const xml = await request.get((await link.getAttribute('href')) as string)
  expect(xml.headers()['content-type']).toBe('application/xml; charset=utf-8')
  const one = readMoodleXml(await xml.text())
  if (one.kind !== 'read' || whole.kind !== 'read') throw new Error('A file was not readable.')
  expect(one.bank.questions.map(({ id }) => id)).toContain('who-went-home')
  expect(one.bank.questions.length).toBeLessThan(whole.bank.questions.length / 10)

  const swedish = await request.get(`${chapters.branch.replace('/en', '/sv')}/questions.gift`)
  expect(await swedish.text()).toContain('styrelse')
  expect((await request.get(`${course}/no-such-chapter/questions.gift`)).status()).toBe(404)
})

test('a moderator sees from twenty answers on which question misleads, and a learner sees nothing of it', async ({
  page,
  context,
  site,
  signIn,
}) => {
  const { pseudonym, passphrase } = await signIn(context)
  await page.goto(course)
  await expect(page.getByRole('link', { name: 'How the questions work' })).toBeHidden()
  expect((await page.request.get(`${course}/questions`)).status()).toBe(404)
  expect((await page.request.get(`${course}/questions.csv`)).status()).toBe(404)

  grantModerator(site.databaseFile, pseudonym)
  await page.goto(`/en/sign-in?to=${course}`)
  await page.getByLabel('Pseudonym').fill(pseudonym)
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.getByRole('button', { name: 'Sign in' }).click()
  const learners = await Promise.all(Array.from({ length: 20 }, () => makeLearner(site.origin)))
  for (const { cookie } of learners) await countAnswers(site.origin, cookie)
  for (const [i, { cookie }] of learners.slice(0, 19).entries())
    await answer(site.origin, cookie, i < 15 ? 'all' : '4-and-5', i < 10 ? 'sure' : 'guessing')
  await page.getByRole('link', { name: 'How the questions work' }).click()
  await expect(
    page.getByText('No question has twenty first answers yet from people who let them be counted.'),
  ).toBeVisible()

  await answer(site.origin, learners[19]?.cookie as string, 'only-4', 'sure')
  // Trying again is no first answer.
  await answer(site.origin, learners[19]?.cookie as string, '4-and-5', 'sure')
  await page.reload()
  const question = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: /^Ostavel has 31 members/ }) })
  await expect(page.getByRole('heading', { name: 'Rewrite these questions first' })).toBeVisible()
  await expect(question).toContainText('Number of first answers: 20')
  await expect(question).toContainText('Many people are sure but wrong.')
  await expect(question).toContainText('Fewer than three in ten people get it right.')
  await expect(question).toContainText(/Right at the first attempt\s*20%/)
  await expect(question).toContainText(/Sure but wrong\s*55%/)
  await expect(question).toContainText('Nobody chose this: “§ 4 and § 6')
  await expect(question).toContainText('“§ 4, § 5 and § 6” (number of times: 15)')
  for (const { pseudonym: name } of learners) await expect(page.getByText(name)).toHaveCount(0)

  const csv = await page.request.get(`${course}/questions.csv`)
  expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8')
  expect((await csv.body()).subarray(0, 3).toString('hex')).toBe('efbbbf')
  const [head, row, ...more] = (await csv.body()).toString('utf8').split('\r\n')
  expect(head).toContain('Priority,Chapter,Id,Question')
  expect(row).toMatch(/5\. The branch,who-went-home,/)
  expect(more).toEqual([''])

  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    for (const path of ['/en', '/sv', '/en-XB']) {
      await page.goto(`${course.replace('/en', path)}/questions`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      )
      expect(await axeFaults(page), path).toEqual([])
    }
  }
  await page.goto(`${course}/questions`)
  await page.getByRole('link', { name: /^Ostavel has 31 members/ }).click()
  await expect(page).toHaveURL(`${chapters.branch}#who-went-home`)
  await expect(page.locator('#who-went-home')).toBeVisible()
})
