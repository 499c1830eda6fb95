import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'

/** Puts something into every kind of store that a page of this site could use. */
async function fill(page: Page) {
  await page.evaluate(async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: older browsers have no other way, and the test wants any cookie.
    document.cookie = 'left=1; path=/'
    localStorage.setItem('left', '1')
    sessionStorage.setItem('left', '1')
    await (await caches.open('left')).put('/left', new Response('left'))
    await new Promise((resolve, reject) => {
      const asked = indexedDB.open('left')
      asked.onerror = reject
      asked.onsuccess = () => {
        asked.result.close()
        resolve(null)
      }
    })
  })
}

/** All that this site has on the device. */
async function listed(page: Page) {
  const stored = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))
  return { ...stored, cookies: (await page.context().cookies()).map(({ name }) => name).sort() }
}

const full = {
  local: ['left'],
  session: ['left'],
  caches: ['left'],
  databases: ['left'],
  workers: 0,
  cookies: ['left', 's'],
}
const empty = { local: [], session: [], caches: [], databases: [], workers: 0, cookies: [] }

for (const path of ['/en/safety', '/en/account', '/en/wipe']) {
  test(`P7: someone wipes the device on ${path}, and nothing of the site is on it`, async ({
    page,
    context,
    signIn,
    request,
  }) => {
    await signIn(context)
    const [{ value } = { value: '' }] = await context.cookies()
    await page.goto(path)
    await fill(page)
    expect(await listed(page)).toEqual(full)
    await page.getByRole('button', { name: 'Clear this site from this device' }).click()
    await expect(
      page.getByRole('heading', { name: 'This site’s data is cleared from this device' }),
    ).toBeVisible()
    await expect(page.getByText('history still shows the addresses')).toBeVisible()
    expect(await listed(page)).toEqual(empty)
    const again = await request.get('/en/account', {
      headers: { Cookie: `s=${value}` },
      maxRedirects: 0,
    })
    expect(again.headers().location).toContain('/en/sign-in')
  })
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('P7: someone wipes the device, in Swedish too', async ({ page, context, site, signIn }) => {
    for (const [path, button, done] of [
      [
        '/en/account',
        'Clear this site from this device',
        'This site’s data is cleared from this device',
      ],
      [
        '/sv/safety',
        'Rensa webbplatsens data på enheten',
        'Webbplatsens data är rensade på enheten',
      ],
    ] as const) {
      await signIn(context)
      await context.addCookies([{ name: 'left', value: '1', url: site.origin }])
      await page.goto(path)
      await page.getByRole('button', { name: button }).click()
      await expect(page.getByRole('heading', { name: done })).toBeVisible()
      expect(await context.cookies()).toEqual([])
    }
  })

  test('the page does not say that it is done to someone who is still signed in', async ({
    page,
    context,
    signIn,
  }) => {
    await signIn(context)
    await page.goto('/en/wipe?done')
    await expect(
      page.getByRole('button', { name: 'Clear this site from this device' }),
    ).toBeVisible()
    await expect(page.getByText('This site’s data is cleared from this device')).toHaveCount(0)
  })
})

test.describe('without a connection', () => {
  test.use({ complaints: /ERR_INTERNET_DISCONNECTED/ })

  test('P7: the page deletes what it can, says what is left, and does the rest later', async ({
    page,
    context,
    signIn,
  }) => {
    await signIn(context)
    await page.goto('/en/safety')
    await fill(page)
    await context.setOffline(true)
    const button = page.getByRole('button', { name: 'Clear this site from this device' })
    await button.click()
    await expect(page.getByRole('alert')).toContainText('The server could not be reached')
    expect(await listed(page)).toEqual({ ...empty, cookies: ['left', 's'] })
    await button.click()
    await expect(page.getByRole('alert')).toHaveCount(1)
    await context.setOffline(false)
    // The browser may take a moment to notice that it is connected again.
    await expect(async () => {
      if (await button.isVisible()) await button.click()
      await expect(
        page.getByRole('heading', { name: 'This site’s data is cleared from this device' }),
      ).toBeVisible({
        timeout: 2000,
      })
    }).toPass()
    expect(await listed(page)).toEqual(empty)
  })
})

test('the browser is told to forget all, and another site cannot make it do so', async ({
  site,
}) => {
  const post = (headers: Record<string, string>) =>
    fetch(`${site.origin}/en/wipe`, {
      method: 'POST',
      body: new URLSearchParams(),
      redirect: 'manual',
      headers,
    })
  const own = await post({})
  expect([
    own.status,
    own.headers.get('clear-site-data'),
    own.headers.get('cache-control'),
  ]).toEqual([303, '"cache", "cookies", "storage"', 'no-store'])
  const foreign = await post({ 'Sec-Fetch-Site': 'cross-site' })
  expect([foreign.status, foreign.headers.get('clear-site-data')]).toEqual([403, null])
})
