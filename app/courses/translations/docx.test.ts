import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { findOffice } from '../../../scripts/office.mjs'
import { anyExchange } from '../../../tests/factories/test-exchange.ts'
import { blockHash } from './block.ts'
import { readDocx, writeDocx } from './docx.ts'
import type { Exchange } from './exchange.ts'

const exchange: Exchange = {
  place: 'tiny',
  sourceLang: 'en',
  lang: 'ar',
  units: [
    {
      document: '05-a',
      id: 'p/1',
      source: 'One\\\ntwo',
      target: 'واحد\\\n**اثنان**',
      base: blockHash('واحد\\\n**اثنان**'),
      isUnsure: false,
    },
    {
      document: '05-a',
      id: 'p/2',
      source: 'New',
      previous: 'Old',
      target: 'قديم',
      base: blockHash('قديم'),
      isUnsure: true,
    },
    {
      document: '05-a',
      id: 'p/3',
      source: 'Not yet',
      target: '',
      base: blockHash(''),
      isUnsure: false,
    },
  ],
}
const plain = ({ units, ...rest }: Exchange) => ({
  ...rest,
  units: units.map(({ previous: _, ...unit }) => unit),
})
const cellOf = (words: string) => `<w:tc><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`

/** A document with one row, made of what a program may put into it. */
const documentOf = (cells: string) =>
  zipSync({
    'word/document.xml': strToU8(
      `<w:document><w:tbl><w:tr>${['tiny', 'en', 'sv'].map(cellOf).join('')}</w:tr><w:tr>` +
        `<w:tc><w:p><w:r><w:t>a#b</w:t></w:r></w:p><w:p/></w:tc>${cellOf('A')}` +
        `<w:tc>${cells}</w:tc></w:tr></w:tbl></w:document>`,
    ),
  })
const targetOf = (cells: string) => readDocx(documentOf(cells)).units[0]?.target

test('a document is read as it was written', async () => {
  expect(readDocx(await writeDocx(exchange))).toEqual(plain(exchange))
})

test('a document is read as it was written, whatever the words', async () => {
  await fc.assert(
    fc.asyncProperty(anyExchange, async (any) => {
      const units = any.units.map((unit) => ({ ...unit, base: blockHash(unit.target) }))
      expect(readDocx(await writeDocx({ ...any, units }))).toEqual({ ...any, units })
    }),
    { numRuns: 20 },
  )
})

test('a stale text that was written over has been looked at; one that was not, has not', async () => {
  const [, stale] = readDocx(await writeDocx(exchange)).units
  expect(stale?.isUnsure).toBe(true)
  expect(targetOf('<w:p><w:r><w:t>Ny</w:t></w:r></w:p>')).toBe('Ny')
})

test.each([
  [
    'in pieces',
    '<w:p><w:r><w:t xml:space="preserve">Två </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>delar</w:t></w:r></w:p>',
    'Två delar',
  ],
  [
    'with tracked changes',
    '<w:p><w:del><w:r><w:delText>Bort</w:delText></w:r></w:del><w:ins><w:r><w:t>Dit</w:t></w:r></w:ins></w:p>',
    'Dit',
  ],
  [
    'in two paragraphs',
    '<w:p><w:r><w:t>Ett</w:t></w:r></w:p><w:p><w:r><w:t>Två</w:t></w:r></w:p>',
    'Ett\n\nTvå',
  ],
  ['with an empty line after it', '<w:p><w:r><w:t>Ett</w:t></w:r></w:p><w:p/>', 'Ett'],
])('a text that was written %s is read', (_, cells, text) => {
  expect(targetOf(cells)).toBe(text)
})

test('what is no document is refused', () => {
  expect(() => readDocx(strToU8('Hello'))).toThrow()
  expect(() => readDocx(zipSync({ 'a.txt': strToU8('Hello') }))).toThrow('This is no document')
})

test('a document that LibreOffice has saved is read as it was', async (context) => {
  const office = findOffice()
  if (!office) return context.skip('LibreOffice is not installed here.')
  const folder = mkdtempSync(join(tmpdir(), 'cirkel-docx-'))
  writeFileSync(join(folder, 'a.docx'), await writeDocx(exchange))
  const args = [
    '--headless',
    `-env:UserInstallation=file://${folder}/home`,
    '--convert-to',
    'docx:MS Word 2007 XML',
    '--outdir',
    join(folder, 'out'),
  ]
  spawnSync(office, [...args, join(folder, 'a.docx')], { timeout: 90_000 })
  expect(readDocx(readFileSync(join(folder, 'out/a.docx')))).toEqual(plain(exchange))
  rmSync(folder, { recursive: true })
}, 100_000)
