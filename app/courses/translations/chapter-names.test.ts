import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { goodCourse } from '../../../tests/broken-courses/course.ts'
import { loadCatalogue } from '../load/load-catalogue.server.ts'
import { namesSource } from './chapter-names.ts'
import { languageStates, listWork } from './describe-translations.server.ts'
import { exportUnits, importUnits } from './exchange-files.server.ts'
import { TranslationFiles } from './translation-files.server.ts'
import { acceptDocument, updateDocument } from './update-document.server.ts'
import { yamlBlocks } from './yaml-blocks.ts'

let folder = ''
let root = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cirkel-names-'))
  cpSync(goodCourse.folder, folder, { recursive: true })
  root = join(folder, 'tiny')
  const files = await open()
  for (const document of files.documents) await acceptDocument(files, document, 'sv')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = () => TranslationFiles.ofCourse(root)
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const work = async (name: string) =>
  (await listWork(await open(), 'sv', (one) => one === name)).join('\n')
const names = async () => {
  const files = await open()
  return { files, document: files.documents.find(({ name }) => name === 'names')! }
}
const titleId = 'chapters/second/title'
const summaryId = 'chapters/second/summary'
const problems = async () => {
  const loaded = await loadCatalogue({ ...goodCourse, folder })
  return loaded.kind === 'broken' ? loaded.problems.map(({ message }) => message) : []
}

/** Translates texts, as a file that comes back from a translator does. */
async function translate(texts: Record<string, string>, wanted = 'names') {
  const exchange = await exportUnits(await open(), 'tiny', 'sv', (name) => name === wanted)
  for (const unit of exchange.units) unit.target = texts[unit.id] ?? unit.target
  return importUnits(await open(), exchange)
}
const both = { [titleId]: 'Det andra', [summaryId]: 'Ett kapitel: på ett språk.' }

test('of a chapter without a text in the language, its title and first sentence are to be translated', async () => {
  const { files, document } = await names()
  const ids = async (lang: string) =>
    (await files.sourceBlocks(document, lang)).map(({ id }) => id).filter((id) => /^chap/.test(id))
  expect(await ids('sv')).toEqual([titleId, summaryId])
  expect(await ids('ar')).toHaveLength(4)
  expect(await work('names')).toContain(`${titleId}: new\n    now: Second`)
  const source = '---\ntitle: "A: b"\nsummary: It has rules. And more.\n---\n'
  const yaml = namesSource('title: X', 'en', [{ folder: '07-rules', written: source }])
  expect(yamlBlocks(yaml).map(({ id, text }) => [id, text])).toEqual([
    ['title', 'X'],
    ['chapters/rules/title', 'A: b'],
    ['chapters/rules/summary', 'It has rules.'],
  ])
})

test('a name stands in the file once it is translated, and never in the source’s words', async () => {
  const before = read('sv.yaml')
  const { files, document } = await names()
  expect(await updateDocument(files, document, 'sv', new Map())).toEqual({ kind: 'unchanged' })
  expect(await acceptDocument(files, document, 'sv')).toEqual({ kind: 'unchanged' })
  expect(read('sv.yaml')).toBe(before)

  expect(await translate({ [titleId]: 'Det andra' })).toMatchObject({ taken: 1, conflicts: [] })
  expect(read('sv.yaml')).toBe(`${before}chapters:\n  second:\n    title: Det andra\n`)
  expect(await work('names')).toContain(`${summaryId}: new`)
  expect(await translate(both)).toMatchObject({ taken: 1, conflicts: [] })
  expect(read('sv.yaml')).toContain('    summary: "Ett kapitel: på ett språk."\n')
  expect(await work('names')).toBe('')
  expect(await translate(both)).toMatchObject({ taken: 0, conflicts: [] })
  expect(await problems()).toEqual([])
})

test('a name is stale when its chapter is called something else, and current again when somebody says so', async () => {
  await translate(both)
  const file = join(root, '02-second/en.mdx')
  writeFileSync(file, read('02-second/en.mdx').replace('title: Second', 'title: The second'))
  expect(await work('names')).toBe(
    `names (sv.yaml)\n  ${titleId}: stale\n    was: Second\n    now: The second\n    sv:  Det andra\n`,
  )
  const { files, document } = await names()
  await acceptDocument(files, document, 'sv')
  expect(await work('names')).toBe('')
  expect(read('sv.yaml')).toContain('title: Det andra')
})

test('a chapter that gets a text of its own takes its title along, and its name goes out', async () => {
  const before = read('sv.yaml')
  await translate(both)
  await translate(
    { 'paragraph-1': 'En inledning, med en väg [tillbaka](../first#meeting).' },
    '02-second',
  )
  expect(read('02-second/sv.mdx')).toContain('title: Det andra\n')
  expect(read('sv.yaml')).toBe(before)
  const sv = (await languageStates(await open())).find(({ lang }) => lang === 'sv')
  expect(sv).toMatchObject({ extra: 0, unrecorded: 0, stale: 0 })
})

test('who writes the chapter by hand is told by the check, and `fill` takes its name out', async () => {
  const before = read('sv.yaml')
  await translate(both)
  writeFileSync(
    join(root, '02-second/sv.mdx'),
    read('02-second/en.mdx').replace('version: 1', 'follows: 1\nstate: draft'),
  )
  expect((await problems()).join()).toContain('The chapter "second" has its own text')
  const { files, document } = await names()
  const result = await updateDocument(files, document, 'sv', new Map())
  expect(result.kind === 'written' && result.removed.map(({ id }) => id)).toEqual([
    titleId,
    summaryId,
  ])
  expect(read('sv.yaml')).toBe(before)
  expect((await problems()).join()).not.toContain('has its own text')
})
