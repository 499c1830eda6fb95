import { expect, makeCircle, test } from './site.ts'

test.describe.configure({ mode: 'parallel' })

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled, complaints: /400/ })

    test('a name that is typed stays when somebody else is taken off the list', async ({
      context,
      signIn,
      page,
    }) => {
      await signIn(context)
      const circle = await makeCircle(context)
      await page.goto(`${circle}/people`)
      const added = page.getByLabel('Name on the list')
      for (const name of ['Ben', 'Cho']) {
        await added.fill(name)
        await page.getByRole('button', { name: 'Add to the list' }).click()
        await expect(page.getByText('The person has been added to the list.')).toBeVisible()
      }
      await added.fill('Dina')
      await page.getByLabel('Your name in the circle').fill('Ada L')
      await page.getByText('Change for this person: Ben').click()
      await page.getByRole('button', { name: 'Remove from the list: Ben' }).click()
      await expect(
        page.getByText(
          'Not saved yet, but still on this page: Your name in the circle and Add someone who has no account.',
        ),
      ).toBeVisible()
      await expect(added).toHaveValue('Dina')
      await expect(page.getByLabel('Your name in the circle')).toHaveValue('Ada L')
      // Two parts are changed: Enter saves neither and loses neither.
      await added.press('Enter')
      await expect(page.getByText(/^Nothing is saved yet/)).toBeVisible()
      await page.getByRole('button', { name: 'Add to the list' }).click()
      await expect(page.getByLabel('Your name in the circle')).toHaveValue('Ada L')
      // One is left, and Enter saves it.
      await page.getByLabel('Your name in the circle').press('Enter')
      await expect(page.getByText(/^Not saved yet/)).toHaveCount(0)
      await page.goto(`${circle}/people`)
      await expect(page.locator('.found').first().locator('b')).toHaveText(['Ada L', 'Cho', 'Dina'])
    })

    test('a circle that cannot be started is told all that is wrong at once, each beside its field', async ({
      context,
      signIn,
      page,
    }) => {
      await signIn(context)
      await page.goto('/en/circles/new')
      // A browser that checks nothing, as an old one does.
      await page.locator('form').evaluateAll((forms) => {
        for (const form of forms) form.setAttribute('novalidate', '')
      })
      const typed = {
        'Name of the circle': 'ada@example.org',
        'Your name in the circle': '',
        'Number of meetings': '41',
        'Study hours per meeting': '9',
        'First meeting': '',
        Time: '',
      }
      for (const [label, text] of Object.entries(typed))
        await page.getByLabel(label, { exact: true }).fill(text)
      await page.getByRole('button', { name: 'Start a circle' }).click()
      await expect(page.getByRole('alert').getByRole('link')).toHaveCount(7)
      for (const [label, problem] of Object.entries({
        'Name of the circle': /email address/,
        'Your name in the circle': /Write a name/,
        'Number of meetings': /from 1 to 40/,
        'Study hours per meeting': /from 1 to 8/,
        'First meeting': /day/i,
        Time: /18:30/,
        'Time zone': /time zone/i,
      })) {
        const field = page.getByLabel(label, { exact: true })
        await expect(field).toHaveAttribute('aria-invalid', 'true')
        await expect(field).toHaveAccessibleDescription(problem)
      }
      await expect(page.getByLabel('Number of meetings')).toHaveValue('41')
    })

    test('a circle that is started as the page suggests has a meeting for every chapter', async ({
      context,
      signIn,
      page,
    }) => {
      await signIn(context)
      await page.goto('/en/circles/new')
      await page.getByLabel('Your name in the circle').fill('Ada')
      await page.getByLabel('Time zone').selectOption('Africa/Harare')
      await page.getByRole('button', { name: 'Start a circle' }).click()
      await expect(page.getByRole('heading', { name: 'Next meeting' })).toBeVisible()
      await expect(page.locator('.plan')).toContainText('20. ')
      await expect(page.getByText(/not in any meeting/)).toHaveCount(0)
    })

    test('a name that is refused is told beside its field, and nothing else is lost', async ({
      context,
      signIn,
      page,
    }) => {
      await signIn(context)
      const circle = await makeCircle(context)
      await page.goto(`${circle}/people`)
      const added = page.getByLabel('Name on the list')
      await added.fill('\u0410da')
      await page.getByLabel('Your name in the circle').fill('Ada Lind')
      await page.getByRole('button', { name: 'Add to the list' }).click()
      await expect(added).toHaveAccessibleDescription(/one that looks the same/)
      await expect(added).toHaveValue('\u0410da')
      await expect(page.getByLabel('Your name in the circle')).toHaveValue('Ada Lind')
      await added.fill('Be\u200bn')
      await page.getByRole('button', { name: 'Add to the list' }).click()
      await expect(added).toHaveAccessibleDescription(/characters that cannot be seen/)
      await added.fill('Moderator')
      await page.getByRole('button', { name: 'Add to the list' }).click()
      await expect(added).toHaveAccessibleDescription(/could think that you run the site/)
    })

    test('what is filled in stays when the circle is closed or the meeting cancelled meanwhile', async ({
      context,
      signIn,
      page,
    }) => {
      await signIn(context)
      const circle = await makeCircle(context)
      const elsewhere = await context.newPage()
      const press = async (at: string, button: string) => {
        await elsewhere.goto(`${circle}/${at}`)
        await elsewhere.getByRole('button', { name: button, exact: true }).click()
        await elsewhere.waitForURL(/done/)
      }
      await page.goto(`${circle}/meetings/1`)
      const ada = page.getByRole('checkbox', { name: 'Ada' })
      await ada.check()
      await page.getByLabel('A decision').fill('We meet at six')
      await press('plan', 'Cancel meeting 1')
      await page.getByRole('button', { name: 'Save', exact: true }).last().click()
      await expect(page.getByText(/^This meeting is cancelled\. Put it back/).first()).toBeVisible()
      await expect(ada).toBeChecked()
      await press('plan', 'Put meeting 1 back in the plan')
      await page.getByRole('button', { name: 'Save', exact: true }).last().click()
      await expect(page.getByText('One person was there').first()).toBeVisible()
      await expect(page.getByLabel('A decision')).toHaveValue('We meet at six')

      await page.goto(`${circle}/people`)
      await page.getByLabel('Name on the list').fill('Dina')
      const plan = await context.newPage()
      await plan.goto(`${circle}/plan`)
      await plan.getByLabel('Our aim').fill('To hold an annual meeting')
      await press('report', 'Close the circle')
      for (const [one, button] of [
        [page, 'Add to the list'],
        [plan, 'Save the aim'],
      ] as const) {
        await one.getByRole('button', { name: button }).click()
        await expect(one.getByText(/This circle is closed, so this can/).first()).toBeVisible()
      }
      await expect(page.getByLabel('Name on the list')).toHaveValue('Dina')
      await expect(plan.getByLabel('Our aim')).toHaveValue('To hold an annual meeting')
    })

    test('an aim, a plan and a name that are typed stay when a meeting is cancelled', async ({
      context,
      signIn,
      page,
    }) => {
      await signIn(context)
      const circle = await makeCircle(context)
      await page.goto(`${circle}/plan`)
      await page.getByLabel('Our aim').fill('To hold\nan annual meeting')
      await page.getByLabel('Name of the circle').fill('Another window')
      const second = page.getByRole('group', { name: 'Meeting 2' })
      await second.getByLabel('Time').fill('20:15')
      await page.getByRole('button', { name: 'Cancel meeting 3' }).click()
      await expect(
        page.getByText(
          'Not saved yet, but still on this page: Our aim, Planned meetings and Change the circle’s name.',
        ),
      ).toBeVisible()
      await expect(page.getByLabel('Our aim')).toHaveValue('To hold\nan annual meeting')
      await expect(second.getByLabel('Time')).toHaveValue('20:15')
      await expect(page.getByRole('group', { name: 'Meeting 3' })).toHaveCount(0)
      await page.getByRole('button', { name: 'Put meeting 3 back in the plan' }).click()
      await expect(page.getByRole('group', { name: 'Meeting 3' })).toHaveCount(1)
      await page.getByRole('button', { name: 'Save the plan' }).click()
      await expect(
        page.getByText(
          'Not saved yet, but still on this page: Our aim and Change the circle’s name.',
        ),
      ).toBeVisible()
      await page.getByRole('button', { name: 'Save the aim' }).click()
      await page.getByRole('button', { name: 'Save the name' }).click()
      await expect(page.getByText(/^Not saved yet/)).toHaveCount(0)
      await page.goto(`${circle}/plan`)
      await expect(page.getByLabel('Our aim')).toHaveValue('To hold\nan annual meeting')
      await expect(page.getByLabel('Name of the circle')).toHaveValue('Another window')
      await expect(second.getByLabel('Time')).toHaveValue('20:15')
      await expect(page.getByRole('group', { name: /^Meeting \d$/ })).toHaveCount(4)
    })

    test('numbers that are typed stay when the circle is closed', async ({
      context,
      signIn,
      page,
    }) => {
      await signIn(context)
      const circle = await makeCircle(context)
      await page.goto(`${circle}/report`)
      await page.getByLabel('Women').fill('1')
      await page.getByRole('button', { name: 'Close the circle' }).click()
      await expect(
        page.getByText('Not saved yet, but still on this page: Women and Young people.'),
      ).toBeVisible()
      await page.getByLabel('Young people').fill('0')
      await expect(page.getByLabel('Women')).toHaveValue('1')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByText('Women: 1. Young people: 0.')).toBeVisible()
    })
  })
