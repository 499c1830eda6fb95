import { expect, makeCircle, test } from './site.ts'

test.describe.configure({ mode: 'parallel' })

test('no page that a circle looks at together shows a pseudonym', async ({
  context,
  signIn,
  page,
}) => {
  const { pseudonym } = await signIn(context)
  const circle = await makeCircle(context)
  const own = [
    '',
    '/people',
    '/plan',
    '/invitation',
    '/report',
    '/calendar',
    '/hard',
    '/meetings/1',
    '/meetings/1/sheet',
  ]
  const sheets = ['/meetings/1/run-sheet', '/meetings/1/run-sheet?view=projector']
  for (const path of [...own, ...sheets]
    .map((one) => circle + one)
    .concat('/en/courses/run-a-party/the-branch', '/en/circles')) {
    await page.goto(path)
    expect([path, (await page.content()).includes(pseudonym)]).toEqual([path, false])
    await expect(page.getByRole('link', { name: 'Your account' })).toHaveCount(1)
  }
})

test('beside the fields of a circle stands exactly who sees them', async ({
  context,
  signIn,
  page,
}) => {
  await signIn(context)
  const circle = await makeCircle(context)
  const members = /everyone in this circle and the people who run this site\.$/
  await page.goto(`${circle}/meetings/1`)
  for (const label of [
    'A decision',
    'A task',
    'Who does it',
    'Leads the meeting',
    'Study hours that you held',
  ])
    await expect(page.getByLabel(label)).toHaveAccessibleDescription(members)
  await expect(page.getByRole('group', { name: 'Who was there?' })).toHaveAccessibleDescription(
    'Who can see this: the circle leaders and the people who run this site. Each participant can see their own attendance.',
  )
  await page.goto(`${circle}/plan`)
  await expect(page.getByLabel('Our aim')).toHaveAccessibleDescription(
    /Who can see this: the people in the circle, and the people who run this site\.$/,
  )
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, complaints: /40[0-9]/ })

  test('ticks of a meeting that lasted longer than the session come along through sign-in', async ({
    context,
    signIn,
    page,
  }) => {
    const { pseudonym, passphrase } = await signIn(context)
    const circle = await makeCircle(context)
    await page.goto(`${circle}/meetings/1`)
    await page.getByRole('checkbox', { name: 'Ada' }).check()
    await page.getByLabel('Study hours that you held').selectOption('2')
    await context.clearCookies()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByLabel('Pseudonym').fill(pseudonym)
    await page.getByLabel('Passphrase').fill(passphrase)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.locator('main').getByRole('button').last().click()
    await expect(
      page.getByText('Saved. The meeting was held. Study hours: 2. One person was there.'),
    ).toBeVisible()
  })
})
