import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { findWholeBrowser } from '../../scripts/browser.mjs'
import { axeFaults } from './axe.ts'
import { chapters, expect, test } from './site.ts'

const course = '/en/courses/run-a-party'

/** Has the pages of a language made, as a person does who asks for them. */
async function prepare(origin: string, lang: string) {
  const take = `${origin}/${lang}/courses/run-a-party/take`
  await fetch(`${take}?make=notes-pages.json`)
  await expect
    .poll(async () => (await fetch(`${take}/notes-pages.json`, { redirect: 'manual' })).status, {
      timeout: 150_000,
      intervals: [1000],
    })
    .toBe(200)
}

/** Everything of this site that a browser holds, by the stores' names. */
const held = (page: Page) =>
  page.evaluate(async () => {
    const stores: Record<string, string[]> = {}
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys()
      stores[name] = requests.map(({ url }) => new URL(url).pathname)
    }
    return {
      stores,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      databases: (await indexedDB.databases()).length,
      local: localStorage.length + sessionStorage.length,
    }
  })
const nothing = { stores: {}, workers: 0, databases: 0, local: 0 }

/** Turns it on, for these languages beside the page's own. */
async function keep(page: Page, others: RegExp[] = []) {
  await page.goto(`${course}/take`)
  const section = page.getByRole('region', { name: 'Keep on this device' })
  for (const name of others) await section.getByRole('checkbox', { name }).check()
  await section.getByRole('button', { name: 'Keep on this device' }).click()
  await expect(section.getByText('The pages are on this device.')).toBeVisible({ timeout: 30_000 })
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  return section
}

test.beforeAll(async ({ site }) => {
  test.setTimeout(320_000)
  await prepare(site.origin, 'en')
  await prepare(site.origin, 'sv')
})

test.describe('with the connection cut', () => {
  test.use({ complaints: /ERR_|Failed to/ })
  test.afterEach(async ({ site }) => {
    await site.stop()
    await site.start()
  })

  test('P7: someone keeps the course, reads, searches, checks answers without the site, and wipes it all', async ({
    page,
    site,
  }) => {
    await keep(page)
    await site.kill()
    await page.goto(chapters.branch)
    await expect(page.getByRole('heading', { level: 1, name: 'The branch' })).toBeVisible()
    await expect(
      page.getByText(/^The site cannot be reached now\. This copy was kept/),
    ).toContainText(String(new Date().getFullYear()))
    await expect(page.locator('.text .comment').first()).toBeVisible()

    // Questions are made ready when the reader comes near.
    await page.locator('[data-quiz]').scrollIntoViewIfNeeded()
    const question = page
      .locator('[data-question]')
      .filter({ has: page.locator('[type=radio]') })
      .first()
    await question.scrollIntoViewIfNeeded()
    await question.locator('[type=radio]').first().check()
    await question
      .getByRole('button', { name: /^Check/ })
      .first()
      .click()
    await expect(page.locator('.result').first()).toBeVisible()
    await expect(page.locator('.result').first()).not.toBeEmpty()

    await page.goto('/en/search?q=quorum')
    const hit = page.locator('.hits a').first()
    await expect(hit).toBeVisible()
    await hit.click()
    await expect(page.locator('.chapter, .words').first()).toBeVisible()
    await page.goto(`${chapters.branch}#committee`)
    await expect(page.locator('[id="the-branch.committee"]')).toBeInViewport()

    await page.goto('/en/account')
    await expect(page.getByRole('heading', { name: 'This page is not kept' })).toBeVisible()
    await page.getByRole('link', { name: 'Contents' }).click()
    await expect(page.getByRole('link', { name: /The branch/ })).toBeVisible()

    await page.goto(chapters.branch)
    await page.getByRole('button', { name: 'Clear this site from this device' }).click()
    await expect(page.getByRole('alert')).toContainText('The server could not be reached')
    expect(await held(page)).toEqual(nothing)
    await expect(page.getByText('The branch')).toHaveCount(0)
    await expect(page.goto(chapters.branch)).rejects.toThrow(/ERR_CONNECTION_REFUSED/)
  })

  test('P6: Leave goes to the neutral site at once, and nothing is kept any more', async ({
    page,
    site,
    neutral,
  }) => {
    await keep(page)
    await site.kill()
    await page.goto(chapters.branch)
    await page.getByRole('link', { name: 'Leave' }).click()
    await expect(page).toHaveURL(neutral.address)
    await page.goBack().catch(() => {})
    await expect(page.getByText('The branch')).toHaveCount(0)
    await site.start()
    await page.goto('/en/safety')
    expect(await held(page)).toEqual(nothing)
  })

  test('P7: signing out wipes what was kept, though the site does not answer', async ({
    page,
    context,
    site,
    signIn,
  }) => {
    await signIn(context)
    await keep(page)
    await page.goto('/en/sign-out')
    await site.kill()
    await page.locator('main button[type=submit]').click()
    await site.start()
    await expect(async () => {
      await page.goto('/en/safety')
      expect(await held(page)).toEqual(nothing)
    }).toPass()
  })
})

test('P7: two languages are kept, as a guest sees them: no cookie is sent, nobody is named', async ({
  page,
  context,
  signIn,
}) => {
  const { pseudonym } = await signIn(context)
  const asked: Record<string, string>[] = []
  page.on('requestfinished', async (request) => {
    if (request.url().endsWith('.json')) asked.push(await request.allHeaders())
  })
  const section = await keep(page, [/^Svenska/])
  await expect.poll(() => asked.length).toBe(2)
  for (const headers of asked) expect(Object.keys(headers)).not.toContain('cookie')
  await expect(
    section.getByText(/kept on \d+ [A-Z][a-z]+ \d{4}\. Files: \d+\. Size: [\d.]+ MB/),
  ).toHaveCount(2)
  const kept = await held(page)
  expect([Object.keys(kept.stores).length, kept.workers, kept.databases, kept.local]).toEqual([
    3, 1, 0, 0,
  ])
  for (const name of Object.keys(kept.stores)) expect(name).toMatch(/^pages(-[0-9a-f]+)?$/)
  const texts = await page.evaluate(async () => {
    const all: string[] = []
    for (const name of await caches.keys()) {
      const store = await caches.open(name)
      for (const one of await store.keys()) all.push((await (await store.match(one))?.text()) ?? '')
    }
    return all.join('\n')
  })
  expect(texts).toContain('Styrelsen')
  expect(texts).not.toContain(pseudonym)
  // Where the site answers, its own page is shown, and the learner is still signed in.
  await page.goto('/en/account')
  await expect(page.getByText(pseudonym).first()).toBeVisible()
  await page.goto(`${course}/take`)
  await section.getByRole('button', { name: 'Remove from this device' }).click()
  await expect(section.getByText('Nothing is kept on this device.')).toBeVisible()
  expect(await held(page)).toEqual(nothing)
})

test('someone keeps one chapter, and later the course in its place', async ({ page, context }) => {
  await page.goto(`${course}/take`)
  const section = page.getByRole('region', { name: 'Keep on this device' })
  await section.getByText('Keep only some chapters').click()
  for (const box of await section.locator('[data-chapter]').all())
    if ((await box.getAttribute('data-chapter')) !== 'the-branch') await box.uncheck()
  await section.getByRole('button', { name: 'Keep on this device' }).click()
  await expect(section.getByText('The pages are on this device.')).toBeVisible()
  const before = await held(page)
  const [[first, files] = ['', []]] = Object.entries(before.stores).filter(
    ([name]) => name !== 'pages',
  )
  expect(files).toContain(chapters.branch)
  expect(files).not.toContain(chapters.study)
  const places = await page.evaluate(
    async (name) => await (await (await caches.open(name)).match('/-/places'))?.text(),
    first,
  )
  expect(places).toContain(chapters.branch)
  expect(places).not.toContain(`${chapters.study}#`)
  await context.setOffline(true)
  await page.goto(course)
  const mark = ' (not on this device)'
  await expect(page.getByRole('listitem').filter({ hasText: 'Study and training' })).toContainText(
    mark,
  )
  await expect(page.getByRole('listitem').filter({ hasText: 'The branch' })).not.toContainText(mark)
  await page.goto('/en/search?q=quorum')
  await expect(page.locator('.hits a').first()).toBeVisible()
  const hits = await page
    .locator('.hits a')
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname))
  for (const path of hits) expect(files).toContain(path)
  await context.setOffline(false)
  await keep(page)
  const after = await held(page)
  expect(Object.keys(after.stores)).toHaveLength(2)
  expect(Object.keys(after.stores)).not.toContain(first)
  expect(Object.values(after.stores).flat()).toContain(chapters.study)
})

test('without room, nothing is kept, and a sentence says so', async ({ page, context, site }) => {
  await page.goto(`${course}/take`)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 400_000 })
  const section = page.getByRole('region', { name: 'Keep on this device' })
  await section.getByRole('button', { name: 'Keep on this device' }).click()
  await expect(section.getByText('There is too little room')).toBeVisible()
  expect(await held(page)).toEqual(nothing)
  await expect(section.getByText('Nothing is kept on this device.')).toBeVisible()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('the section says that the browser cannot keep pages, and offers the files', async ({
    page,
  }) => {
    await page.goto(`${course}/take`)
    await expect(page.getByText('This browser cannot keep pages.')).toBeVisible()
    const section = page.getByRole('region', { name: 'Keep on this device' })
    await expect(section.getByRole('button')).toHaveCount(0)
  })
})

test('P7: who opens the page and does not turn it on has no worker and nothing kept', async ({
  page,
}) => {
  await page.goto(`${course}/take`)
  await expect(page.getByText('Nothing is kept on this device.')).toBeVisible()
  expect(await held(page)).toEqual(nothing)
})

test('P5: the worker is allowed on that page alone, and comes with every header', async ({
  request,
}) => {
  const policy = async (path: string) =>
    (await request.get(path)).headers()['content-security-policy'] ?? ''
  expect(await policy(`${course}/take`)).toMatch(/default-src 'none';.*; worker-src 'self'$/)
  for (const path of [course, chapters.branch, '/en/safety', '/page.js', '/en/nothing'])
    expect(await policy(path), path).not.toContain('worker-src')
  const worker = await request.get('/page.js')
  expect(worker.headers()).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
  expect(worker.headers()['service-worker-allowed']).toBeUndefined()
  expect(await worker.text()).not.toMatch(/party|course|circle/i)
})

test('the section is usable with a screen reader', async ({ page }) => {
  await page.goto(`${course}/take`)
  expect(await axeFaults(page)).toEqual([])
})

/** All bytes of a folder's files that hold a word: their names. */
function filesWith(folder: string, word: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name)
    const isFile = statSync(path, { throwIfNoEntry: false })?.isFile()
    return isFile && readFileSync(path).includes(word)
  })
}

/** Ways to remove what is kept, with the site and without it, and what tells that it is done. */
const removals: Record<string, (page: Page, neutral: string) => Promise<void>> = {
  Wipe: async (page) => {
    await page.goto('/en/wipe')
    await page.getByRole('button', { name: 'Clear this site from this device' }).click()
    await expect(page.getByRole('heading', { name: /is cleared from this device/ })).toBeVisible()
  },
  'Wipe on a kept page, without a connection': async (page) => {
    await page.context().setOffline(true)
    await page.goto(chapters.branch)
    await page.getByRole('button', { name: 'Clear this site from this device' }).click()
    await expect(page.getByRole('alert')).toContainText('The server could not be reached')
  },
  'Leave on a kept page, without a connection': async (page) => {
    await page.context().setOffline(true)
    await page.goto(chapters.branch)
    await page.getByRole('link', { name: 'Leave' }).click()
    await expect(page).toHaveURL(/chromewebdata/)
  },
  'the button on the page': async (page) => {
    await page.getByRole('button', { name: 'Remove from this device' }).click()
    await expect(page.getByText('Everything that was kept is removed')).toBeVisible()
  },
}

for (const [way, remove] of Object.entries(removals))
  test(`P7: a browser’s profile folder holds no kept page after ${way}`, async ({
    site,
    neutral,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'profile-'))
    const { executablePath, args } = findWholeBrowser()
    const context = await chromium.launchPersistentContext(folder, {
      executablePath,
      args,
      baseURL: site.origin,
    })
    try {
      const page = await context.newPage()
      await keep(page, [/^Svenska/])
      expect(filesWith(folder, 'quorum').length).toBeGreaterThan(0)
      await remove(page, neutral.address)
      // Closed at once, as by somebody who hears steps: what is deleted later stays.
      await context.close()
      expect([...filesWith(folder, 'quorum'), ...filesWith(folder, 'Styrelsen')]).toEqual([])
    } finally {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })

test('P7: what a keeping left behind that was cut off is removed when the page is opened', async ({
  page,
}) => {
  await page.goto(`${course}/take`)
  await page.evaluate(async () => {
    const store = await caches.open('pages-12345678')
    await store.put('/en/courses/run-a-party', new Response('half of it'))
  })
  await page.reload()
  await expect(page.getByText('Nothing is kept on this device.')).toBeVisible()
  await expect.poll(() => held(page)).toEqual(nothing)
})

test('P6: who leaves while the course is being fetched has nothing of it kept', async ({
  page,
  context,
  neutral,
}) => {
  await page.goto(`${course}/take`)
  const asked = page.waitForRequest(/notes-pages/)
  await page.route('**/notes-pages.json', async (route) => {
    const response = await route.fetch()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.fulfill({ response }).catch(() => {})
  })
  // The neutral site takes its time: until it is there, the page's script still runs.
  await page.route(neutral.address, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 4000))
    await route.continue()
  })
  await page.getByRole('button', { name: 'Keep on this device' }).click()
  await asked
  await page.getByRole('link', { name: 'Leave' }).click({ noWaitAfter: true })
  await expect(page).toHaveURL(neutral.address)
  const other = await context.newPage()
  await other.goto('/en/safety')
  expect(await held(other)).toEqual(nothing)
})

test('P7: signing out removes what is kept though no worker runs', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context)
  await page.goto('/en/sign-out')
  await page.evaluate(async () => void (await caches.open('pages')))
  await page.locator('main button[type=submit]').click()
  await expect(page).toHaveURL('/en')
  expect(await held(page)).toEqual(nothing)
})
