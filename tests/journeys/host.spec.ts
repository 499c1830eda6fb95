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
