import type { Locator, Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, test } from './site.ts'

const course = '/en/courses/run-a-party'
const pages = {
  members: `${course}/members`,
  study: `${course}/study-and-training`,
  message: `${course}/message-and-media`,
  money: `${course}/money`,
}
const sheet = (page: Page, id: string) => page.locator(`.question#${id}`)
const press = (question: Locator, name: RegExp) => question.getByRole('button', { name }).click()
const choose = (question: Locator, name: RegExp) => question.getByRole('radio', { name }).check()

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a guest' : 'a guest without script', () => {
    test.use({ javaScriptEnabled })

    test('fills gaps in their own way of writing, sees why, and keeps the answers while going on', async ({
      page,
      context,
    }) => {
      await page.goto(pages.study)
      const question = sheet(page, 'circle-measures')
      const gap = (name: RegExp) => question.getByRole('textbox', { name })
      await gap(/works best/).fill('20')
      await gap(/meets at least/).fill('  THREE.')
      await press(question, /Check the answer/)
      await expect(question.getByText('Write something in each gap.')).toBeVisible()
      await expect(gap(/works best/)).toHaveValue('20')
      await gap(/A study hour/).fill('４５')
      await press(question, /Check the answer/)
      await expect(question.locator('.result')).toBeFocused()
      await expect(question.getByText('That is the most it can have.')).toBeVisible()
      await expect(question.getByText('Right answer: 12')).toBeVisible()
      await expect(question.locator('.option.is-right')).toHaveCount(2)
      const other = sheet(page, 'hours-to-report')
      await other.getByRole('radio').first().check()
      await press(other, /Check the answer/)
      await expect(other.locator('.result')).toBeVisible()
      await expect(gap(/works best/)).toHaveValue('20')
      expect(await context.cookies()).toEqual([])
    })

    test('goes through a situation step by step, changes an earlier choice, and sees how it ends', async ({
      page,
    }) => {
      await page.goto(pages.members)
      const question = sheet(page, 'one-group-is-found')
      const step = (words: RegExp) => question.getByRole('radiogroup', { name: words })
      await press(question, /Continue/)
      await expect(question.getByText('Choose an answer first.')).toBeVisible()
      await choose(question, /You go to the one contact person/)
      await press(question, /Continue/)
      await expect(step(/He is warned and gone/)).toBeVisible()
      await expect(question.locator('.result')).toBeFocused()
      await expect(question.locator('.reason')).toHaveCount(0)
      await choose(question, /You leave them as they are/)
      await press(question, /Continue/)
      await expect(question.getByText('This ended well.')).toBeVisible()
      await expect(question.getByText(/The lawyer says what your law demands/)).toBeVisible()
      await press(question, /Try again/)
      await choose(question, /call your own group together/)
      await press(question, /Continue/)
      await expect(question.getByText('This ended badly.')).toBeVisible()
      await expect(question.locator('.is-wrong .mark')).toHaveText(/This choice led to the bad end/)
    })

    test('writes in their own words, compares, and is never told that they were wrong', async ({
      page,
    }) => {
      await page.goto(pages.message)
      const question = sheet(page, 'your-four-sentences')
      await expect(question.getByText('Who can see this: only you.')).toBeVisible()
      await question.getByRole('textbox').fill('The <bus> is late & full.\n\nCome on the ninth.')
      await press(question, /Compare with a good answer/)
      await expect(question.locator('.result')).toBeFocused()
      await expect(question.locator('blockquote')).toHaveText(
        /The <bus> is late & full\.\s+Come on the ninth\./,
      )
      await expect(question.getByText(/When the clinic closes at two/)).toBeVisible()
      await question.getByRole('checkbox', { name: 'What the listener can do' }).check()
      await press(question, /I have compared/)
      await expect(question.getByText('You have written and compared.')).toBeVisible()
      await expect(
        question.getByRole('checkbox', { name: 'What the listener can do' }),
      ).toBeChecked()
      await expect(question.getByRole('checkbox', { name: 'Who decides' })).not.toBeChecked()
      await expect(question.getByText('Not quite')).toHaveCount(0)
    })

    test('opens a hint before answering', async ({ page }) => {
      await page.goto(pages.money)
      const question = sheet(page, 'lent-van')
      await expect(question.getByText('What would the branch have paid somebody else')).toBeHidden()
      await question.getByText('Hint', { exact: true }).click()
      await expect(
        question.getByText('What would the branch have paid somebody else'),
      ).toBeVisible()
    })
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const tag of ['en', 'en-XB']) {
    test.describe(`in ${tag}, ${colorScheme}`, () => {
      test.use({ colorScheme })

      test('axe finds nothing in any type of question, open, underway and answered', async ({
        page,
      }) => {
        const nothingIn = async (id: string) =>
          expect(await axeFaults(page, (axe) => axe.include(`#${id}`))).toEqual([])
        const open = async (path: string, id: string) => {
          await page.goto(path.replace('/en', `/${tag}`))
          await nothingIn(id)
          return sheet(page, id)
        }
        const button = (question: Locator) => question.getByRole('button').last().click()
        const gaps = await open(pages.study, 'circle-measures')
        for (const gap of await gaps.getByRole('textbox').all()) await gap.fill('12')
        await button(gaps)
        await expect(gaps.locator('.result')).toBeVisible()
        await nothingIn('circle-measures')

        const story = await open(pages.members, 'one-group-is-found')
        await story.getByRole('radio').nth(1).check()
        await button(story)
        await expect(story.getByRole('radiogroup')).toHaveCount(2)
        await nothingIn('one-group-is-found')
        await story.getByRole('radio').first().check()
        await button(story)
        await expect(story.locator('p.result')).toBeVisible()
        await nothingIn('one-group-is-found')

        const own = await open(pages.message, 'your-four-sentences')
        await own.getByRole('textbox').fill('Mine.')
        await button(own)
        await expect(own.locator('p.result')).toBeVisible()
        await nothingIn('your-four-sentences')
      })
    })
  }
}

test('a guest is led from the result to the paragraph that it comes from', async ({ page }) => {
  await page.goto(pages.money)
  const question = sheet(page, 'lent-van')
  await choose(question, /Yes: it counts as 18,/)
  await press(question, /Check the answer/)
  await question.getByRole('link', { name: 'Read again: Gifts that want something back' }).click()
  await expect(page.locator('p:target')).toHaveText(/^A donation /)
  await expect(page.locator('p:target')).toBeInViewport()
})

test('Enter in a gap answers the question that it stands in, and shows its result', async ({
  page,
}) => {
  await page.goto(pages.study)
  const question = sheet(page, 'circle-measures')
  await question.getByRole('textbox').first().fill('20')
  await page.keyboard.press('Enter')
  await expect(question.getByText('Write something in each gap.')).toBeFocused()
  await expect(question.getByRole('textbox').first()).toHaveValue('20')
})

test('a guest goes through a situation with the keyboard alone', async ({ page }) => {
  await page.goto(pages.members)
  const question = sheet(page, 'one-group-is-found')
  await question.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(question.getByRole('button', { name: /Continue/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question.locator('.result')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(question.getByText('This ended well.')).toBeVisible()
})

test('a learner says how sure they are, and finds it in their data beside the answer', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context)
  await page.goto(pages.money)
  const question = sheet(page, 'lent-van')
  await expect(question.getByRole('radio', { name: 'I am guessing' })).toBeHidden()
  await question.getByText('How sure are you?').click()
  await choose(question, /^I am guessing$/)
  await choose(question, /No: it counts as 168, and the ceiling is 160/)
  await press(question, /Check the answer/)
  await expect(question.getByText('Your answer is correct.')).toBeVisible()
  const exported = await (await page.request.get('/en/account/export.json')).text()
  expect(exported).toContain('"guessing"')
})

test('a learner’s own words are kept for them, compared later, exported, and shown in no other account', async ({
  page,
  context,
  browser,
  site,
  signIn,
}) => {
  await signIn(context)
  await page.goto(pages.message)
  const question = sheet(page, 'your-four-sentences')
  await expect(
    question.getByText(
      'It is never shown to a circle leader or a circle, and it is never counted.',
    ),
  ).toBeVisible()
  await question.getByRole('textbox').fill('Wordsofmyown for the bus.')
  await press(question, /Compare with a good answer/)
  await expect(question.locator('blockquote')).toHaveText('Wordsofmyown for the bus.')
  await page.goto('/sv/courses/run-a-party/message-and-media')
  await expect(sheet(page, 'your-four-sentences').locator('blockquote')).toHaveText(
    'Wordsofmyown for the bus.',
  )
  await sheet(page, 'your-four-sentences')
    .getByRole('button', { name: /Jag har jämfört/ })
    .click()
  await expect(
    sheet(page, 'your-four-sentences').getByText('Du har skrivit och jämfört.'),
  ).toBeVisible()
  expect(await (await page.request.get('/en/account/export.json')).text()).toContain('Wordsofmyown')
  const another = await browser.newContext({ baseURL: site.origin })
  await signIn(another)
  for (const path of [pages.message, '/en/account/export.json', '/en/progress'])
    expect(await (await another.request.get(path)).text()).not.toContain('Wordsofmyown')
  await another.close()
})

test('on paper a question that is open is a form to fill in, without fields, hints or reasons', async ({
  page,
}) => {
  await page.goto(pages.members)
  await page.emulateMedia({ media: 'print' })
  const story = sheet(page, 'one-group-is-found')
  await expect(story.getByText('(go to 2)')).toBeVisible()
  await expect(story.getByRole('radio')).toHaveCount(0)
  await page.goto(pages.message)
  await expect(sheet(page, 'your-four-sentences').locator('.writing-lines > div')).toHaveCount(7)
  await expect(sheet(page, 'your-four-sentences').getByRole('textbox')).toHaveCount(0)
  await page.goto(pages.money)
  await expect(sheet(page, 'lent-van').getByText('Hint', { exact: true })).toBeHidden()
  await expect(
    sheet(page, 'lent-van').getByText('○ No: it counts as 168, and the ceiling is 160.40.'),
  ).toBeVisible()
})
