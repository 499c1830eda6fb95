import { createClient } from '@libsql/client'
import { chapters, expect, makeCircle, test } from './site.ts'

const section = 'committee'
const at = `${chapters.branch}/notes/${section}`
/** Moves what a learner notes at a section to one that the course has not. */
async function loseSection(databaseFile: string, text: string) {
  const client = createClient({ url: `file:${databaseFile}` })
  await client.execute('PRAGMA busy_timeout = 5000')
  await client.execute({ sql: `UPDATE Note SET section = 'gone' WHERE text = ?`, args: [text] })
  client.close()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a learner' : 'a learner without script', () => {
    test.use({ javaScriptEnabled, complaints: /400/ })

    test('writes a note at a section, finds it again, changes it and deletes it', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      await page.goto(chapters.branch)
      await page
        .locator('.section-head', { has: page.locator(`#${section}`) })
        .getByRole('link', { name: 'Note', exact: true })
        .click()
      await expect(page).toHaveURL(at)
      await page.getByLabel('Your note').fill('Ask who keeps the key.\n\nBring tea.')
      await page.getByRole('button', { name: 'Keep the note' }).click()
      await expect(page.getByText('Your note is kept.')).toBeVisible()
      await page
        .getByRole('main')
        .getByRole('link', { name: /executive committee/ })
        .click()
      await expect(page).toHaveURL(`${chapters.branch}#${section}`)
      const own = page
        .locator('.section-head')
        .getByRole('link', { name: 'Your note', exact: true })
      await expect(own).toHaveCount(1)
      await expect(own).toHaveAttribute('href', at)
      await page
        .getByRole('link', { name: 'You have one note of your own on this chapter' })
        .click()
      await expect(page).toHaveURL('/en/notes#the-branch')
      const note = page.getByRole('listitem').filter({ hasText: 'Ask who keeps the key.' })
      await expect(note.locator('blockquote')).toHaveText('Ask who keeps the key.\n\nBring tea.')
      await note.getByRole('link', { name: /^Change/ }).click()
      await page.getByLabel('Your note').fill('Bring coffee.')
      await page.getByRole('button', { name: 'Keep the note' }).click()
      await page.goto('/sv/notes')
      await expect(page.getByText('Bring coffee.')).toBeVisible()
      await expect(page.getByText('Ask who keeps the key.')).toHaveCount(0)
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByText('Bring coffee.')).toBeVisible()
      await expect(page.getByText('Ta bort anteckningen')).toBeHidden()
      await page.emulateMedia({ media: 'screen' })
      await page.getByText('Ta bort anteckningen').click()
      await page.getByRole('button', { name: 'Ta bort den' }).click()
      await expect(page.getByText('Anteckningen är borttagen.')).toBeVisible()
      await expect(page.getByText('Bring coffee.')).toHaveCount(0)
    })

    test('does not lose what two tabs write, nor a note whose section is gone', async ({
      page,
      context,
      site,
      signIn,
    }) => {
      await signIn(context)
      await page.goto(at)
      const other = await context.newPage()
      await other.goto(at)
      await other.getByLabel('Your note').fill('From the other tab')
      await other.getByRole('button', { name: 'Keep the note' }).click()
      await page.getByLabel('Your note').fill('From this tab')
      await page.getByRole('button', { name: 'Keep the note' }).click()
      await expect(page.getByRole('alert')).toContainText('Both texts are here')
      await expect(page.getByText('From the other tab')).toBeVisible()
      await expect(page.getByLabel('Your note')).toHaveValue('From this tab')
      await page.getByRole('button', { name: 'Keep the note' }).click()
      await expect(page.getByText('Your note is kept.')).toBeVisible()

      await loseSection(site.databaseFile, 'From this tab')
      await page.goto('/en/notes')
      await expect(page.getByText(/not in the course any more/)).toBeVisible()
      await expect(page.getByRole('heading', { name: /executive committee/ })).toBeVisible()
      await page.getByRole('link', { name: /^Change/ }).click()
      await expect(page.getByLabel('Your note')).toHaveValue('From this tab')
    })

    test('whose session has ended loses nothing of a note', async ({ page, context, signIn }) => {
      const { pseudonym, passphrase } = await signIn(context)
      await page.goto(at)
      await page.getByLabel('Your note').fill('Written while the session ended')
      await context.clearCookies()
      await page.getByRole('button', { name: 'Keep the note' }).click()
      await page.getByLabel('Pseudonym').fill(pseudonym)
      await page.getByLabel('Passphrase').fill(passphrase)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page.getByText('Written while the session ended')).toBeVisible()
      await page.getByRole('main').getByRole('button').first().click()
      await expect(page.getByText('Your note is kept.')).toBeVisible()
      await expect(page.getByLabel('Your note')).toHaveValue('Written while the session ended')
    })
  })
}

test.describe('a note that is too long', () => {
  test.use({ complaints: /400/ })

  test('is refused with what it has and may have, and stands in the field', async ({
    page,
    context,
    signIn,
  }) => {
    await signIn(context)
    await page.goto(at)
    await page.getByLabel('Your note').fill('x'.repeat(1001))
    await page.getByRole('button', { name: 'Keep the note' }).click()
    await expect(page.getByRole('alert')).toContainText(
      'has 1001 characters, and 1000 are the most',
    )
    await expect(page.getByLabel('Your note')).toHaveValue('x'.repeat(1001))
  })
})

test('P21: what a learner notes is on no page of anybody else, in no search and in nothing that the server prints', async ({
  context,
  browser,
  site,
  signIn,
}) => {
  await signIn(context)
  const words = 'Quagga at the crossroads'
  const circle = await makeCircle(context)
  const form = { intent: 'keep-note', seen: '0', text: words }
  expect((await context.request.post(at, { form, maxRedirects: 0 })).status()).toBe(303)
  const shows = async (reader: typeof context, path: string) =>
    (await (await reader.request.get(site.origin + path)).text()).includes(words)
  expect(await shows(context, '/en/notes')).toBe(true)
  expect(await shows(context, '/en/account/export.json')).toBe(true)

  // Pages that a circle looks at together, and the search, show it not even to its writer.
  for (const path of [chapters.branch, circle, `${circle}/meetings/1`, '/en/search?q=Quagga'])
    expect([path, await shows(context, path)]).toEqual([path, false])
  const places = [
    '/en/notes',
    at,
    chapters.branch,
    '/en/search?q=Quagga',
    '/en/account/export.json',
  ]
  for (const role of [undefined, 'moderator', 'host'] as const) {
    const other = await browser.newContext()
    await signIn(other, role)
    for (const path of [...places, '/en/comments', '/en/courses/run-a-party/questions'])
      expect([role, path, await shows(other, path)]).toEqual([role, path, false])
    await other.close()
  }
  const guest = await browser.newContext()
  for (const path of places) expect([path, await shows(guest, path)]).toEqual([path, false])
  await guest.close()
  expect(site.output.join('\n')).not.toContain('Quagga')
})
