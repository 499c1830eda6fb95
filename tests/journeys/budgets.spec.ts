import { brotliCompressSync } from 'node:zlib'
import { chapters, circlePagesOf, expect, guestPages, learnerPages, test } from './site.ts'

const kilobyte = 1024

test('a chapter costs a first visit 24 KB at most and six requests, and the next chapter one', async ({
  page,
  request,
  context,
}) => {
  const sizes = new Map<string, number>()
  page.on('response', async (response) => {
    // Counted at once: what has not been weighed yet is waited for.
    sizes.set(response.url(), 0)
    const raw = await request
      .get(response.url(), { headers: { 'Accept-Encoding': 'br' } })
      .catch(() => null)
    sizes.set(response.url(), Number(raw?.headers()['content-length'] ?? 0))
  })
  await page.goto(chapters.branch, { waitUntil: 'networkidle' })
  await expect.poll(() => [...sizes.values()].every((size) => size > 0)).toBe(true)
  expect(sizes.size).toBeLessThanOrEqual(6)
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  console.log(`A first visit: ${sizes.size} requests, ${total} bytes`)
  expect(total).toBeLessThanOrEqual(24 * kilobyte)
  sizes.clear()
  await page.goto(chapters.study, { waitUntil: 'networkidle' })
  expect([...sizes.keys()].filter((url) => !url.endsWith('icon.svg'))).toHaveLength(1)
  expect(await context.cookies()).toEqual([])
})

test('the script is 6 KB at most, and each illustration 10 KB', async ({ page }) => {
  await page.goto(chapters.branch)
  const script = (await page.locator('script').textContent()) ?? ''
  expect(script.length).toBeGreaterThan(100)
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(6 * kilobyte)
  for (const picture of await page.locator('.illustration svg').all())
    expect(await picture.evaluate((svg) => svg.outerHTML.length)).toBeLessThanOrEqual(10_000)
})

test('no page ships React, nor any script or style but the one of each that its policy names', async ({
  request,
}) => {
  for (const path of guestPages) {
    const html = await (await request.get(path)).text()
    expect(html, path).not.toMatch(
      /__remixContext|__reactRouter|<script[^>]*src=|\sstyle="|\son\w+="/,
    )
    expect(html.match(/<script|<style/g), path).toEqual(['<style', '<script'])
  }
})

test('P1: no guest gets a cookie, on any page', async ({ request }) => {
  for (const path of ['/', ...guestPages, '/leave', '/healthz', '/icon.svg']) {
    const response = await request.get(path, { maxRedirects: 0 })
    expect(
      response.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie'),
      path,
    ).toEqual([])
  }
  const answered = await request.post(chapters.branch, {
    form: { intent: 'answer', check: 'who-went-home', 'q.who-went-home': 'all' },
  })
  expect(answered.status()).toBe(200)
  expect(answered.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie')).toEqual(
    [],
  )
})

test('every page goes out compressed, the same to all guests, and is kept by no browser', async ({
  site,
}) => {
  // A page of one's own is padded to whole steps, for which Brotli has no place (decision 084).
  for (const [path, encoding] of [
    [chapters.branch, 'br'],
    ['/en', 'br'],
    ['/en/sign-up', 'gzip'],
  ] as const) {
    const response = await fetch(site.origin + path, { headers: { 'Accept-Encoding': 'gzip, br' } })
    expect(response.headers.get('cache-control'), path).toBe('no-store')
    expect(response.headers.get('content-encoding'), path).toBe(encoding)
    expect(response.headers.get('vary'), path).toContain('Accept-Encoding')
  }
  const plain = await fetch(site.origin + chapters.branch, {
    headers: { 'Accept-Encoding': 'identity' },
  })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await plain.text()).toContain('The branch')
})

test('a suggested passphrase is never given to two people', async ({ request }) => {
  const seen = new Set<string>()
  for (let i = 0; i < 5; i++)
    seen.add(
      /name="passphrase"[^>]*value="([^"]+)"/.exec(
        await (await request.get('/en/sign-up')).text(),
      )?.[1] ?? '',
    )
  expect(seen.size).toBe(5)
})

for (const width of [320, 360, 1280]) {
  test(`nothing is wider than a screen of ${width}, in either direction`, async ({
    page,
    context,
    signIn,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    const fits = async (path: string) => {
      await page.goto(path)
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wide, path).toBeLessThanOrEqual(0)
    }
    const kept = guestPages.filter((path) => !path.includes('no-such'))
    for (const path of kept)
      for (const tag of ['en', 'sv', 'en-XB']) await fits(path.replace('/en', `/${tag}`))
    await signIn(context)
    for (const path of learnerPages) await fits(path)
  })

  test(`nothing of a circle is wider than a screen of ${width}`, async ({
    page,
    context,
    signIn,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await signIn(context)
    for (const path of await circlePagesOf(context)) {
      await page.goto(path)
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wide, path).toBeLessThanOrEqual(0)
    }
  })
}

test('the pages are ready for a language that is written from right to left', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/en-XB/courses/run-a-party/the-branch')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('.text')).toHaveCSS('direction', 'rtl')
  await expect(page.locator('.text .comment').first()).toHaveCSS('float', 'left')
  const leave = await page.getByRole('link', { name: 'Leave' }).boundingBox()
  expect(leave?.x).toBeLessThan(200)
  const untranslated = await page
    .locator('.utility a:not([lang]), .bar a, .foot a, .facts li, button:visible')
    .allInnerTexts()
  for (const text of untranslated.filter((one) => one.trim() && one !== 'Notes'))
    expect(text).toMatch(/^\[|\[/)
})

test('the layout does not move while a chapter loads', async ({ page }) => {
  await page.goto(chapters.branch, { waitUntil: 'networkidle' })
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            sum += (entry as unknown as { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(sum), 300)
      }),
  )
  expect(shift).toBeLessThanOrEqual(0.01)
})

test('P7: nothing is on the device after a visit but the neutral icon', async ({
  page,
  context,
}) => {
  for (const path of guestPages.filter((one) => !one.includes('no-such'))) await page.goto(path)
  expect(await context.cookies()).toEqual([])
  expect(await context.storageState()).toEqual({ cookies: [], origins: [] })
  expect(
    await page.evaluate(async () => [
      (await caches.keys()).length,
      (await indexedDB.databases()).length,
      (await navigator.serviceWorker.getRegistrations()).length,
    ]),
  ).toEqual([0, 0, 0])
})
