import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from './site.ts'

test.describe('a guest takes the course along', () => {
  test.use({ javaScriptEnabled: false })

  test('after reading what each file leaves on the device, without script', async ({ page }) => {
    await page.goto('/en/courses/run-a-party')
    await page.getByRole('link', { name: 'Download the course' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Download the course' })).toBeVisible()
    await expect(page.getByText('Anyone who searches the device can find them.')).toBeVisible()
    await expect(page.getByText('What stays on the device: the file')).toHaveCount(7)
    // The first who asks has the files made, which takes a while on a busy machine.
    await expect(async () => {
      const again = page.getByRole('link', { name: /^Check if it is ready/ }).first()
      if ((await again.count()) > 0) await again.click()
      await expect(page.getByRole('link', { name: /^Download \(/ })).toHaveCount(4, {
        timeout: 2000,
      })
    }).toPass({ timeout: 280_000 })

    const link = page.getByRole('link', { name: /^Download \(1[.]\d MB\): One file/ })
    const [html] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(html.suggestedFilename()).toBe('notes.html')
    expect(readFileSync(await html.path(), 'utf8')).toMatch(/^<!doctype html>[\s\S]+<\/html>\s$/)

    const bare = page.getByRole('link', { name: /without pictures/ })
    const [epub] = await Promise.all([page.waitForEvent('download'), bare.click()])
    const files = unzipSync(readFileSync(await epub.path()))
    expect(strFromU8(files.mimetype!)).toBe('application/epub+zip')
    expect(Object.keys(files)).toContain('book/the-branch.xhtml')
  })

  test('has a rarer form made by asking for it, and only then', async ({ page }) => {
    await page.goto('/en/courses/run-a-party/take')
    const folder = page.getByRole('region', { name: 'Folder for a memory stick' })
    const other = page.getByRole('region', { name: 'SCORM 1.2' })
    await folder.getByRole('link', { name: /^Prepare this file/ }).click()
    await expect(folder.getByText('This file is being made now.')).toBeVisible()
    await expect(other.getByRole('link', { name: /^Prepare this file/ })).toBeVisible()
    await expect(async () => {
      const again = folder.getByRole('link', { name: /^Check if it is ready/ })
      if ((await again.count()) > 0) await again.click()
      await expect(folder.getByRole('link', { name: /^Download \(/ })).toBeVisible({
        timeout: 2000,
      })
    }).toPass({ timeout: 280_000 })
    const [zip] = await Promise.all([
      page.waitForEvent('download'),
      folder.getByRole('link', { name: /^Download \(/ }).click(),
    ])
    expect(zip.suggestedFilename()).toBe('notes-folder.zip')
    const names = Object.keys(unzipSync(readFileSync(await zip.path())))
    expect(names).toEqual(expect.arrayContaining(['index.html', 'en/the-branch.html']))
  })

  test('and finds the page as it is each time, signed in too', async ({ context, signIn }) => {
    await signIn(context)
    const page = await context.request.get('/en/courses/run-a-party/take')
    expect([page.status(), page.headers()['cache-control']]).toEqual([200, 'no-store'])
  })
})
