import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, joinCircle, makeCircle, test } from './site.ts'

/** Downloads the papers as the page offers them; says what is in the file, and where it lies. */
async function download(page: Page, link: string): Promise<{ html: string; path: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ])
  expect(file.suggestedFilename()).toBe('notes.html')
  const path = await file.path()
  return { html: readFileSync(path, 'utf8'), path }
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 640 } })

    test('P11: a leader has all of the papers, a participant nothing that leads or answers', async ({
      page,
      context,
      browser,
      site,
      signIn,
    }) => {
      await signIn(context)
      const circle = await makeCircle(context)
      await page.goto(circle)
      await page.getByRole('link', { name: 'Papers to print' }).click()
      await expect(page.getByText('What stays on the device: the file')).toBeVisible()
      const without = await download(page, 'Download without names')
      const withNames = await download(page, 'Download with names')
      for (const words of ['Round table', '>Ada<']) {
        expect(without.html).not.toContain(words)
        expect(withNames.html).toContain(words)
      }
      for (const words of [
        'Programme for meeting 1',
        'What can go wrong',
        '/en/join/',
        'key-entry',
      ])
        expect([words, without.html.includes(words)]).toEqual([words, true])
      expect(without.html).not.toMatch(/<script|<link|<img|url\((?!#)/)

      const code = /\/en\/join\/([^<"]+)/.exec(without.html)?.[1] ?? ''
      const other = await browser.newContext({ javaScriptEnabled })
      const pseudonym = (await signIn(other)).pseudonym
      const member = await joinCircle(other, { origin: site.origin, code, name: 'Binta' })
      await member.goto(`${site.origin}${circle}/pack`)
      await expect(member.getByText('If you lead a meeting')).toBeVisible()
      const theirs = await download(member, 'Download with names')
      expect(theirs.html).toContain('For participants')
      for (const words of [
        'What can go wrong',
        '/join/',
        'key-entry',
        'class="signatures"',
        pseudonym,
      ])
        expect([words, theirs.html.includes(words)]).toEqual([words, false])
      await other.close()

      const guest = await page.request.fetch(`${site.origin}${circle}/pack.html`, {
        headers: { Cookie: 's=nobody' },
        maxRedirects: 0,
      })
      expect(guest.headers().location).toContain('/en/sign-in')
      const own = await page.request.get(`${circle}/pack.html`)
      expect(own.headers()['cache-control']).toBe('no-store')
    })
  })

test.describe('the file, opened from the device without a connection', () => {
  test.use({ viewport: { width: 360, height: 640 } })
  test('is whole on a narrow screen, has its style, and each part begins a sheet of paper', async ({
    page,
    context,
    browser,
    signIn,
  }) => {
    await signIn(context)
    await page.goto(`${await makeCircle(context)}/pack`)
    const { path } = await download(page, 'Download without names')
    const reader = await browser.newContext({
      offline: true,
      viewport: { width: 360, height: 640 },
    })
    const faults: string[] = []
    const sheet = await reader.newPage()
    sheet.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    sheet.on(
      'request',
      (request) => !request.url().startsWith('file:') && faults.push(request.url()),
    )
    const copy = `${path}.html`
    copyFileSync(path, copy)
    await sheet.goto(pathToFileURL(copy).href)
    expect(await sheet.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await sheet.emulateMedia({ media: 'print' })
    const breaks = await sheet
      .locator('.pack-sheet')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).breakBefore))
    expect(breaks.length).toBeGreaterThan(20)
    expect(new Set(breaks)).toEqual(new Set(['page']))
    await expect(sheet.locator('.asked .on-paper').first()).toBeVisible()
    expect(faults).toEqual([])
    await reader.close()
    rmSync(copy)
  })
})
