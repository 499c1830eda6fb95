import { beforeAll, describe, expect, test } from 'vitest'
import type { Catalogue } from '../../app/courses/model/chapter.ts'
import { languages } from '../../app/i18n/languages.ts'
import type { Book } from '../../app/packages/book.ts'
import { makeOneFile } from '../../app/packages/html/one-file.server.tsx'
import { goodCourse, realCourses } from '../broken-courses/course.ts'
import { bookOf, catalogueOf } from './books.ts'
import { danglingLinks } from './dangling-links.ts'

// Whole files would drown what a failure says.
const holds = (html: string, words: string) => expect(html.includes(words), words).toBe(true)
const made = async (book: Book) => new TextDecoder().decode(await makeOneFile(book))

describe('a course as one HTML file', () => {
  let tiny: Catalogue
  beforeAll(async () => {
    tiny = await catalogueOf(goodCourse)
  })

  test('holds each question with its key, and the reason of every part', async () => {
    const html = await made(bookOf(tiny, 'en'))
    for (const reason of ['MAY', 'MAY-NOT', 'GUESTS', 'TRUE', 'VOTE', 'TREASURER'])
      holds(html, `REASON-${reason}: `)
    holds(html, '<a href="#first.key.alone">Answer and reasons</a>')
    holds(html, 'May she decide?')
  })

  test('is called as the site is, and names its subject in no tab', async () => {
    const html = await made(bookOf(tiny, 'en'))
    holds(html, '<title>Notes &#60;&#38;&#62;</title>')
    expect(html.match(/<title>/g)).toHaveLength(1)
  })

  test('loads nothing and may load nothing', async () => {
    const html = await made(bookOf(tiny, 'en'))
    expect(/ src=|@import|url\(|<link/.exec(html)?.[0]).toBeUndefined()
    holds(html, `content="default-src 'none'; style-src 'sha256-`)
  })

  test('leads nowhere that is not in it, whichever chapters it holds', async () => {
    expect(danglingLinks(await made(bookOf(tiny, 'en')))).toEqual([])
    expect(danglingLinks(await made(bookOf(tiny, 'sv')))).toEqual([])
    const one = await made(bookOf(tiny, 'en', ['first']))
    expect(danglingLinks(one)).toEqual([])
    holds(one, 'More stands in the next chapter.')
  })

  test('runs from right to left where its language does', async () => {
    holds(await made(bookOf(tiny, 'en-XB')), '<html lang="en-XB" dir="rtl">')
  })

  test('says of a chapter that is not translated in which language it stands', async () => {
    const html = await made(bookOf(tiny, 'sv'))
    holds(html, 'id="second" lang="en" dir="ltr"')
    holds(html, 'Språk som visas: engelska')
  })
})

describe('the manual as one HTML file', () => {
  let manual: Catalogue
  beforeAll(async () => {
    manual = await catalogueOf(realCourses)
  })
  // A letter of Burmese is three bytes of UTF-8, one of Arabic or Russian two.
  const megabytes = (script: string) => (script === 'Latn' ? 1.5 : 2)
  test.each(
    languages,
  )('in $name weighs 1.5 MB at most, or 2 in another script, and leads nowhere else', async ({
    tag,
    script,
  }) => {
    const html = await made(bookOf(manual, tag))
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(megabytes(script) * 1024 * 1024)
    expect(danglingLinks(html)).toEqual([])
  })
})
