import { posix } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Catalogue } from '../../app/courses/model/chapter.ts'
import { langAttribute } from '../../app/i18n/locale.ts'
import { makeFolder } from '../../app/packages/folder/folder.server.tsx'
import { goodCourse, realCourses } from '../broken-courses/course.ts'
import { bookOf, catalogueOf } from './books.ts'

async function made(catalogue: Catalogue, lang: string, chapters: string[] = []) {
  const zip = unzipSync(await makeFolder(bookOf(catalogue, lang, chapters)))
  return new Map(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

const withoutData = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, '')

/** Links of the pages that lead to no file of the folder, or to no id in it. */
function brokenLinks(files: Map<string, string>): string[] {
  const idsOf = new Map(
    [...files].map(([name, text]) => [
      name,
      new Set([...withoutData(text).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
    ]),
  )
  return [...files]
    .filter(([name]) => name.endsWith('.html'))
    .flatMap(([name, text]) =>
      [...withoutData(text).matchAll(/ (?:href|src)="(?!https?:)([^"]+)"/g)].flatMap(
        ([, link = '']) => {
          const [path = '', id] = link.split('#')
          const to = path === '' ? name : posix.join(posix.dirname(name), path)
          const isThere = files.has(to) && (id === undefined || idsOf.get(to)?.has(id))
          return isThere ? [] : [`${name}: ${link}`]
        },
      ),
    )
}

describe('a course as a folder of pages', () => {
  let tiny: Catalogue
  let manual: Map<string, string>
  beforeAll(async () => {
    tiny = await catalogueOf(goodCourse)
    manual = await made(await catalogueOf(realCourses), 'sv')
  })

  test('begins with its languages, and has a contents for each', async () => {
    const files = await made(tiny, 'en')
    const first = files.get('index.html') ?? ''
    expect([...first.matchAll(/href="(\w+)\/index\.html"/g)].map(([, lang]) => lang)).toEqual([
      'en',
      'sv',
    ])
    expect(first).toContain('<title>Notes &#60;&#38;&#62;</title>')
  })

  test('leads nowhere that is not in it, whichever chapters and language it is made of', async () => {
    expect(brokenLinks(await made(tiny, 'en'))).toEqual([])
    expect(brokenLinks(await made(tiny, 'sv', ['first']))).toEqual([])
    expect(brokenLinks(manual)).toEqual([])
  })

  test('has what is not translated once, in the language of the course', async () => {
    const files = await made(tiny, 'sv')
    const contents = files.get('sv/index.html') ?? ''
    for (const slug of ['first', 'second']) {
      const isTranslated = files.has(`sv/${slug}.html`)
      expect(contents).toContain(`href="${isTranslated ? '' : '../en/'}${slug}.html"`)
      expect(files.has(`en/${slug}.html`)).toBe(true)
    }
    expect(['first', 'second'].every((slug) => files.has(`sv/${slug}.html`))).toBe(false)
  })

  test('names each language as browsers know it', () => {
    for (const [lang, attribute] of [
      ['sv', 'sv'],
      ['sr', langAttribute('sr')],
    ])
      expect(manual.get(`${lang}/index.html`)).toContain(`<html lang="${attribute}"`)
    expect(langAttribute('sr')).not.toBe('sr')
  })

  test('holds the reason of every part for those without script, and each tool in full', async () => {
    const page = (await made(tiny, 'en')).get('en/first.html') ?? ''
    for (const reason of ['MAY', 'MAY-NOT', 'GUESTS']) expect(page).toContain(`REASON-${reason}: `)
    const tool = manual.get('en/tool_vote-goal.html') ?? ''
    expect(tool).toContain('tool-sheet')
    expect(tool).toContain('If you cannot keep anything on paper')
    expect(tool).not.toContain('<form')
  })

  test('loads nothing from elsewhere and may not', async () => {
    for (const [name, text] of await made(tiny, 'en')) {
      if (!name.endsWith('.html')) continue
      expect(text).toContain("default-src 'none'")
      expect(
        /<(?:script|link|img)[^>]+(?:src|href)="(?:https?:)?\/\//.exec(text)?.[0],
      ).toBeUndefined()
    }
  })

  test('is the same to the byte whenever it is made', async () => {
    const [one, other] = [
      await makeFolder(bookOf(tiny, 'en')),
      await makeFolder(bookOf(tiny, 'en')),
    ]
    expect(Buffer.compare(one, other)).toBe(0)
  })
})
