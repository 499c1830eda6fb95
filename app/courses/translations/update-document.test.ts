import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { goodCourse } from '../../../tests/broken-courses/course.ts'
import { loadCatalogue } from '../load/load-catalogue.server.ts'
import { languageStates, listWork } from './describe-translations.server.ts'
import { TranslationFiles } from './translation-files.server.ts'
import { acceptDocument, updateDocument } from './update-document.server.ts'

let folder = ''
let root = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cirkel-translations-'))
  cpSync(goodCourse.folder, folder, { recursive: true })
  root = join(folder, 'tiny')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = () => TranslationFiles.ofCourse(root)
const read = (file: string) => readFileSync(join(root, file), 'utf8')
function change(file: string, from: string, to: string) {
  expect(read(file)).toContain(from)
  writeFileSync(join(root, file), read(file).replace(from, to))
}
async function everyDocument(how: typeof acceptDocument, lang = 'sv') {
  const files = await open()
  for (const document of files.documents) await how(files, document, lang)
}
const swedish = async () => (await languageStates(await open())).find(({ lang }) => lang === 'sv')
const work = async () => (await listWork(await open(), 'sv', () => true)).join('\n')
const problems = async () => {
  const loaded = await loadCatalogue({ ...goodCourse, folder })
  return loaded.kind === 'broken' ? loaded.problems.map(({ message }) => message) : []
}

test('nothing is recorded of a translation until somebody says so; then all of it is current', async () => {
  expect(await swedish()).toMatchObject({ current: 0, stale: 0 })
  expect((await swedish())?.unrecorded).toBeGreaterThan(20)
  const before = read('01-first/sv.mdx')
  await everyDocument(acceptDocument)
  expect(await swedish()).toMatchObject({ stale: 0, unrecorded: 0, extra: 0 })
  // It follows the newest version now, and nothing else has changed.
  expect(read('01-first/sv.mdx')).toBe(before.replace('follows: 1', 'follows: 2'))
  expect(await problems()).toEqual([])
})

test('who changes a text in both languages at once says so, and no text of theirs is touched', async () => {
  await everyDocument(acceptDocument)
  const paragraphs = (file: string) =>
    read(file)
      .split('\n\n')
      .filter((one) => /^[A-Z]/.test(one))
  const [first = '', second = ''] = paragraphs('01-first/en.mdx')
  const [one = '', other = ''] = paragraphs('01-first/sv.mdx')
  change('01-first/en.mdx', first, `${second} So it is.`)
  change('01-first/sv.mdx', one, `${other} Så är det.`)
  const before = read('01-first/sv.mdx')
  await everyDocument(acceptDocument)
  expect(read('01-first/sv.mdx')).toBe(before)
  expect(await swedish()).toMatchObject({ stale: 0, unrecorded: 0 })
})

test('a translation that lacks a block of its source is not accepted', async () => {
  change('01-first/en.mdx', '\n## ', '\n## A new part {#new-part}\n\nIt is *new*.\n\n## ')
  const files = await open()
  const document = files.documents.find(({ name }) => name === '01-first')!
  expect(await acceptDocument(files, document, 'sv')).toEqual({
    kind: 'refused',
    id: 'new-part/heading',
  })
})

describe('when the source changes', () => {
  beforeEach(() => everyDocument(acceptDocument))

  test('the text that was changed is listed, with what it said, what it says and its translation', async () => {
    const paragraph = read('01-first/en.mdx')
      .split('\n\n')
      .find((one) => /^[A-Z]/.test(one))!
    change('01-first/en.mdx', paragraph, 'Now it says something else.')
    expect(await swedish()).toMatchObject({ stale: 1 })
    const list = await work()
    expect(list).toContain(': stale')
    expect(list).toContain(`was: ${paragraph.replace(/\s+/g, ' ')}`)
    expect(list).toContain('now: Now it says something else.')
  })

  test('a new section is put into the translation in the source’s words, and called missing', async () => {
    change('01-first/en.mdx', '\n## ', '\n## A new part {#new-part}\n\nIt is *new*.\n\n## ')
    expect(await problems()).toContain('The translation lacks the heading "new-part".')
    await everyDocument((files, document) => updateDocument(files, document, 'sv', new Map()))
    expect(read('01-first/sv.mdx')).toContain('## A new part {#new-part}\n\nIt is *new*.\n')
    expect(await problems()).toEqual([])
    expect(await swedish()).toMatchObject({ stale: 0, unrecorded: 0 })
    expect(await work()).toContain('new-part/heading: missing')

    const files = await open()
    const document = files.documents.find(({ name }) => name === '01-first')!
    const texts = new Map([
      ['new-part/heading', { text: 'En ny del', source: 'A new part' }],
      ['new-part/paragraph-1', { text: 'Den är *ny*.', source: 'It is *new*.' }],
    ])
    expect(await updateDocument(files, document, 'sv', texts)).toMatchObject({ missing: 0 })
    expect(read('01-first/sv.mdx')).toContain('## En ny del {#new-part}\n\nDen är *ny*.\n')
    expect(await work()).not.toContain('new-part')
  })

  test('a text that would read otherwise than it was meant is not written', async () => {
    const files = await open()
    const document = files.documents.find(({ name }) => name === '01-first')!
    const { blocks } = await files.compare(document, 'sv')
    const paragraph = blocks.find(({ id }) => id.includes('paragraph'))!
    const before = read('01-first/sv.mdx')
    for (const text of ['## A heading', '- An item', 'Two\n\nparagraphs', '<b>'])
      expect(
        await updateDocument(
          files,
          document,
          'sv',
          new Map([[paragraph.id, { text, source: paragraph.source }]]),
        ),
      ).toMatchObject({ kind: 'refused' })
    expect(read('01-first/sv.mdx')).toBe(before)
  })

  test('words that no translation was made from are forgotten', async () => {
    const texts = () => read('translations/en/01-first.json')
    const paragraph = read('01-first/en.mdx')
      .split('\n\n')
      .find((one) => /^[A-Z]/.test(one))!
    change('01-first/en.mdx', paragraph, 'Now it says something else.')
    expect(texts()).toContain(JSON.stringify(paragraph.replace(/\s+/g, ' ')))
    await everyDocument(acceptDocument)
    expect(texts()).not.toContain(JSON.stringify(paragraph.replace(/\s+/g, ' ')))
    expect(texts()).toContain('Now it says something else.')
  })
})
