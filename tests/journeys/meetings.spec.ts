import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect, joinCircle, makeCircle, test } from './site.ts'

test.describe.configure({ mode: 'parallel' })
test.use({ complaints: /40[0-9]/ })

const withoutAccount = ['Cho', 'Dina', 'Esi', 'Femi']

/** Somebody else at another browser, who joins the circle with its code. */
async function joins(
  browser: Browser,
  { circle, name, trainer, javaScriptEnabled, signIn }: Joining,
): Promise<Page> {
  await trainer.goto(`${circle}/invitation`)
  const code = await trainer.locator('.join-code').innerText()
  const { origin } = new URL(trainer.url())
  const context = await browser.newContext({ javaScriptEnabled, baseURL: origin })
  await signIn(context)
  return joinCircle(context, { origin, code, name })
}
interface Joining {
  circle: string
  name: string
  trainer: Page
  javaScriptEnabled: boolean
  signIn(context: BrowserContext): Promise<unknown>
}

async function addToList(page: Page, circle: string, names: string[]) {
  await page.goto(`${circle}/people`)
  for (const name of names) {
    await page.getByLabel('Name on the list').fill(name)
    await page.getByRole('button', { name: 'Add to the list' }).click()
    await expect(page.getByText('The person has been added to the list.')).toBeVisible()
  }
}

async function makeTrainer(page: Page, circle: string, name: string) {
  await page.goto(`${circle}/people`)
  await page.getByText(`Change for this person: ${name}`).click()
  await page.getByRole('button', { name: `Make circle leader too: ${name}` }).click()
  await expect(page.getByText('The circle now has one more circle leader.')).toBeVisible()
}

async function tick(page: Page, names: string[]) {
  for (const name of names) await page.getByRole('checkbox', { name }).check()
}
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()
const ticked = (page: Page) =>
  page
    .locator('.ticks label')
    .evaluateAll((labels) =>
      labels
        .filter((one) => one.querySelector('input')?.checked)
        .map((one) => one.textContent?.trim()),
    )

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a circle' : 'a circle without script', () => {
    test.use({ javaScriptEnabled })

    test('of six goes from its invitation through four meetings, ticked by two trainers at once, to a signed report', async ({
      page,
      context,
      browser,
      signIn,
    }) => {
      await signIn(context)
      const circle = await makeCircle(context)
      // Anyone who joins has the other kind of browser.
      const other = await joins(browser, {
        circle,
        name: 'Ben',
        trainer: page,
        javaScriptEnabled: !javaScriptEnabled,
        signIn,
      })
      await addToList(page, circle, withoutAccount)
      await makeTrainer(page, circle, 'Ben')

      for (const meeting of [1, 2, 3, 4]) {
        await page.goto(`${circle}/meetings/${meeting}/run-sheet`)
        const first = page.locator('.plan > li').first()
        await expect(first).toContainText(
          meeting === 1 ? 'Getting to know each other' : 'What do we remember?',
        )
        await expect(first).toContainText('18:00')
        // On paper only a step without questions is kept whole: one with three would leave most of
        // the first page empty.
        await page.emulateMedia({ media: 'print' })
        await expect(first).toHaveCSS('break-inside', meeting === 1 ? 'avoid' : 'auto')
        await page.emulateMedia({ media: 'screen' })

        // Both open the page before either of them saves.
        await page.goto(`${circle}/meetings/${meeting}`)
        await other.goto(`${circle}/meetings/${meeting}`)
        await tick(page, ['Ada', 'Cho', 'Dina'])
        await tick(other, ['Ben', 'Esi', 'Femi'])
        await save(page)
        await save(other)
        await expect(other.getByText('6 people were there.', { exact: true })).toBeVisible()
        await page.reload()
        expect((await ticked(page)).sort()).toEqual(['Ada', 'Ben', ...withoutAccount])
        await page.getByLabel('A decision').fill(`Decided at meeting ${meeting}`)
        await page.getByRole('button', { name: 'Add' }).first().click()
        await expect(page.getByText(`Decided at meeting ${meeting}`)).toBeVisible()
      }

      await page.goto(`${circle}/report`)
      await expect(page.getByText('4 meetings held')).toBeVisible()
      await expect(page.getByText(/^Run a Party · \d.* 20\d\d$/)).toBeVisible()
      await expect(page.getByText(/Study hours of 45 minutes: 12\./)).toBeVisible()
      await expect(page.locator('tbody tr', { hasText: 'Femi' })).toContainText('12')
      await page.getByLabel('Women').fill('7')
      await page.getByLabel('Young people').fill('2')
      await save(page)
      await expect(page.getByText('Write a number from 0 to 6').first()).toBeVisible()
      await expect(page.getByLabel('Women')).toHaveValue('7')
      await expect(page.locator('.has-problem')).toHaveCount(1)
      await page.getByLabel('Women').fill('4')
      await save(page)
      await expect(page.getByText('Women: 4. Young people: 2.')).toBeVisible()

      await page.emulateMedia({ media: 'print' })
      await expect(page.getByText('Circle leader: Ada')).toBeVisible()
      await expect(page.getByText('Circle leader: Ben')).toBeVisible()
      await expect(page.getByLabel('Women')).toBeHidden()
      await expect(page.getByRole('button', { name: 'Close the circle' })).toBeHidden()
      await page.emulateMedia({ media: 'screen' })

      await page.getByRole('button', { name: 'Close the circle' }).click()
      await expect(
        page.getByText(/On .* the names, notes and attendance in this circle are deleted/),
      ).toBeVisible()
      await page.goto(circle)
      await expect(
        page.getByText('This circle is closed. Meetings: 4. Study hours: 12. People: 6.'),
      ).toBeVisible()
      await expect(
        page.getByText('If you add a later meeting to the plan, they are erased later.'),
      ).toHaveCount(0)
      // Only what can still be done has a button: going, and being seen less.
      await expect(page.getByRole('article').getByRole('button')).toHaveCount(0)
      await page.goto(`${circle}/invitation`)
      await expect(page.getByText('nobody can join it')).toBeVisible()
      await expect(page.getByRole('article').getByRole('button')).toHaveCount(0)
      await other.goto(`${circle}/meetings/1`)
      await expect(other.getByRole('checkbox')).toHaveCount(0)
      await other.context().close()
    })

    test('shows a member the decisions and tasks of a meeting, but no list of who was there', async ({
      page,
      context,
      browser,
      signIn,
    }) => {
      await signIn(context)
      const circle = await makeCircle(context)
      const member = await joins(browser, {
        circle,
        name: 'Ben',
        trainer: page,
        javaScriptEnabled,
        signIn,
      })
      await addToList(page, circle, ['Cho'])
      await page.goto(`${circle}/meetings/1`)
      await page.getByRole('button', { name: 'Everyone was there' }).click()
      await page.getByLabel('A task').fill('Ask the nurse')
      await page.getByLabel('Who does it').selectOption('Ben')
      await page.getByRole('button', { name: 'Add' }).last().click()
      await expect(page.getByText('Ben: Ask the nurse')).toBeVisible()

      await member.goto(`${circle}/meetings/1`)
      await expect(member.getByText('You were there.')).toBeVisible()
      await expect(member.getByRole('checkbox')).toHaveCount(0)
      await expect(member.getByText('Cho')).toHaveCount(0)
      await member.getByRole('button', { name: 'Mark as done Ask the nurse' }).click()
      await expect(member.getByText('Ben: Ask the nurse Done')).toBeVisible()
      for (const path of ['/report', '/report.csv', '/meetings/1/sheet']) {
        const response = await member.context().request.get(circle + path)
        expect([path, response.status()]).toEqual([path, 404])
      }
      await member.context().close()
    })

    test('takes back what was saved by mistake, exactly, and says no more than what is stored', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      const circle = await makeCircle(context)
      await addToList(page, circle, ['Cho', 'Dina'])
      const stored = async () => {
        const file = await (await context.request.get(`${circle}/report.csv`)).text()
        const rows = file.trim().split('\r\n')
        return {
          people: rows.slice(1, -2).map((row) => row.split(',').slice(0, 2).join(' ')),
          hours: rows.at(-1)?.split(',').at(-1),
        }
      }
      const undo = () => page.getByRole('button', { name: 'Undo' }).click()
      await page.goto(`${circle}/meetings/1`)
      await tick(page, ['Ada', 'Cho'])
      await page.getByLabel('Study hours that you held').selectOption('2')
      await save(page)
      await expect(
        page.getByText('Saved. The meeting was held. Study hours: 2. 2 people were there.'),
      ).toBeVisible()
      await page.getByRole('checkbox', { name: 'Cho' }).uncheck()
      await tick(page, ['Dina'])
      await page.getByLabel('Study hours that you held').selectOption('4')
      await save(page)
      await expect.poll(() => ticked(page)).toEqual(['Ada', 'Dina'])
      await undo()
      await expect(page.getByText('The change has been undone.')).toBeVisible()
      await expect.poll(() => ticked(page)).toEqual(['Ada', 'Cho'])
      await expect(page.getByLabel('Study hours that you held')).toHaveValue('2')

      await page.getByRole('button', { name: 'Everyone was there' }).click()
      await expect(page.getByText('Study hours: 2. 3 people were there.')).toBeVisible()
      await undo()
      expect(await stored()).toEqual({ people: ['Ada 1', 'Cho 1', 'Dina 0'], hours: '2' })

      await page.getByRole('button', { name: 'The meeting was not held' }).click()
      await expect(page.getByText('Saved. The meeting was not held')).toBeVisible()
      expect(await ticked(page)).toEqual([])
      expect(await stored()).toMatchObject({ hours: '0' })
      await undo()
      expect(await stored()).toEqual({ people: ['Ada 1', 'Cho 1', 'Dina 0'], hours: '2' })

      // Saved once more, a meeting that was not held is held, with what stands on the page.
      await page.getByRole('button', { name: 'The meeting was not held' }).click()
      await save(page)
      await expect(
        page.getByText('Saved. The meeting was held. Study hours: 3. 0 people were there.'),
      ).toBeVisible()
      await undo()
      await expect(page.getByRole('button', { name: 'The meeting was not held' })).toHaveCount(0)
      await page.goto(`${circle}/report`)
      await expect(page.getByText('0 meetings held')).toBeVisible()
    })

    test('loses nothing that is ticked or typed and not saved, whichever button of the page is pressed', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      const circle = await makeCircle(context)
      await addToList(page, circle, ['Cho', 'Dina'])
      await page.goto(`${circle}/meetings/1`)
      const hours = page.getByLabel('Study hours that you held')
      await tick(page, ['Ada', 'Cho'])
      await hours.selectOption('2')
      await page.getByLabel('A task').fill('Ask the nurse')
      await page.getByLabel('A decision').fill('We meet at seven')
      await page.getByRole('button', { name: 'Add' }).first().click()
      await expect(page.getByRole('listitem').filter({ hasText: 'We meet at seven' })).toBeVisible()
      await expect(
        page.getByText('Not saved yet, but still on this page: who was there and a task.'),
      ).toBeVisible()
      await expect(page.getByLabel('A decision')).toHaveValue('')
      const isWhole = async (task: string) => {
        await expect(page.getByLabel('A task')).toHaveValue(task)
        expect(await ticked(page)).toEqual(['Ada', 'Cho'])
        await expect(hours).toHaveValue('2')
      }
      await isWhole('Ask the nurse')
      await page.getByRole('button', { name: 'Save who does what' }).click()
      await isWhole('Ask the nurse')
      await page.getByText('Another day or time').click()
      await page.getByLabel('Time').fill('19:00')
      await page.getByRole('button', { name: 'Move the meeting' }).click()
      await expect(page.getByText('19:00 to')).toBeVisible()
      await isWhole('Ask the nurse')
      await page.getByRole('button', { name: 'Remove We meet at seven' }).click()
      await isWhole('Ask the nurse')
      // Refused: nothing is stored, and all still stands there.
      await page.getByText('Another day or time').click()
      await page.getByLabel('Day').fill('2199-01-01')
      await page.getByRole('button', { name: 'Move the meeting' }).click()
      await expect(page.getByLabel('Day')).toHaveAccessibleDescription(/too far/)
      await isWhole('Ask the nurse')
      await page.getByLabel('Day').fill(new Date().toISOString().slice(0, 10))
      await page.getByRole('button', { name: 'Add' }).last().click()
      await expect(page.getByRole('listitem').filter({ hasText: 'Ask the nurse' })).toBeVisible()
      await isWhole('')
      await page.getByRole('button', { name: 'Everyone was there' }).click()
      await expect(
        page.getByText('Saved. The meeting was held. Study hours: 2. 3 people were there.'),
      ).toBeVisible()
      await expect(page.getByText('Not saved yet')).toHaveCount(0)
    })

    test('saves with Enter the one thing that was typed, and asks where there are several', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      const circle = await makeCircle(context)
      await page.goto(`${circle}/meetings/1`)
      await page.getByRole('button', { name: 'Save who does what' }).click()
      await page.getByLabel('A decision').fill('We meet at seven')
      await page.getByLabel('A decision').press('Enter')
      await expect(page.getByRole('listitem').filter({ hasText: 'We meet at seven' })).toBeVisible()
      await tick(page, ['Ada'])
      await page.getByLabel('A task').fill('Ask the nurse')
      await page.getByLabel('A task').press('Enter')
      await expect(page.getByRole('alert')).toContainText('Nothing is saved yet.')
      expect(await ticked(page)).toEqual(['Ada'])
      await expect(page.getByLabel('A task')).toHaveValue('Ask the nurse')
    })

    test('is told where another trainer has stored something else meanwhile, and keeps what was chosen', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      const circle = await makeCircle(context)
      await addToList(page, circle, ['Cho', 'Dina'])
      await page.goto(`${circle}/meetings/1`)
      await tick(page, ['Ada', 'Cho'])
      await save(page)
      const second = await context.newPage()
      await second.goto(`${circle}/meetings/1`)
      await second.getByRole('button', { name: 'The meeting was not held' }).click()
      await tick(page, ['Dina'])
      await save(page)
      await expect(page.getByRole('alert')).toContainText('Someone else has changed who was there')
      expect(await ticked(page)).toEqual(['Ada', 'Cho', 'Dina'])
      await second.reload()
      expect(await ticked(second)).toEqual([])
      await save(page)
      await expect(page.getByText('3 people were there.').first()).toBeVisible()

      // A form is stored whole or not at all.
      const post = (form: string) =>
        context.request.post(`${circle}/meetings/2`, {
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          data: `intent=attendance&heldSeen=no&hoursSeen=3&${form}`,
        })
      await page.goto(`${circle}/meetings/2`)
      const seat = await page.getByRole('checkbox', { name: 'Cho' }).getAttribute('value')
      expect((await post(`there=${seat}&there=zzzzzzzz&hours=3`)).status()).toBe(400)
      expect((await post(`there=${seat}&hours=99`)).status()).toBe(400)
      await page.reload()
      expect(await ticked(page)).toEqual([])
      await expect(page.getByRole('button', { name: 'The meeting was not held' })).toHaveCount(0)
    })

    test('puts right the day of a meeting that was held on another, and is told what day there is not', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      const circle = await makeCircle(context)
      await page.goto(`${circle}/meetings/2`)
      await expect(page.getByText('This meeting has not happened yet.')).toBeVisible()
      await page.getByRole('button', { name: 'Everyone was there' }).click()
      await expect(page.getByText('This meeting has not happened yet.')).toHaveCount(0)
      await page.getByText('Another day or time').click()
      const day = await page.getByLabel('Day').inputValue()
      await page.getByLabel('Day').fill('2199-01-01')
      await page.getByRole('button', { name: 'Move the meeting' }).click()
      await expect(page.getByLabel('Day')).toHaveValue('2199-01-01')
      await expect(page.getByLabel('Day')).toHaveAccessibleDescription(/too far/)
      const dayAfter = new Date(Date.parse(day) + 86_400_000)
      await page.getByLabel('Day').fill(dayAfter.toISOString().slice(0, 10))
      await page.getByLabel('Time').fill('19:15')
      await page.getByRole('button', { name: 'Move the meeting' }).click()
      await expect(page.getByText('19:15 to')).toBeVisible()
      await page.goto(`${circle}/report`)
      await expect(page.getByRole('table').first()).toContainText(
        `${dayAfter.getUTCDate()}/${dayAfter.getUTCMonth() + 1}`,
      )
    })

    test('keeps what was typed when it cannot be noted, and says why', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      await page.goto(`${await makeCircle(context)}/meetings/1`)
      await page.getByLabel('A decision').fill('   ')
      await page.getByRole('button', { name: 'Add' }).first().click()
      await expect(page.getByText('Write something first.').first()).toBeVisible()
    })

    test('is prepared on the screen and on paper, with the chapter in short and its pictures', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      await page.goto(`${await makeCircle(context)}/meetings/1/run-sheet`)
      for (const media of ['screen', 'print'] as const) {
        await page.emulateMedia({ media })
        const step = page
          .getByRole('listitem')
          .filter({ has: page.getByRole('link', { name: 'Why parties', exact: true }) })
        await expect(step).toContainText('A party gathers many needs into one programme')
        await expect(step.getByRole('img', { name: /^Three people on the left/ })).toContainText(
          'Those in power',
        )
        await expect(
          step.getByText('The party carries needs in one direction and answers in the other.'),
        ).toBeVisible()
        expect((await step.getByRole('img').all()).length).toBeGreaterThan(1)
        const figures = await step
          .locator('use')
          .evaluateAll((uses) => uses.map((use) => use.getAttribute('href') ?? ''))
        for (const figure of new Set(figures)) await expect(page.locator(figure)).toHaveCount(1)
      }
    })

    test('is led from a wall, one step after the other', async ({ page, context, signIn }) => {
      await signIn(context)
      await page.goto(`${await makeCircle(context)}/meetings/2/run-sheet`)
      await page.getByRole('link', { name: 'Large, for a screen or a wall' }).click()
      await page.getByRole('link', { name: 'Next step' }).first().click()
      await expect(page).toHaveURL(/#step-2$/)
      await expect(page.locator('#step-2 h2')).toBeInViewport()
      await expect(page.locator('#step-1 h2')).not.toBeInViewport()
      const timer = page.locator('#step-2').getByRole('button', { name: 'Start the timer' })
      if (!javaScriptEnabled) return expect(timer).toBeHidden()
      await timer.click()
      await expect(page.locator('#step-2').getByRole('timer')).toHaveText(/Minutes left: \d+/)
    })
  })
}

test('a calendar follows its address without a cookie, sees a cancelled meeting, and sees nothing once it is stopped', async ({
  page,
  context,
  signIn,
  request,
}) => {
  await signIn(context)
  const circle = await makeCircle(context)
  await page.goto(`${circle}/calendar`)
  await page.getByRole('button', { name: 'Make an address' }).click()
  const address = await page.locator('code').innerText()
  expect(address).toMatch(/\/feed\/[\w-]{32}\.ics\?in=en$/)
  const fetched = async () => {
    const response = await request.get(address)
    return { status: response.status(), text: await response.text(), headers: response.headers() }
  }
  const first = await fetched()
  expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(first.headers['cache-control']).toBe('no-store')
  expect(first.headers['set-cookie']).toBeUndefined()
  expect(first.text.match(/SUMMARY:Meeting \d\r/g)).toHaveLength(4)
  expect(first.text).not.toMatch(/Round table|party|Harare|Ada/)

  await page.goto(`${circle}/plan`)
  await page.getByRole('button', { name: 'Cancel meeting 2' }).click()
  expect((await fetched()).text).toContain('STATUS:CANCELLED')
  await page.goto(`${circle}/calendar`)
  await expect(page.getByText(address)).toHaveCount(0)
  await page.getByRole('button', { name: 'Turn off the address' }).click()
  await expect(page.getByText('The address is turned off.')).toBeVisible()
  expect((await fetched()).status).toBe(404)
})

test('the report’s file opens as a table: a byte order mark, its own separator, nothing that runs', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context)
  const circle = await makeCircle(context)
  await addToList(page, circle, ['=1+1'])
  await page.goto(`${circle}/meetings/1`)
  await page.getByRole('button', { name: 'Everyone was there' }).click()
  await expect(page.getByText('2 people were there.', { exact: true })).toBeVisible()
  const file = async (path: string) => (await context.request.get(path)).text()
  const english = await file(`${circle}/report.csv`)
  expect(english.startsWith('\uFEFFName,')).toBe(true)
  expect(english).toContain("\r\n'=1+1,1,")
  expect(await file(`${circle}/report.csv?separator=other`)).toContain("\r\n'=1+1;1;")
  expect(await file(`${circle.replace('/en/', '/sv/')}/report.csv`)).toContain('\uFEFFNamn;')
})
