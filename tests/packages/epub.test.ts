import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { promisify } from 'node:util'
import { XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Catalogue } from '../../app/courses/model/chapter.ts'
import { makeEpub } from '../../app/packages/epub/epub.server.tsx'
import { goodCourse, realCourses } from '../broken-courses/course.ts'
import { bookOf, catalogueOf } from './books.ts'

const checker = ['/usr/bin/epubcheck', '/usr/share/java/epubcheck.jar'].find((path) =>
  existsSync(path),
)

/** The text files of an EPUB by their names. */
function filesOf(epub: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(epub)).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** Links of an EPUB's files that lead to no file or id in it. */
function danglingIn(files: Map<string, string>): string[] {
  const ids = (text: string) => new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  const pages = [...files].filter(([name]) => name.endsWith('.xhtml'))
  return pages.flatMap(([name, text]) =>
    [...text.matchAll(/ (?:href|src)="(?!https?:)([^"]+)"/g)].flatMap(([, link = '']) => {
      const [path = '', id] = link.split('#')
      const target = path === '' ? name : posix.join(posix.dirname(name), path)
      const found = files.get(target)
      const isThere = found !== undefined && (id === undefined || ids(found).has(id))
      return isThere ? [] : [`${name}: ${link}`]
    }),
  )
}

describe('a course as an EPUB', () => {
  let tiny: Catalogue
  beforeAll(async () => {
    tiny = await catalogueOf(goodCourse)
  })
  const made = async (lang: string, withPictures = true) =>
    filesOf(await makeEpub(bookOf(tiny, lang), { withPictures }))
  const holds = (text: string | undefined, words: string) =>
    expect(text?.includes(words), words).toBe(true)

  test('begins with its type, unpacked, as readers look for it', async () => {
    const epub = await makeEpub(bookOf(tiny, 'en'), { withPictures: true })
    expect(strFromU8(epub.slice(30, 58))).toBe('mimetypeapplication/epub+zip')
  })

  test.each(['en', 'sv', 'en-XB'])('in %s is well-formed and leads nowhere else', async (lang) => {
    const files = await made(lang)
    for (const [name, text] of files)
      if (/\.(xhtml|opf|xml|svg)$/.test(name))
        expect([name, XMLValidator.validate(text)]).toEqual([name, true])
    expect(danglingIn(files)).toEqual([])
  })

  test('has the key of each self-check at the end of its chapter', async () => {
    const chapter = (await made('en')).get('book/first.xhtml')
    holds(chapter, '<a href="first.xhtml#first.key.alone">Answer and reasons</a>')
    holds(chapter, 'REASON-MAY: she is not the branch.')
  })

  test('describes each picture, and stands without pictures where none are wanted', async () => {
    const chapter = (await made('en')).get('book/first.xhtml')
    holds(chapter, '<img src="pictures/first-door.svg" alt="A person stands outside a door."/>')
    const bare = await made('en', false)
    expect([...bare.keys()].filter((name) => name.includes('pictures'))).toEqual([])
    holds(bare.get('book/first.xhtml'), '<p>Picture: A person stands outside a door.</p>')
  })

  test('turns its pages, and its pictures but not their words, from right to left', async () => {
    const files = await made('en-XB')
    holds(files.get('book/book.opf'), '<spine page-progression-direction="rtl">')
    holds(files.get('book/first.xhtml'), 'dir="rtl"')
  })

  test('is the same to the byte whenever it is made', async () => {
    const [one, other] = [
      await makeEpub(bookOf(tiny, 'sv'), { withPictures: true }),
      await makeEpub(bookOf(tiny, 'sv'), { withPictures: true }),
    ]
    expect(Buffer.compare(one, other)).toBe(0)
  })

  describe.runIf(checker)('has no error and no warning for epubcheck', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cirkel-epub-'))
    afterAll(() => rmSync(folder, { recursive: true }))

    test.each([
      ['en', true],
      ['sv', false],
      ['en-XB', true],
    ])('in %s, with pictures: %s', async (lang, withPictures) => {
      const file = join(folder, `${lang}.epub`)
      const book = bookOf(await catalogueOf(realCourses), lang)
      writeFileSync(file, await makeEpub(book, { withPictures }))
      // With a fault it ends with 1, and says which all the same.
      const { stdout, stderr } = await promisify(execFile)('java', [
        '-jar',
        checker ?? '',
        file,
      ]).catch((error) => error as { stdout: string; stderr: string })
      expect(stderr + stdout).toContain('Messages: 0 fatals / 0 errors / 0 warnings')
    })
  })
})
