import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { startServer, type TestServer } from './server.ts'
import { expect, test } from './site.ts'

const icon = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const iconFile = '.cache/tests/host-icon.png'

/** Where a site sends someone who leaves, from a path, with a browser in a language. */
async function leaving(
  { origin }: TestServer,
  path: string,
  browserLanguage: string,
): Promise<string | null> {
  const response = await fetch(origin + path, {
    redirect: 'manual',
    headers: { 'Accept-Language': browserLanguage },
  })
  expect(response.status).toBe(303)
  return response.headers.get('location')
}

test.describe('two sites with settings of their own', () => {
  let weather: TestServer
  let plain: TestServer
  test.describe.configure({ mode: 'serial' })

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are wanted from this pattern.
  test.beforeAll(async ({}, info) => {
    mkdirSync('.cache/tests', { recursive: true })
    writeFileSync(iconFile, icon)
    weather = await startServer(`host-weather-${info.workerIndex}`, {
      SITE_NAME: 'Weather',
      ICON: iconFile,
      SEARCH_ENGINES: 'true',
      LEAVE_TO: 'https://all.example/',
      LEAVE_TO_SV: 'https://sv.example/',
    })
    plain = await startServer(`host-plain-${info.workerIndex}`, { PSEUDO_RTL: '' })
  })
  test.afterAll(async () => {
    await weather?.stop()
    await plain?.stop()
  })

  test('P8: the tab and the bar bear the name that the host chose, and a neutral one where none was chosen', async ({
    browser,
  }) => {
    for (const [{ origin }, name] of [
      [weather, 'Weather'],
      [plain, 'Notes'],
    ] as const) {
      const page = await browser.newPage()
      await page.goto(`${origin}/en/safety`)
      await expect(page).toHaveTitle(`Reading safely · ${name}`)
      await expect(page.getByRole('navigation', { name: 'Main menu' })).toContainText(name)
      await page.goto(`${origin}/en`)
      expect(await page.title()).not.toMatch(/party|cirkel/i)
      await page.close()
    }
  })

  test('search engines are kept out of every page, unless the host lets them list those for everybody', async () => {
    const chapter = '/en/courses/run-a-party/the-branch'
    // Each twice: as it is made, and as it is sent again.
    const listed = async ({ origin }: TestServer, path: string) => {
      const [, { headers }] = [await fetch(origin + path), await fetch(origin + path)]
      return headers.get('x-robots-tag') === null
    }
    const forAll = ['/en', '/sv/courses/run-a-party', chapter, '/en/countries/ZW', '/en/safety']
    const others = ['/en/sign-in', '/en/search?q=x', `${chapter}?country=ZA`, '/en/nothing']
    for (const path of forAll)
      expect([path, await listed(plain, path), await listed(weather, path)]).toEqual([
        path,
        false,
        true,
      ])
    for (const path of [...others, '/en/search/suggestions.json', '/healthz'])
      expect([path, await listed(plain, path), await listed(weather, path)]).toEqual([
        path,
        false,
        false,
      ])
    const robotsOf = async ({ origin }: TestServer) => (await fetch(`${origin}/robots.txt`)).text()
    expect(await robotsOf(plain)).toBe('User-agent: *\nDisallow: /\n')
    expect(await robotsOf(weather)).toBe('User-agent: *\nDisallow: /leave\n')
  })

  test('each page for everybody says in a sentence what it is, and none that is private does', async () => {
    const descriptionOf = async (path: string) =>
      /<meta name="description" content="([^"]+)"/.exec(
        await (await fetch(plain.origin + path)).text(),
      )?.[1] ?? null
    const course = '/en/courses/run-a-party'
    const found = new Map<string, string | null>()
    for (const path of [
      '/en',
      '/en/safety',
      '/en/countries',
      '/en/countries/ZW',
      ...['', '/the-branch', '/guide', '/guide/the-branch', '/about', '/glossary', '/tools'].map(
        (part) => course + part,
      ),
      `${course}/tools/cash-book`,
      `${course}/question-banks`,
    ])
      found.set(path, await descriptionOf(path))
    expect([...found].filter(([, description]) => !description)).toEqual([])
    expect(found.get(`${course}/the-branch`)).toBe(
      'The branch is where a party meets people, trains members and is held to account.',
    )
    for (const path of ['/en/sign-in', '/en/search?q=x'])
      expect(await descriptionOf(path)).toBeNull()
  })

  test('P8: the icon is the one that the host chose, on error pages too, and the other is not there', async () => {
    for (const [{ origin }, address, type, charset, bytes, other] of [
      [weather, '/icon.png', 'image/png', '', icon, '/icon.svg'],
      [
        plain,
        '/icon.svg',
        'image/svg+xml',
        '; charset=utf-8',
        readFileSync('public/icon.svg'),
        '/icon.png',
      ],
    ] as const) {
      for (const path of ['/en', '/en/no-such-page', '/no-such-page'])
        expect(await (await fetch(origin + path)).text(), path).toContain(
          `<link rel="icon" href="${address}" type="${type}"/>`,
        )
      const response = await fetch(origin + address)
      expect(response.headers.get('content-type')).toBe(type + charset)
      expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
      for (const path of [
        other,
        '/icon%2esvg',
        '/icon%2Epng',
        '/Icon.svg',
        '/icon.svg/',
        '/public/icon.svg',
      ])
        expect((await fetch(origin + path)).status, path).toBe(404)
    }
  })

  test('P6: the Leave button goes by the language of the page, and a typed /leave by that of the browser', async () => {
    for (const [language, there] of [
      ['sv', 'https://sv.example/'],
      ['en', 'https://all.example/'],
    ] as const) {
      const page = await (await fetch(`${weather.origin}/${language}/safety`)).text()
      const link = /href="(\/leave[^"]*)"/.exec(page)?.[1] as string
      expect(link).toBe(`/leave?in=${language}`)
      expect(await leaving(weather, link, language === 'sv' ? 'en' : 'sv')).toBe(there)
      expect(await leaving(weather, '/leave', `${language}-FI, fr;q=0.5`)).toBe(there)
      expect(await leaving(weather, '/leave?in=none', language)).toBe(there)
      expect(await leaving(plain, link, language)).toBe('https://www.wikipedia.org/')
    }
  })
})

test('a bad setting stops the start with a sentence that names it', () => {
  const start = (settings: Record<string, string>) => {
    try {
      execFileSync(process.execPath, ['scripts/serve.mjs'], {
        env: { ...process.env, PORT: '0', ...settings },
        stdio: 'pipe',
        timeout: 20_000,
      })
    } catch (error) {
      return String((error as { stderr: Buffer }).stderr).trim()
    }
  }
  expect(start({ ICON: 'none.svg', LEAVE_TO_SV: 'nowhere' })).toBe(
    'ICON must be a file that can be read.\nLEAVE_TO_SV must be an address that begins with http:// or https://.',
  )
  expect(start({ PROOF_KEY: 'package.json' })).toBe(
    'PROOF_KEY, the file package.json, must hold an Ed25519 private key. Put your backup of it in its place.',
  )
  expect(start({ LEAVE_TO_SE: 'https://sv.example/' })).toMatch(
    /^LEAVE_TO_SE must name a language of the site: LEAVE_TO_EN, LEAVE_TO_SV/,
  )
})
