import { beforeAll, describe, expect, test } from 'vitest'
import type { Catalogue } from '../../app/courses/model/chapter.ts'
import { bookPages } from '../../app/packages/pdf/book-pages.server.tsx'
import { pagesOf } from '../../app/packages/pdf/pages-of.ts'
import { makePdf, NoBrowser } from '../../app/packages/pdf/pdf.server.ts'
import { findBrowser } from '../../scripts/browser.mjs'
import { goodCourse } from '../broken-courses/course.ts'
import { bookOf, catalogueOf } from './books.ts'
import { danglingLinks } from './dangling-links.ts'

const { executablePath, args } = findBrowser()
const browser = executablePath ? { path: executablePath, args } : null

describe('a course as a PDF', () => {
  let tiny: Catalogue
  beforeAll(async () => {
    tiny = await catalogueOf(goodCourse)
  })
  const pages = (lang: string, chapters: string[] = []) =>
    bookPages(bookOf(tiny, lang, chapters), {
      paper: 'A4',
      style: '',
      pageOf: (id) => ({ first: 7, second: 12, 'second.in-case': 14 })[id] ?? null,
    })

  test('has the pages of its chapters in the contents, and those of comments in the countries', () => {
    const html = pages('en')
    expect(html).toMatch(/1\. First<\/span> <span class="page-number">7</)
    expect(html).toMatch(/2\. Second<\/span> <span class="page-number">12</)
    expect(html).toMatch(/href="#second\.in-case">[^<]+ <span class="page-number">14</)
  })

  test('has the name of the chapter at the head of its pages, whatever signs are in it', () => {
    expect(pages('en')).toContain('@page c1{@top-center{content:"1. First"}}.on-c1{page:c1}')
  })

  test.each(['en', 'sv', 'en-XB'])('in %s leads nowhere that is not in it', (lang) => {
    expect(danglingLinks(pages(lang))).toEqual([])
    expect(danglingLinks(pages(lang, ['second']))).toEqual([])
  })

  test('says so where nothing can print it', async () => {
    const made = makePdf(bookOf(tiny, 'en'), { paper: 'A4', browser: null })
    await expect(made).rejects.toBeInstanceOf(NoBrowser)
  })

  test.runIf(browser)(
    'is tagged, in its language, without the day on which it was made',
    async () => {
      const pdf = await makePdf(bookOf(tiny, 'sv'), { paper: 'A5', browser })
      const text = Buffer.from(pdf).toString('latin1')
      expect(text).toMatch(/^%PDF-/)
      expect(text).toContain('/Marked true')
      expect(text).toContain('/Lang (sv)')
      expect(text).toContain('/Type /Outlines')
      expect(text).toMatch(/\/CreationDate \(D:\d{6}01000000/)
      // A5 in points, with what a browser rounds.
      expect(text).toMatch(/\/MediaBox \[0 0 4(?:19|20)[.\d]* 59[4-6]/)
      const found = pagesOf(pdf)
      const [first = 0, second = 0] = [found.get('first'), found.get('second')]
      expect(first).toBeGreaterThan(1)
      expect(second).toBeGreaterThan(first)
    },
  )
})
