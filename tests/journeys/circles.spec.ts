import type { BrowserContext, Page } from '@playwright/test'
import { chapters, expect, joinCircle, test } from './site.ts'

/** A day so many days from now, and as a page writes it. */
const now = Date.now()
const dayIn = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10)
const inWords = (day: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

/** Starts a circle of four weekly meetings and stands on its page. */
async function startCircle(page: Page, name = 'Round table') {
  await page.goto('/en/circles')
  await page.getByRole('link', { name: 'Start a circle' }).click()
  await page.getByLabel('Name of the circle').fill(name)
  await page.getByLabel('Your name in the circle').fill('Ada')
  await page.getByLabel('Number of meetings').fill('4')
  await page.getByLabel('First meeting').fill(dayIn(30))
  await page.getByLabel('Time zone').selectOption('Africa/Harare')
  await page.getByRole('button', { name: 'Start a circle' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

const codeOn = async (page: Page) => {
  await page.getByRole('link', { name: 'Invitation' }).click()
  return page.locator('.join-code').innerText()
}

test.describe.configure({ mode: 'parallel' })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a circle' : 'a circle without script', () => {
    test.use({ javaScriptEnabled, complaints: /40[0-9]/ })

    /** A context of somebody else's, with script or without. */
    const another = (page: Page): Promise<BrowserContext> =>
      page.context().browser()!.newContext({ javaScriptEnabled })

    test('is started, and joined by a guest who follows the invitation and makes an account on the way', async ({
      page,
      context,
      signIn,
      site,
    }) => {
      await signIn(context)
      await startCircle(page)
      await expect(page.getByText(`${inWords(dayIn(30))}, 18:00`).first()).toBeVisible()
      await expect(
        page.getByText('People, including the circle leader: 1. Minimum: 3.'),
      ).toBeVisible()
      await expect(page.getByText('You are the only person in the circle so far.')).toBeVisible()
      const code = await codeOn(page)
      expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
      await expect(page.getByText(`${site.origin}/en/join/${code.replace('-', '')}`)).toBeVisible()

      const guest = await another(page)
      const theirs = await guest.newPage()
      await theirs.goto(`${site.origin}/en/join`)
      await theirs.getByLabel('Code').fill(code.toLowerCase().replace('-', ' '))
      await theirs.getByRole('button', { name: 'Continue' }).click()
      await theirs.getByRole('link', { name: /I do not have an account/ }).click()
      const pseudonym = await theirs.getByLabel('Pseudonym').inputValue()
      await theirs.getByRole('button', { name: 'Create an account' }).click()
      await theirs.getByRole('button', { name: 'I have written them down' }).click()

      await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Round table')
      await expect(theirs.getByText('Circle leader: Ada.')).toBeVisible()
      await expect(theirs.getByText('which meetings you were at')).toBeVisible()
      await expect(theirs.getByText('your answers and how many were correct')).toBeVisible()
      await theirs.getByLabel('Your name in the circle').fill('ada')
      await theirs.getByRole('button', { name: 'Join the circle' }).click()
      await expect(theirs.getByRole('alert')).toContainText('already has this name')
      await theirs.getByLabel('Your name in the circle').fill('Ben')
      await theirs.getByRole('button', { name: 'Join the circle' }).click()
      await expect(theirs.getByRole('heading', { name: 'Next meeting' })).toBeVisible()
      await expect(theirs.getByRole('link', { name: 'Invitation' })).toHaveCount(0)

      await page.getByRole('link', { name: 'People' }).click()
      await expect(page.getByText('Ben')).not.toHaveCount(0)
      expect(await page.content()).not.toContain(pseudonym)
      await guest.close()
    })

    test(
      'cannot be left by its only trainer, says that nobody leads it once that account is erased, ' +
        'and its members choose another',
      async ({ page, context, signIn, site }) => {
        await signIn(context)
        await startCircle(page)
        const address = page.url()
        const code = await codeOn(page)
        const member = await another(page)
        await signIn(member)
        const theirs = await joinCircle(member, { origin: site.origin, code, name: 'Ben' })
        await expect(theirs.getByText('This circle has no circle leader.')).toHaveCount(0)

        await page.getByRole('link', { name: 'The circle', exact: true }).click()
        await page.getByRole('link', { name: 'Leave the circle' }).click()
        await expect(page.getByText('You are the only circle leader.')).toBeVisible()
        await expect(page.getByRole('button', { name: 'Leave the circle' })).toHaveCount(0)
        await page.goto('/en/account/erase')
        await expect(
          page.getByText('A circle that you lead alone will then have no leader'),
        ).toBeVisible()
        await page.getByLabel('Current passphrase').fill('a long enough passphrase')
        await page.getByRole('button', { name: 'Erase everything now' }).click()
        await expect(page).toHaveURL('/en/account/erased')

        await theirs.goto(address)
        await expect(theirs.getByText('This circle has no circle leader.')).toBeVisible()
        await theirs
          .getByRole('link', { name: 'Choose a circle leader on the page “People”' })
          .click()
        await theirs
          .getByText('The circle leader has stopped coming. Propose yourself')
          .first()
          .click()
        await theirs
          .getByRole('button', { name: 'The circle leader has stopped coming. Propose yourself' })
          .click()
        await expect(theirs.getByRole('link', { name: 'Invitation' })).toBeVisible()
        await member.close()
      },
    )

    test('is not there for a stranger, and its trainer’s pages are not there for a member', async ({
      page,
      context,
      signIn,
      site,
    }) => {
      await signIn(context)
      await startCircle(page)
      const address = page.url()
      const code = await codeOn(page)
      const stranger = await another(page)
      await signIn(stranger)
      const theirs = await stranger.newPage()
      const status = async (path: string) => (await theirs.goto(path))?.status()
      for (const path of ['', '/people', '/plan', '/invitation', '/leave', '/hard'])
        expect([path, await status(address + path)]).toEqual([path, 404])
      await theirs.goto(`${site.origin}/en/join/${code}`)
      await theirs.getByLabel('Your name in the circle').fill('Ben')
      await theirs.getByRole('button', { name: 'Join the circle' }).click()
      for (const [path, expected] of Object.entries({
        '': 200,
        '/people': 200,
        '/leave': 200,
        '/plan': 404,
        '/invitation': 404,
      }))
        expect([path, await status(address + path)]).toEqual([path, expected])
      await theirs.goto(`${address}/leave`)
      await theirs.getByRole('button', { name: 'Leave the circle' }).click()
      await expect(theirs.getByText('You are not in any circle yet.')).toBeVisible()
      expect(await status(address)).toBe(404)
      await stranger.close()
    })

    test('has a list on which people without an account stand, are joined with their account, removed and put back', async ({
      page,
      context,
      signIn,
      site,
    }) => {
      await signIn(context)
      await startCircle(page)
      const code = await codeOn(page)
      const member = await another(page)
      await signIn(member)
      const theirs = await joinCircle(member, { origin: site.origin, code, name: 'Ben' })

      await page.getByRole('link', { name: 'People' }).click()
      for (const name of ['Benny', 'Cho']) {
        await page.getByLabel('Name on the list').fill(name)
        await page.getByRole('button', { name: 'Add to the list' }).click()
        await expect(page.getByText('The person has been added to the list.')).toBeVisible()
      }
      await page.getByLabel('Name on the list').fill('cho')
      await page.getByRole('button', { name: 'Add to the list' }).click()
      await expect(page.getByLabel('Name on the list')).toHaveValue('cho')
      await expect(page.getByText('already has this name')).toBeVisible()

      await page.getByRole('button', { name: 'They are the same person' }).click()
      await expect(page.getByLabel('Name on your list')).toHaveAccessibleDescription(
        /Choose a name in both lists\./,
      )
      await page.getByLabel('Name on your list').selectOption('Benny')
      await page.getByLabel('Joined with this name').selectOption('Ben')
      await page.getByRole('button', { name: 'They are the same person' }).click()
      await expect(page.getByText('The two names are now one person.')).toBeVisible()
      await expect(page.getByText('Benny')).toHaveCount(0)

      await page.getByText('Change for this person: Cho').click()
      await page.getByRole('button', { name: 'Remove from the list: Cho' }).click()
      await page.getByRole('button', { name: 'Put back on the list: Cho' }).click()
      await expect(page.getByText('The person is on the list again.')).toBeVisible()

      await page.getByText('Change for this person: Ben').click()
      await page.getByRole('button', { name: 'Hand over the circle to: Ben' }).click()
      await expect(page.getByRole('link', { name: 'Invitation' })).toHaveCount(0)
      await theirs.reload()
      await expect(theirs.getByRole('link', { name: 'Invitation' })).toBeVisible()
      await member.close()
    })

    test('changes its plan together; a change to an older plan shows both and loses nothing', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      await startCircle(page)
      await page.getByRole('link', { name: 'Plan', exact: true }).click()
      await page.getByLabel('Our aim').fill('To hold an annual meeting')
      await page.getByRole('button', { name: 'Save the aim' }).click()
      await expect(page.getByLabel('Our aim')).toHaveValue('To hold an annual meeting')

      // On paper it is a list to hang on a wall, and no form.
      await page.emulateMedia({ media: 'print' })
      await expect(
        page
          .getByRole('listitem')
          .filter({ hasText: 'Meeting 4 · ' })
          .getByText('3 study hours · planned'),
      ).toBeVisible()
      await expect(page.getByRole('article').getByRole('button')).toHaveCount(0)
      await page.emulateMedia({ media: 'screen' })

      await expect(page.getByText(/^These chapters are not in any meeting: .*20\. /)).toBeVisible()
      await page.getByRole('link', { name: 'The circle', exact: true }).click()
      await expect(
        page.getByText(/^\d+ chapters of the course are not in any meeting: .*20\. /),
      ).toBeVisible()
      await page.getByRole('link', { name: 'Change the plan' }).click()

      const second = await context.newPage()
      await second.goto(page.url())
      const dayOf = (one: Page) => one.getByRole('group', { name: 'Meeting 1' }).getByLabel('Day')
      await dayOf(second).fill(dayIn(31))
      await second.getByRole('button', { name: 'Save the plan' }).click()
      await expect(second.getByText('Saved.')).toBeVisible()

      await dayOf(page).fill(dayIn(32))
      await page.getByRole('button', { name: 'Save the plan' }).click()
      await expect(page.getByRole('alert')).toContainText('Someone else changed the plan')
      await expect(page.getByText(inWords(dayIn(31)))).not.toHaveCount(0)
      await expect(dayOf(page)).toHaveValue(dayIn(32))
      await page.getByRole('button', { name: 'Save the plan' }).click()
      await expect(page.getByText('Saved.')).toBeVisible()
      await expect(dayOf(page)).toHaveValue(dayIn(32))

      await page.getByRole('button', { name: 'Cancel meeting 2' }).click()
      await expect(page.getByText('The meeting is cancelled.')).toBeVisible()
      await page.getByRole('button', { name: 'Put meeting 2 back in the plan' }).click()
      await expect(page.getByText('The meeting is in the plan again.')).toBeVisible()
    })

    test('lets somebody mark what was hard for themselves alone, and take it back', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      await startCircle(page)
      await page.getByRole('link', { name: 'What was hard?' }).click()
      await page.locator('main summary').first().click()
      await page
        .getByRole('button', { name: /This was hard/ })
        .first()
        .click()
      await expect(page.getByRole('button', { name: /Remove the mark/ })).toHaveCount(1)
      await page.getByRole('button', { name: /Remove the mark/ }).click()
      await expect(page.getByRole('button', { name: /Remove the mark/ })).toHaveCount(0)
    })

    test('P11: lets a member tell that a chapter is read and share what is finished, never an answer, and take both back', async ({
      page,
      context,
      signIn,
      site,
    }) => {
      await signIn(context)
      await startCircle(page)
      const address = page.url()
      const code = await codeOn(page)
      const member = await another(page)
      await signIn(member)
      const theirs = await joinCircle(member, { origin: site.origin, code, name: 'Ben' })
      await theirs
        .getByRole('button', { name: /I have read the chapter/ })
        .first()
        .click()
      await theirs
        .getByRole('button', { name: 'Show the circle leaders which chapters I have finished' })
        .click()
      await expect(
        theirs.getByText('The circle leaders now see which chapters you have finished.'),
      ).toBeVisible()
      await page.goto(address)
      await expect(page.getByText('Have read the chapter: Ben')).toBeVisible()
      await expect(page.getByText(/^Ben\. Chapters finished: 0 of \d+\./)).toBeVisible()
      const seen = await page.locator('main').innerText()
      await theirs.goto(`${site.origin}${chapters.first}`)
      await theirs.locator('.question .option').getByRole('radio').first().check()
      await theirs.getByRole('button', { name: 'Check all my answers' }).last().click()
      await expect(theirs.locator('.result')).toBeVisible()
      await page.reload()
      expect(await page.locator('main').innerText()).toBe(seen)
      await theirs.goto(address)
      await theirs.getByRole('button', { name: 'Stop showing them' }).click()
      await theirs.getByRole('button', { name: /I have not read the chapter/ }).click()
      await expect(theirs.getByRole('button', { name: /I have not read the chapter/ })).toHaveCount(
        0,
      )
      await page.reload()
      await expect(page.getByText('Have read the chapter: Ben')).toHaveCount(0)
      await expect(page.getByText(/^Ben: 0 of/)).toHaveCount(0)
      await member.close()
    })
  })
}
