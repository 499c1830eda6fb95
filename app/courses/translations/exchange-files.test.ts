import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { goodCourse } from '../../../tests/broken-courses/course.ts'
import { loadCatalogue } from '../load/load-catalogue.server.ts'
import type { Exchange, ExchangeUnit } from './exchange.ts'
import { describeImport, exportUnits, importUnits } from './exchange-files.server.ts'
import { exchangeForms } from './exchange-forms.ts'
import { TranslationFiles } from './translation-files.server.ts'
import { acceptDocument } from './update-document.server.ts'

let folder = ''
let root = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cirkel-exchange-'))
  cpSync(goodCourse.folder, folder, { recursive: true })
  root = join(folder, 'tiny')
  const files = await open()
  for (const document of files.documents) await acceptDocument(files, document, 'sv')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = () => TranslationFiles.ofCourse(root)
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const exported = async (lang = 'sv') => exportUnits(await open(), 'tiny', lang, () => true)
const imported = async (exchange: Exchange) => importUnits(await open(), exchange)
/** The paragraph of the first chapter that a test works on. */
const isParagraph = ({ document, id }: ExchangeUnit) =>
  document === '01-first' && id === 'paragraph-1'
const withTarget = (exchange: Exchange, target: string, more: Partial<ExchangeUnit> = {}) => ({
  ...exchange,
  units: exchange.units.map((unit) => (isParagraph(unit) ? { ...unit, target, ...more } : unit)),
})
const paragraphOf = ({ units }: Exchange) => units.find(isParagraph) as ExchangeUnit
function change(file: string, from: string, to: string) {
  expect(read(file)).toContain(from)
  writeFileSync(join(root, file), read(file).replace(from, to))
}

test.each(
  exchangeForms.map((form) => [form.name, form] as const),
)('what goes out as %s and comes back untouched changes nothing', async (_, form) => {
  const before = [read('01-first/sv.mdx'), read('translations/sv.json')]
  const content = await form.write(await exported())
  const back = form.read(typeof content === 'string' ? new TextEncoder().encode(content) : content)
  expect(await imported(back)).toEqual({ taken: 0, older: 0, unsure: 0, conflicts: [] })
  expect([read('01-first/sv.mdx'), read('translations/sv.json')]).toEqual(before)
})

test.each(
  exchangeForms.map((form) => [form.name, form] as const),
)('what a translator writes into %s is what stands in the files afterwards', async (_, form) => {
  const word = fc.stringMatching(/^[\p{L}]{1,9}$/u)
  const edits = fc.uniqueArray(fc.tuple(fc.nat(), word), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(edits, async (all) => {
      const exchange = await exported()
      const plain = exchange.units.filter(
        ({ document, source }) => document === '01-first' && /^[\w ,.’?]+$/.test(source),
      )
      const wanted = new Map(
        all.map(([at, text]) => [plain[at % plain.length]!.id, text.normalize()]),
      )
      for (const unit of exchange.units)
        if (unit.document === '01-first') unit.target = wanted.get(unit.id) ?? unit.target
      const content = await form.write(exchange)
      const back = form.read(
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      )
      expect((await imported(back)).conflicts).toEqual([])
      const now = new Map(
        (await exported()).units.map((unit) => [`${unit.document}#${unit.id}`, unit.target]),
      )
      for (const [id, text] of wanted) expect(now.get(`01-first#${id}`)).toBe(text)
    }),
    { numRuns: 5 },
  )
})

describe('a text that comes back', () => {
  test('is written and current, where nothing has happened in between', async () => {
    const report = await imported(withTarget(await exported(), 'Nya ord.'))
    expect(report).toMatchObject({ taken: 1, conflicts: [] })
    expect(read('01-first/sv.mdx')).toContain('Nya ord.')
  })

  test('is written as stale where its source has changed since', async () => {
    const exchange = await exported()
    change('01-first/en.mdx', paragraphOf(exchange).source, 'The source says more by now.')
    expect(await imported(withTarget(exchange, 'Nya ord.'))).toMatchObject({ taken: 1, older: 1 })
    expect(paragraphOf(await exported())).toMatchObject({
      target: 'Nya ord.',
      isUnsure: true,
      previous: paragraphOf(exchange).source,
    })
  })

  test('is a conflict where it holds signs that would do something to a screen or a file', async () => {
    const exchange = await exported()
    const before = read('01-first/sv.mdx')
    for (const sign of ['\u001b[2J', '\u202e', '\u0007'])
      expect(await imported(withTarget(exchange, `Nya ${sign}ord.`))).toMatchObject({ taken: 0 })
    expect(read('01-first/sv.mdx')).toBe(before)
  })

  test('is a conflict where it was changed here too, and the newer words stay', async () => {
    const exchange = await exported()
    change('01-first/sv.mdx', paragraphOf(exchange).target, 'Någon annan var här.')
    const report = await imported(withTarget(exchange, 'Nya ord.'))
    expect(report.taken).toBe(0)
    expect(describeImport(report)).toContain(
      '01-first#paragraph-1: it was changed here too, to: Någon annan var här.',
    )
    expect(read('01-first/sv.mdx')).toContain('Någon annan var här.')
  })

  test('changes nothing where its translator left it as it was, though it was changed here', async () => {
    const exchange = await exported()
    change('01-first/sv.mdx', paragraphOf(exchange).target, 'Någon annan var här.')
    expect(await imported(exchange)).toMatchObject({ taken: 0, conflicts: [] })
    expect(read('01-first/sv.mdx')).toContain('Någon annan var här.')
  })

  test('is a conflict where the file has lost what it began from', async () => {
    const exchange = withTarget(await exported(), 'Nya ord.', { base: null })
    expect((await imported(exchange)).conflicts).toHaveLength(1)
  })

  test('is left out where its translator is not sure', async () => {
    const exchange = withTarget(await exported(), 'Nya ord?', { isUnsure: true })
    expect(await imported(exchange)).toMatchObject({ taken: 0, unsure: 1, conflicts: [] })
  })

  test('is current again where a stale one is left as it was and called sure', async () => {
    change('01-first/en.mdx', paragraphOf(await exported()).source, 'The source says it otherwise.')
    const { target } = paragraphOf(await exported())
    expect(await imported(withTarget(await exported(), target, { isUnsure: false }))).toMatchObject(
      {
        taken: 1,
      },
    )
    expect(paragraphOf(await exported()).isUnsure).toBe(false)
  })

  test.each([
    ['## Rubrik', 'no longer one paragraph'],
    ['Två\n\nstycken', 'no longer one paragraph'],
    ['En {klammer}', 'which the source lacks'],
    ['En <b>fet</b>', 'which the source lacks'],
    ['Ett <ensamt', 'no longer one paragraph'],
    ['En [länk](https://example.org)', 'which the source lacks'],
  ])('is a conflict where it reads %j', async (target, reason) => {
    const [before, report] = [
      read('01-first/sv.mdx'),
      await imported(withTarget(await exported(), target)),
    ]
    expect(report.conflicts).toEqual([
      expect.objectContaining({ reason: expect.stringContaining(reason) }),
    ])
    expect(read('01-first/sv.mdx')).toBe(before)
  })

  test('is a conflict where it has lost a term or a link', async () => {
    const exchange = await exported()
    const term = exchange.units.find(({ source }) => source.includes('<Term'))!
    term.target = 'Utan ordet.'
    expect((await imported(exchange)).conflicts).toEqual([
      expect.objectContaining({ reason: expect.stringContaining('it lacks <Term id=') }),
    ])
  })

  test('is a conflict where there is no such text or document', async () => {
    const exchange = await exported()
    const strange = { ...paragraphOf(exchange), target: 'Ord.', id: 'no-such/text' }
    const elsewhere = { ...strange, document: '99-nowhere' }
    const { conflicts } = await imported({ ...exchange, units: [strange, elsewhere] })
    expect(conflicts.map(({ reason }) => reason).sort()).toEqual([
      'there is no such document',
      'there is no such text any more',
    ])
  })
})

test('a chapter in a new language is made of what comes back, and the rest is called missing', async () => {
  const exchange = await exported('de')
  const parts = ['names', 'glossary', '01-first']
  for (const unit of exchange.units) {
    const isPlain = !/[<[*]/.test(unit.source)
    if (parts.includes(unit.document) && isPlain) unit.target = unit.source.replace(/^./, 'Ü$&')
    else if (unit.document === 'glossary' || unit.document === 'names') unit.target = unit.source
  }
  expect((await imported(exchange)).conflicts).toEqual([])
  expect(read('01-first/de.mdx')).toContain('state: draft')
  const loaded = await loadCatalogue({ ...goodCourse, folder })
  expect(loaded.kind === 'broken' ? loaded.problems : []).toEqual([])
  const again = (await exported('de')).units.filter(({ document }) => document === '01-first')
  expect(again.some(({ target }) => target === '')).toBe(true)
  expect(again.some(({ target }) => target !== '')).toBe(true)
})

test.each(
  exchangeForms
    .filter(({ ending }) => ending !== '.docx')
    .map((form) => [form.name, form] as const),
)('%s whose letters were lost or are in another encoding is refused, with its line', async (_, form) => {
  const content = String(await form.write(withTarget(await exported(), 'Rösta på mötet')))
  const line = content.slice(0, content.indexOf('Rösta')).split('\n').length
  expect(() => form.read(Buffer.from(content, 'latin1'))).toThrow(/^line \d+: .*not in UTF-8/)
  const spoilt = Buffer.from(content.replace('Rösta', 'R\ufffdsta'))
  expect(() => form.read(spoilt)).toThrow(new RegExp(`^line ${line}: A letter was lost`))
})
