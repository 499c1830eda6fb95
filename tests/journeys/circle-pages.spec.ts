import { createClient } from '@libsql/client'
import { axeFaults } from './axe.ts'
import { circlePagesOf, expect, makeCircle, test } from './site.ts'

test.describe.configure({ mode: 'parallel' })

for (const [lang, colorScheme] of [
  ['sv', 'light'],
  ['en-XB', 'dark'],
] as const)
  test(`the pages of a circle are whole for everyone, on a narrow screen, in ${lang}`, async ({
    page,
    context,
    signIn,
  }) => {
    await signIn(context)
    const address = (await makeCircle(context)).replace('/en/', `/${lang}/`)
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 360, height: 800 })
    for (const path of [
      '',
      '/people',
      '/plan',
      '/invitation',
      '/leave',
      '/hard',
      '/pack',
      '/plan?done=replan',
    ]) {
      await page.goto(address + path)
      expect(await axeFaults(page), path).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        360,
      )
      const silent = await page.locator('main').evaluate((main) => {
        const saidBy = (element: Element | null | undefined) =>
          (element?.getAttribute('aria-describedby') ?? '')
            .split(' ')
            .map((id) => document.getElementById(id)?.textContent ?? '')
        // A line may stand once for a group of fields, or for a group of groups.
        const around = (one: Element): Element[] => [
          one,
          ...(one.parentElement ? around(one.parentElement) : []),
        ]
        const fields = [
          ...main.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea'),
        ]
        return fields
          .filter((one) => one.name !== '')
          .filter(
            (one) =>
              ![...around(one), one.form]
                .flatMap(saidBy)
                .some((text) => /Det här ser|Who can see/.test(text)),
          )
          .map(({ name }) => name)
      })
      expect(silent).toEqual([])
    }
  })

test('every page of a circle is there, and says so, when its course has been taken from the site', async ({
  page,
  context,
  site,
  signIn,
}) => {
  await signIn(context)
  const pages = await circlePagesOf(context)
  const circle = pages[0] as string
  const client = createClient({ url: `file:${site.databaseFile}` })
  await client.execute('PRAGMA busy_timeout = 5000')
  const { rowsAffected } = await client.execute({
    sql: `UPDATE Circle SET course = 'taken-away', revision = 'x',
      state = json_set(state, '$.course', 'taken-away') WHERE id = ?`,
    args: [circle.split('/').at(-1) as string],
  })
  client.close()
  expect(rowsAffected).toBe(1)
  const files = ['/report.csv', '/calendar.ics'].map((path) => circle + path)
  for (const path of [...pages, `${circle}/hard`, '/en/circles', ...files])
    expect([path, (await context.request.get(path)).status()]).toEqual([path, 200])
  for (const path of [circle, `${circle}/hard`, `${circle}/meetings/2/run-sheet`]) {
    await page.goto(path)
    await expect(
      page.getByText('The course of this circle is no longer on this site'),
    ).toBeVisible()
  }
  await page.goto(`${circle}/report`)
  await expect(page.getByRole('heading', { name: 'Who was there' })).toBeVisible()
})
