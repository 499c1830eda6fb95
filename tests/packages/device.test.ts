import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Catalogue } from '../../app/courses/model/chapter.ts'
import { makeDevicePages } from '../../app/packages/device/device-pages.server.tsx'
import { type KeptPages, places } from '../../app/packages/device/kept-pages.ts'
import { goodCourse, realCourses } from '../broken-courses/course.ts'
import { bookOf, catalogueOf } from './books.ts'

async function made(catalogue: Catalogue, lang: string): Promise<KeptPages> {
  return JSON.parse(new TextDecoder().decode(await makeDevicePages(bookOf(catalogue, lang))))
}

const withoutData = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, '')

/** Links of the kept pages that lead to no kept page, or to no id in it. */
function brokenLinks({ pages }: KeptPages, lang: string): string[] {
  const idsOf = new Map(
    pages.map(({ path, html }) => [
      path,
      new Set([...withoutData(html).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
    ]),
  )
  return pages.flatMap(({ path, html }) =>
    [...withoutData(html).matchAll(/ href="(?!https?:)([^"]+)"/g)].flatMap(([, link = '']) => {
      const [to = '', id] = link.split('#')
      // Other languages are shown once they are kept too; Leave is the worker's.
      if (to.startsWith('/leave') || (to !== '' && !to.startsWith(`/${lang}/`))) return []
      const ids = idsOf.get(to === '' ? path : to)
      return ids && (id === undefined || ids.has(id)) ? [] : [`${path}: ${link}`]
    }),
  )
}

describe('the pages that a browser may keep', () => {
  let tiny: Catalogue
  let manual: KeptPages
  beforeAll(async () => {
    tiny = await catalogueOf(goodCourse)
    manual = await made(await catalogueOf(realCourses), 'sv')
  })

  test('lead nowhere that is not kept, the translated ones too', async () => {
    expect(brokenLinks(manual, 'sv')).toEqual([])
    for (const lang of ['en', 'sv']) expect(brokenLinks(await made(tiny, lang), lang)).toEqual([])
    expect(manual.pages.length).toBeGreaterThan(100)
  })

  test('are one whole language: what is not translated stands in it too, and says so', async () => {
    const { pages } = await made(tiny, 'sv')
    const slugs = pages.flatMap(({ chapter, path }) =>
      path.includes('/tools/') || !chapter ? [] : chapter,
    )
    expect(slugs).toEqual(['first', 'second'])
    expect(pages.some(({ html }) => html.includes('lang="en" dir="ltr"'))).toBe(true)
  })

  test('each have one place for the style, the script and the day, and the ways to leave and wipe', () => {
    for (const { path, html } of manual.pages) {
      for (const place of Object.values(places))
        expect([path, html.split(place).length]).toEqual([path, 2])
      expect(html).toContain('href="/leave?in=sv"')
      expect(html).toMatch(/<form method="post" action="\/sv\/wipe" data-wipe="/)
    }
  })

  test('may run their own script and style alone, by their hashes, as strictly as the site', () => {
    const { style, script, headers } = manual.frame
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    expect(headers['Content-Security-Policy']).toBe(
      `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; ` +
        "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; " +
        "base-uri 'none'; frame-ancestors 'none'",
    )
    expect(headers['Cache-Control']).toBe('no-store')
    expect(headers['Referrer-Policy']).toBe('no-referrer')
    expect(script).not.toContain('</script')
    for (const { html } of manual.pages)
      expect(html).not.toMatch(/<script[^>]*src=|<link|<img|\sstyle="|\son\w+="/)
  })

  test('are the same to the byte whenever they are made', async () => {
    const [one, other] = [
      await makeDevicePages(bookOf(tiny, 'en')),
      await makeDevicePages(bookOf(tiny, 'en')),
    ]
    expect(Buffer.compare(one, other)).toBe(0)
  })
})
