import type { Page } from '@playwright/test'
import { answerInChapter, daysPass } from './review-days.ts'
import { expect, test } from './site.ts'

const sheet = (page: Page, id: string) =>
  page.locator(`[data-question="run-a-party.the-branch.${id}"]`)

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a learner' : 'a learner without script', () => {
    test.use({ javaScriptEnabled })

    test('is asked again what they missed, and sees why', async ({
      page,
      context,
      site,
      signIn,
    }) => {
      await signIn(context)
      await page.goto('/en/review')
      await expect(page.getByText('There is nothing here yet.')).toBeVisible()
      await answerInChapter(page)
      await page.goto('/en/review')
      await expect(page.getByText('No questions today. Next question:')).toBeVisible()

      await daysPass(site.databaseFile, 1)
      await page.goto('/en')
      await page.getByRole('link', { name: 'Today’s review: one question' }).click()
      await expect(page.getByText('One question today. Time: half a minute.')).toBeVisible()
      const question = sheet(page, 'who-went-home')
      await expect(question.locator('.reason')).toHaveCount(0)
      await question.getByRole('radio', { name: /§ 4 and § 5/ }).check()
      await question.getByRole('button', { name: /Check the answer/ }).click()
      await expect(question.getByText('Your answer is correct.')).toBeVisible()
      await expect(question.locator('.reason')).toHaveCount(4)
      if (javaScriptEnabled)
        await page.getByRole('button', { name: 'You have answered all of them. Continue' }).click()
      await expect(page.getByText('You have finished today’s review.')).toBeVisible()
      await page.goto('/sv/review')
      await expect(page.getByText('Du är klar med dagens repetition.')).toBeVisible()
      await expect(sheet(page, 'who-went-home').getByText('Ditt svar är rätt.')).toBeVisible()
      // Who is right has no need to read again.
      await expect(
        sheet(page, 'who-went-home').getByRole('link', { name: /Läs igen/ }),
      ).toHaveCount(0)
    })

    test('who never wants a question again is not asked it, until they change their mind', async ({
      page,
      context,
      site,
      signIn,
    }) => {
      await signIn(context)
      await answerInChapter(page)
      await daysPass(site.databaseFile, 5)
      await page.goto('/en/review')
      await expect(page.locator('.question')).toHaveCount(2)
      await page
        .getByRole('button', { name: /Do not ask me this question again/ })
        .first()
        .click()
      await expect(page.locator('.question')).toHaveCount(1)
      await expect(
        page.getByRole('heading', { name: 'Questions that are not asked again' }),
      ).toBeVisible()
      await page.getByRole('button', { name: /Ask this question again/ }).click()
      await expect(page.locator('.question')).toHaveCount(2)
    })
  })
}

test('a learner who was away long is asked ten, told calmly that the rest can wait, and can ask for more', async ({
  page,
  context,
  site,
  signIn,
}) => {
  await signIn(context)
  for (const chapter of ['why-parties', 'ideology', 'forming-a-party', 'the-branch', 'members']) {
    await page.goto(`/en/courses/run-a-party/${chapter}`)
    for (const question of await page.locator('.question').all()) {
      const radio = question.locator('.option').getByRole('radio').first()
      if (await radio.count()) await radio.check()
    }
    await page.getByRole('button', { name: 'Check all my answers' }).last().click()
    await expect(page.locator('.result').first()).toBeVisible()
  }
  await daysPass(site.databaseFile, 300)
  await page.goto('/en/review')
  await expect(
    page.getByText(/^Questions today: 10 of \d\d\. Time: about 3 minutes\. The rest can wait/),
  ).toBeVisible()
  const ids = () => page.locator('.question').evaluateAll((all) => all.map(({ id }) => id))
  const firstRound = await ids()
  expect(firstRound).toHaveLength(10)
  const chaptersOf = firstRound.map((id) => id.split('.')[1])
  chaptersOf.forEach((chapter, i) => {
    expect(chapter).not.toBe(chaptersOf[i - 1])
  })
  await page.reload()
  expect(await ids()).toEqual(firstRound)

  for (const question of await page.locator('.question').all())
    await question.locator('.option').getByRole('radio').last().check()
  await page.getByRole('button', { name: 'Check all my answers' }).last().click()
  await expect(page.locator('.result')).toHaveCount(10)
  expect(await ids()).toEqual(firstRound)
  await expect(
    page.getByText(/You have finished today’s review. .* nothing is lost if you stop here/),
  ).toBeVisible()
  await page.getByRole('link', { name: 'More questions' }).click()
  const more = await ids()
  expect(more.length).toBeGreaterThan(0)
  expect(more.filter((id) => firstRound.includes(id))).toEqual([])

  await page.goto('/en/review/card')
  await expect(page.getByRole('heading', { name: 'The answers' })).toBeVisible()
  for (const format of ['A4', 'Letter']) {
    const pages = (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g)
    expect([format, pages?.length]).toEqual([format, 2])
  }
})
