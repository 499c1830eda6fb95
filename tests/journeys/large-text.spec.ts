import type { BrowserContext } from '@playwright/test'
import { chapters, circlePagesOf, expect, guestPages, learnerPages, test } from './site.ts'

test.use({ viewport: { width: 360, height: 740 }, complaints: /404/ })

const pages = [
  ...guestPages,
  chapters.first,
  ...[chapters.branch, '/en'].map((path) => path.replace('/en', '/sv')),
  '/en-XB',
]

/** The pages that are wider than the screen, with what sticks out of them. */
async function tooWide(context: BrowserContext, paths: string[]): Promise<string[]> {
  const page = await context.newPage()
  const wide: string[] = []
  for (const path of paths) {
    await page.goto(path)
    const found = await page.evaluate((style) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(style)
      document.adoptedStyleSheets = [sheet]
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth <= clientWidth) return null
      const out = [...document.querySelectorAll('body *')].filter((one) => {
        const { left, right } = one.getBoundingClientRect()
        return right > clientWidth + 1 || left < -1
      })
      return `${scrollWidth - clientWidth} px: ${out
        .slice(0, 6)
        .map((one) => `${one.tagName} ${one.outerHTML.slice(0, 90)}`)
        .join(' ')}`
    }, 'html { font-size: 200% !important }')
    if (found) wide.push(`${path}: ${found}`)
  }
  await page.close()
  return wide
}

test('text of twice the size needs no scrolling sideways on a small phone, for guests', async ({
  context,
}) => {
  expect(await tooWide(context, pages)).toEqual([])
})

test('nor for learners and in circles', async ({ context, signIn }) => {
  await signIn(context)
  expect(await tooWide(context, [...learnerPages, ...(await circlePagesOf(context))])).toEqual([])
})
