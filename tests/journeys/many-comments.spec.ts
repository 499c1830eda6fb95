import { brotliCompressSync } from 'node:zlib'
import { createClient } from '@libsql/client'
import { startServer } from './server.ts'
import { chapters, expect, test } from './site.ts'

test('hundreds of comments do not make a chapter heavy; the rest are read page by page, or one country at a time', async ({
  browser,
}) => {
  const server = await startServer('many-comments')
  await server.stop()
  const client = createClient({ url: `file:./${server.databaseFile}` })
  const words = Array.from({ length: 200 }, (_, i) => `အဖွဲ့ခွဲ${i}`).join(' ')
  const rows = JSON.stringify(
    Array.from({ length: 400 }, (_, i) => ({
      country: i % 40 === 0 ? 'MM' : 'ZW',
      text: `${i} ${words} ${i * 7919}`,
    })),
  )
  await client.execute({
    sql: `INSERT INTO Comment (course, chapter, country, language, text, isSigned, state, sentOn, decidedOn)
      SELECT 'run-a-party', 'the-branch', value ->> 'country', 'my', value ->> 'text', 0, 'published', '2026-11', '2026-11' FROM json_each(?)`,
    args: [rows],
  })
  client.close()
  await server.start()
  const html = await (await fetch(server.origin + chapters.branch)).text()
  const size = brotliCompressSync(html).length
  console.log(`A chapter with 400 comments: ${size} bytes`)
  expect(size).toBeLessThanOrEqual(24 * 1024)
  const page = await browser.newPage({ baseURL: server.origin })
  await page.goto(chapters.branch)
  await page.getByRole('link', { name: 'Read all comments from readers (400)' }).click()
  await expect(page.getByText('Page 1 of 20')).toBeVisible()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByText('Page 2 of 20')).toBeVisible()
  await page.getByRole('link', { name: 'Myanmar (Burma) (10)' }).click()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(10)
  const last = page.getByRole('article', { name: 'Myanmar (Burma): from a reader' }).last()
  const shown = (await last.innerText()).slice(0, 60)
  await last.getByRole('link', { name: 'Link to this comment' }).click()
  await expect(page).toHaveURL(/\/comments\?comment=(reader-[0-9a-z]+)#\1$/)
  await expect(page.locator('li:target')).toContainText(shown.split('\n').pop()!)
  await expect(page.locator('li:target')).toBeInViewport()
  for (const wrong of [
    '?comment=reader-0000000',
    '?page=21',
    '?page=0',
    '?page=x',
    '?country=SE',
    '?country=%3Cb%3E',
  ])
    expect((await fetch(`${server.origin}${chapters.branch}/comments${wrong}`)).status, wrong).toBe(
      404,
    )
  await server.stop()
})
