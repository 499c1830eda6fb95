import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { chapters, expect, test } from './site.ts'

const story =
  'In our ward the branch had not met for a year. We began with the bus queue: ' +
  'two of us asked everyone who waited what they wanted put right first. ' +
  'Nine in ten said the water pipe. So the first meeting had one point, and thirty-one came.'
let told = 0
/** A comment that no other test has sent. */
const newStory = () =>
  `${story} It was meeting ${['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][told++ % 9]}${'x'.repeat(told)}.`

/** Another person, in a browser of their own. */
async function someoneElse(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  return (await browser.newContext({ baseURL: origin, ...options })).newPage()
}

async function send(
  page: Page,
  text: string,
  { country = 'Zimbabwe', signed = 'Without a name' } = {},
) {
  await page.goto(chapters.branch)
  await page.getByRole('link', { name: 'Send a comment from your country' }).click()
  await page.getByLabel('Country that the comment is about').selectOption({ label: country })
  await page.getByLabel('Your comment').fill(text)
  await page.getByRole('radio', { name: signed }).check()
  await page.getByRole('button', { name: 'Send to the moderators' }).click()
}

const waiting = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled, complaints: /400|404/ })

    test(
      'P16: a comment appears only after a moderator approves it: on no page, in no search, ' +
        'in no other’s export, to nobody before',
      async ({ page, context, browser, site, signIn }) => {
        const text = newStory()
        const guest = await someoneElse(browser, site.origin, { javaScriptEnabled })
        const learner = await someoneElse(browser, site.origin, { javaScriptEnabled })
        const moderator = await someoneElse(browser, site.origin, { javaScriptEnabled })
        await signIn(learner.context())
        await signIn(moderator.context(), 'moderator')
        const { pseudonym } = await signIn(context)
        const places = [
          chapters.branch,
          `${chapters.branch}?country=ZW`,
          `${chapters.branch}/comments`,
          '/sv/courses/run-a-party/the-branch',
          '/en/search?q=bus%20queue',
        ]
        const isSeenBy = async (reader: Page, paths: string[]) => {
          const seen = []
          for (const path of paths)
            if ((await (await reader.request.get(path)).text()).includes(text)) seen.push(path)
          return seen
        }
        // Before anything is sent, so that every page is kept by the server.
        for (const reader of [guest, learner, page])
          expect(await isSeenBy(reader, places)).toEqual([])

        await send(page, text, { signed: `With my pseudonym, ${pseudonym}` })
        await expect(
          page.getByText('Other readers cannot read it until it is published.'),
        ).toBeVisible()
        await expect(page.getByRole('heading', { name: 'Waiting for a moderator' })).toBeVisible()
        for (const reader of [guest, learner, page])
          expect(await isSeenBy(reader, places)).toEqual([])
        expect(
          await isSeenBy(learner, [
            '/en/account/comments',
            '/en/account/export',
            '/en/account/export.json',
          ]),
        ).toEqual([])
        expect(
          await isSeenBy(page, ['/en/account/comments', '/en/account/export.json']),
        ).toHaveLength(2)
        expect((await learner.request.get('/en/comments')).status()).toBe(404)

        await moderator.goto('/en/account')
        await moderator.getByRole('link', { name: 'Comments to decide on' }).click()
        await expect(waiting(moderator, text)).toContainText(`Name shown: ${pseudonym}`)
        await waiting(moderator, text).getByRole('button', { name: 'Publish' }).click()
        await expect(moderator.getByText('The comment is published.')).toBeVisible()

        const published = places.filter((path) => !path.includes('search'))
        for (const reader of [guest, learner, page])
          expect(await isSeenBy(reader, places)).toEqual(published)
        await guest.goto(chapters.branch)
        const readers = guest.getByRole('region', { name: 'Comments from readers' })
        const comment = readers.getByRole('listitem').filter({ hasText: text })
        await expect(comment).toContainText('Zimbabwe')
        await expect(comment).toContainText(new RegExp(`${pseudonym} · [A-Z][a-z]+ 20\\d\\d`))
        await expect(guest).toHaveTitle('The branch · Notes')
        await guest.emulateMedia({ media: 'print' })
        await expect(comment.getByText(text)).toBeVisible()

        await page.goto('/en/account/comments')
        const own = page.getByRole('listitem').filter({ hasText: text })
        await own.getByText('Delete this comment').click()
        await own.getByRole('button', { name: 'Delete' }).click()
        await expect(page.getByText('Your comment is deleted.')).toBeVisible()
        for (const reader of [guest, learner, page])
          expect(await isSeenBy(reader, places)).toEqual([])
      },
    )

    test('someone writes too little, then a link: they are told, nothing typed is lost, and who can see it stands beside', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      await send(page, 'We meet on Thursdays.', { country: 'Kenya' })
      await expect(page.getByRole('alert')).toContainText(
        'The text is too short. Number of words: 4. Minimum: 40. Maximum: 200.',
      )
      await expect(page.getByLabel('Country that the comment is about')).toHaveValue('KE')
      await expect(page.getByRole('radio', { name: 'Without a name' })).toBeChecked()
      const field = page.getByLabel('Your comment')
      await expect(field).toHaveValue('We meet on Thursdays.')
      await expect(field).toHaveAccessibleDescription(
        /Minimum number of words: 40\. Maximum: 200.*Who can see this: you, the moderators/s,
      )
      await field.fill(`${newStory()} See https://example.org for more.`)
      await page.getByRole('button', { name: 'Send to the moderators' }).click()
      await expect(page.getByRole('alert')).toContainText('The text contains a link.')
      await expect(page).toHaveURL(`${chapters.branch}/comment`)
    })

    test('a moderator declines and says why; the sender sees it, changes the text and sends it again', async ({
      page,
      context,
      browser,
      site,
      signIn,
    }) => {
      const text = newStory()
      await signIn(context)
      await send(page, text)
      const moderator = await someoneElse(browser, site.origin, { javaScriptEnabled })
      await signIn(moderator.context(), 'moderator')
      await moderator.goto('/en/comments')
      await waiting(moderator, text).getByRole('link', { name: 'Decline' }).click()
      await moderator.getByLabel('It names someone').check()
      await moderator.getByLabel('Message to the writer').fill('Take out the second sentence.')
      await moderator.getByRole('button', { name: 'Decline' }).click()
      await expect(moderator.getByText('The comment is declined.')).toBeVisible()

      await page.goto('/en/account/comments')
      const own = page.getByRole('listitem').filter({ hasText: text })
      await expect(own).toContainText('Declined')
      await expect(own).toContainText('Reason for declining: It names someone')
      await expect(own).toContainText('Message from the moderator: Take out the second sentence.')
      await own.getByRole('link', { name: 'Change it and send it again' }).click()
      await expect(page.getByLabel('Your comment')).toHaveValue(text)
      await expect(page.getByLabel('Country that the comment is about')).toHaveValue('ZW')
      await page.getByLabel('Your comment').fill(`${text} That was all.`)
      await page.getByRole('button', { name: 'Send to the moderators' }).click()
      await expect(page.getByText('Your comment has been sent.')).toBeVisible()
    })
  })
}

test('of two moderators at once, the second is told what the first decided', async ({
  page,
  context,
  browser,
  site,
  signIn,
}) => {
  const text = newStory()
  await signIn(context)
  await send(page, text)
  const [first, second] = [
    await someoneElse(browser, site.origin),
    await someoneElse(browser, site.origin),
  ]
  for (const moderator of [first, second]) {
    await signIn(moderator.context(), 'moderator')
    await moderator.goto('/en/comments')
  }
  await second
    .getByRole('listitem')
    .filter({ hasText: text })
    .getByRole('link', { name: 'Decline' })
    .click()
  await waiting(first, text).getByRole('button', { name: 'Publish' }).click()
  await expect(first.getByText('The comment is published.')).toBeVisible()
  const reason = second.getByLabel('It is not about this chapter.')
  const note = second.getByRole('textbox')
  await reason.check()
  await note.fill('It would suit the chapter on members.')
  await second.getByRole('button', { name: 'Decline' }).click()
  await expect(second.getByRole('alert')).toContainText(
    'This comment has already been decided on. Status: Published. Nothing was changed.',
  )
  // What the second one has written is still there.
  await expect(reason).toBeChecked()
  await expect(note).toHaveValue('It would suit the chapter on members.')
  await page.goto(chapters.branch)
  await expect(page.getByText(text)).toBeVisible()

  await second.getByLabel('It attacks people').check()
  await second.getByRole('button', { name: 'Remove it' }).click()
  await expect(second.getByText('The comment is declined.')).toBeVisible()
  await page.reload()
  await expect(page.getByText(text)).toBeHidden()
})

test('what looks like HTML stands as text, Arabic from right to left, and characters that turn it are gone', async ({
  page,
  context,
  browser,
  site,
  signIn,
}) => {
  const html = `<b>${newStory()}</b> <img src=x onerror=alert(1)> [here](there)\u202e`
  const arabic = (
    'في حيّنا لم يجتمع الفرع منذ سنة. ' +
    'بدأنا بسؤال في السوق: ما الذي تريدون إصلاحه أولاً؟ ' +
    'أجاب معظم الناس: الماء. '
  )
    .repeat(3)
    .trim()
  await signIn(context)
  await send(page, html, { country: 'Belarus' })
  await page.goto(`${chapters.branch}/comment`)
  await page.getByLabel('Country that the comment is about').selectOption({ label: 'Sudan' })
  await page.getByLabel('Your comment').fill(arabic)
  await page.getByLabel('Language of the comment').selectOption({ label: 'Arabic' })
  await page.getByRole('radio', { name: 'Without a name' }).check()
  await page.getByRole('button', { name: 'Send to the moderators' }).click()
  const moderator = await someoneElse(browser, site.origin)
  await signIn(moderator.context(), 'moderator')
  for (const text of [html.slice(0, -1), arabic]) {
    await moderator.goto('/en/comments')
    await waiting(moderator, text).getByRole('button', { name: 'Publish' }).click()
  }
  await page.goto(`${chapters.branch}?country=BY`)
  await expect(
    page.getByRole('region', { name: 'Comments from readers' }).getByRole('listitem'),
  ).toHaveCount(1)
  await expect(page.getByText(html.slice(0, -1), { exact: true })).toBeVisible()
  await page.goto('/en-XB/courses/run-a-party/the-branch')
  await expect(page.getByText(arabic)).toHaveCSS('direction', 'rtl')
  await expect(page.getByText(html.slice(0, -1), { exact: true })).toHaveCSS('direction', 'ltr')
  await expect(page.locator('.told-text[lang="ar"]')).toContainText(arabic)
})

test('someone sends a comment with the keyboard alone', async ({ page, context, signIn }) => {
  await signIn(context)
  await page.goto(`${chapters.branch}/comment`)
  await page.getByLabel('Country that the comment is about').focus()
  await page.keyboard.type('Zimb')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type(newStory())
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your comment has been sent.')).toBeVisible()
})

test.describe('someone who leaves', () => {
  test.use({ complaints: /400/ })

  test('P9: someone erases the account and chooses what becomes of a published comment', async ({
    page,
    context,
    browser,
    site,
    signIn,
  }) => {
    const moderator = await someoneElse(browser, site.origin)
    await signIn(moderator.context(), 'moderator')
    for (const choice of ['Keep them, without a name', 'Delete them from the site too']) {
      const text = newStory()
      await context.clearCookies()
      const { pseudonym, passphrase } = await signIn(context)
      await send(page, text, { signed: `With my pseudonym, ${pseudonym}` })
      await moderator.goto('/en/comments')
      await waiting(moderator, text).getByRole('button', { name: 'Publish' }).click()
      await expect(waiting(moderator, text)).toHaveCount(0)
      await page.goto('/en/account/erase')
      await expect(
        page.getByRole('group', {
          name: 'You have one published comment. What should happen to it?',
        }),
      ).toBeVisible()
      await page.getByRole('radio', { name: choice }).check()
      await page.getByLabel('Current passphrase').fill('not the right passphrase')
      await page.getByRole('button', { name: 'Erase everything now' }).click()
      await expect(page.getByRole('alert')).toContainText('Nothing was changed')
      await expect(page.getByRole('radio', { name: choice })).toBeChecked()
      await page.getByLabel('Current passphrase').fill(passphrase)
      await page.getByRole('button', { name: 'Erase everything now' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account is erased')
      await page.goto(`${chapters.branch}/comments`)
      await expect(page.getByText(pseudonym)).toBeHidden()
      if (choice.startsWith('Keep them'))
        await expect(waiting(page, text)).toContainText('Without a name')
      else await expect(page.getByText(text)).toBeHidden()
    }
  })
})

test('the moderators’ pages pass axe and fit a narrow screen, in both directions', async ({
  page,
  context,
  browser,
  site,
  signIn,
}) => {
  const sender = await someoneElse(browser, site.origin)
  await signIn(sender.context())
  await send(sender, newStory())
  await signIn(context, 'moderator')
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto('/en/comments')
  const decide = await page.getByRole('link', { name: 'Decline' }).first().getAttribute('href')
  for (const path of ['/en/comments', '/en/comments?list=published', decide as string])
    for (const tag of ['en', 'sv', 'en-XB']) {
      await page.goto(path.replace('/en', `/${tag}`))
      expect(await axeFaults(page), path).toEqual([])
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBeLessThanOrEqual(0)
    }
})
