import { chapters, expect, test } from './site.ts'

const sizeOf = (page: import('@playwright/test').Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
const paperOf = (page: import('@playwright/test').Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a learner' : 'a learner without script', () => {
    test.use({ javaScriptEnabled })

    test('chooses how pages look, on every page, until they choose otherwise', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      await page.goto(chapters.branch)
      const [size, paper] = [await sizeOf(page), await paperOf(page)]
      await page.getByRole('link', { name: 'Reading comfort' }).click()
      await page.getByRole('radio', { name: 'Largest' }).check()
      await page.getByRole('radio', { name: 'Without serifs' }).check()
      await page.getByRole('radio', { name: 'Dark', exact: true }).check()
      await page
        .getByRole('group', { name: /^Space/ })
        .getByRole('radio', { name: 'Wider' })
        .check()
      await page.getByRole('radio', { name: 'Do not send them' }).check()
      await page.getByRole('button', { name: 'Read like this' }).click()
      await expect(page.getByText('Pages now look as you chose.')).toBeVisible()
      await expect(page.getByRole('radio', { name: 'Largest' })).toBeChecked()

      await page.goto(chapters.branch)
      expect(await sizeOf(page)).toBeGreaterThan(size * 1.4)
      expect(await paperOf(page)).not.toBe(paper)
      await expect(page.locator('.text')).toHaveCSS('font-family', /system-ui/)
      await expect(page.locator('.text p').first()).not.toHaveCSS('letter-spacing', 'normal')
      await expect(page.locator('.illustration svg')).toHaveCount(0)
      await expect(page.getByText('Picture: Four people of different ages')).toBeVisible()
      // On paper it is light all the same.
      await page.emulateMedia({ media: 'print' })
      expect(await paperOf(page)).toBe('rgba(0, 0, 0, 0)')
      await page.emulateMedia({ media: 'screen' })

      await page.goto('/sv/reading')
      for (const name of ['Som enheten är inställd', 'Skicka dem'])
        await page.getByRole('radio', { name, exact: true }).check()
      await page.getByRole('button', { name: 'Läs så här' }).click()
      await page.goto(chapters.branch)
      expect(await paperOf(page)).toBe(paper)
      await expect(page.locator('.illustration svg').first()).toBeVisible()
      expect(await sizeOf(page)).toBeGreaterThan(size * 1.4)
    })
  })
}

test('a learner who chose light pages has them on a device that is set to dark', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context)
  await page.goto('/en')
  const light = await paperOf(page)
  const form = {
    size: 'usual',
    letters: 'serif',
    light: 'light',
    spacing: 'usual',
    pictures: 'yes',
  }
  expect((await context.request.post('/en/reading', { form, maxRedirects: 0 })).status()).toBe(303)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/en')
  expect(await paperOf(page)).toBe(light)
})

test('a guest reads a chapter without its pictures, and nothing of it is kept', async ({
  page,
  context,
  request,
}) => {
  await page.goto(chapters.branch)
  await page.getByRole('link', { name: /^Read without its \d+ pictures \(\d+ kB less\)$/ }).click()
  await expect(page).toHaveURL(`${chapters.branch}?pictures=no`)
  await expect(page.locator('.illustration svg')).toHaveCount(0)
  await expect(page.getByText('Picture: Four people of different ages')).toBeVisible()
  // As it is written: how far a page is compressed depends on how often it was asked for.
  const bytes = async (path: string) => (await (await request.get(path)).body()).length
  expect(await bytes(page.url())).toBeLessThan((await bytes(chapters.branch)) - 10_000)
  await page.getByRole('link', { name: 'Read with pictures' }).click()
  await expect(page.locator('.illustration svg').first()).toBeVisible()
  await page.getByRole('link', { name: 'Reading comfort' }).click()
  await expect(page.getByText('cannot remember a choice')).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  expect(await context.storageState()).toEqual({ cookies: [], origins: [] })
})

test('pictures that are left out stay so from chapter to chapter, with a country too, and when answers are sent', async ({
  page,
  context,
  signIn,
}) => {
  const svgs = page.locator('.illustration svg')
  for (const who of ['guest', 'learner']) {
    if (who === 'learner') await signIn(context)
    await page.goto(`${chapters.branch}?pictures=no`)
    await page
      .locator('.countries')
      .getByRole('link', { name: 'South Africa', exact: true })
      .click()
    await expect(page).toHaveURL(/\?country=ZA&pictures=no#/)
    await expect(svgs).toHaveCount(0)
    await page.locator('#two-resign input').first().check()
    await page.getByRole('button', { name: 'Check all my answers' }).click()
    await expect(page).toHaveURL(/\?country=ZA&pictures=no#self-check-sum$/)
    await expect(svgs).toHaveCount(0)
    await page.locator('.turn .next').click()
    await expect(page).toHaveURL(/meetings-and-decisions\?country=ZA&pictures=no$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meetings and decisions')
    await expect(svgs).toHaveCount(0)
    await page.getByRole('banner').getByRole('link', { name: 'Contents' }).click()
    await expect(page).toHaveURL('/en/courses/run-a-party?country=ZA&pictures=no')
    await page.goBack()
    await page.getByRole('link', { name: 'Read with pictures' }).click()
    await expect(page).toHaveURL(/meetings-and-decisions\?country=ZA$/)
    await expect(svgs.first()).toBeVisible()
  }
})

test('the largest letters, widely spaced, need no scrolling sideways in any chapter on a small phone', async ({
  page,
  context,
  signIn,
}) => {
  test.slow()
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(context)
  const form = {
    size: 'largest',
    letters: 'sans',
    light: 'light',
    spacing: 'wide',
    pictures: 'yes',
  }
  await context.request.post('/en/reading', { form, maxRedirects: 0 })
  const wide: string[] = []
  for (const tag of ['en', 'sv']) {
    await page.goto(`/${tag}/courses/run-a-party`)
    const paths = await page
      .locator('.chapters a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))
    expect(paths).toHaveLength(20)
    for (const path of paths) {
      await page.goto(path)
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (over > 0) wide.push(`${path}: ${over} px`)
    }
  }
  expect(wide).toEqual([])
})
