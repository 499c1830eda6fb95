import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { makeEpub } from '../../app/packages/epub/epub.server.tsx'
import { makeFolder } from '../../app/packages/folder/folder.server.tsx'
import { makeOneFile } from '../../app/packages/html/one-file.server.tsx'
import { bookPages } from '../../app/packages/pdf/book-pages.server.tsx'
import { makeScorm } from '../../app/packages/scorm/scorm.server.tsx'
import { goodCourse } from '../broken-courses/course.ts'
import { bookOf, catalogueOf } from './books.ts'

const plain = bookOf(await catalogueOf(goodCourse), 'sv')
const words = plain.course.texts.get('sv')!
const chapters = new Map([['second', { title: 'Det andra', summary: 'På ett språk.' }]])
const texts = new Map(plain.course.texts).set('sv', { ...words, chapters })
const named = { ...plain, course: { ...plain.course, texts } }

function inZip(zip: Uint8Array, name: string): string {
  const [, bytes] = Object.entries(unzipSync(zip)).find(([path]) => path.endsWith(name)) ?? []
  if (!bytes) throw new Error(`${name} is not in the package.`)
  return strFromU8(bytes)
}

/** The contents of each form of package. */
const contents = {
  'an EPUB': async (book: typeof plain) =>
    inZip(await makeEpub(book, { withPictures: false }), 'nav.xhtml'),
  'a folder': async (book: typeof plain) => inZip(await makeFolder(book), 'sv/index.html'),
  'a page': async (book: typeof plain) => new TextDecoder().decode(await makeOneFile(book)),
  'a PDF': async (book: typeof plain) =>
    bookPages(book, { paper: 'A4', style: '', pageOf: () => null }),
}

test.each(
  Object.entries(contents),
)('the contents of %s name a chapter that is not translated in the book’s language, and say what it is read in', async (_, made) => {
  const translated = (await made(named)).replace(/<h1[^>]*>[^<]*<\/h1>/g, '')
  expect(translated).toMatch(/2\. Det andra<span class="quiet"> · Språk: engelska<\/span>/)
  expect(translated).not.toMatch(/2\. Second(?!")/)
  expect(translated).not.toContain('>1. Först<span')
  expect(await made(plain)).toMatch(
    /<span lang="en" dir="ltr">2\. Second<\/span><span class="quiet"> · Språk: engelska<\/span>/,
  )
})

test('the activities of a SCORM package do too', async () => {
  const manifest = inZip(await makeScorm(named, '2004'), 'imsmanifest.xml')
  expect(manifest).toContain('<title>2. Det andra · Språk: engelska</title>')
  expect(manifest).not.toContain('Second')
})
