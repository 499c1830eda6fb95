import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyExchange } from '../../../tests/factories/test-exchange.ts'
import type { Exchange } from './exchange.ts'
import { inlineCodes } from './inline-codes.ts'
import { readXliff, writeXliff12, writeXliff20 } from './xliff.ts'

const versions = [
  ['1.2', writeXliff12],
  ['2.0', writeXliff20],
] as const
const texts = {
  document: '05-a',
  source: 'A <Term id="b">b</Term> and **two** [links](../money) of {{count}} & more',
  target: '**Två** [länkar](../money) & <Term id="b">b</Term> av {{count}}',
  base: '0123456789ab',
  isUnsure: false,
}
const exchange: Exchange = {
  place: 'tiny',
  sourceLang: 'en',
  lang: 'sv',
  units: [
    { ...texts, id: 'p/1' },
    { ...texts, id: 'p/2', target: '' },
    { ...texts, id: 'p/3', isUnsure: true, previous: 'Old <Term id="b">b</Term>' },
  ],
}

test('a text is parted into words and codes, which have the same number in its translation', () => {
  const { source, target } = inlineCodes(
    'A <Gap id="g" example="6" /> **b** \\*',
    '**c** <Gap id="g" example="7" />',
  )
  expect(source).toEqual([
    { kind: 'text', text: 'A ' },
    { kind: 'code', text: '<Gap id="g" example="', id: 1 },
    { kind: 'text', text: '6' },
    { kind: 'code', text: '" />', id: 2 },
    { kind: 'text', text: ' ' },
    { kind: 'code', text: '**', id: 3 },
    { kind: 'text', text: 'b' },
    { kind: 'code', text: '**', id: 4 },
    { kind: 'text', text: ' \\*' },
  ])
  expect(target.flatMap((one) => (one.kind === 'code' ? [one.id] : []))).toEqual([3, 4, 1, 2])
  expect(target.map(({ text }) => text).join('')).toBe('**c** <Gap id="g" example="7" />')
})

describe.each(versions)('XLIFF %s', (_, write) => {
  test('is read as it was written, whatever the words', () => {
    fc.assert(
      fc.property(anyExchange, (any) => {
        const units = any.units.map((unit) => ({
          ...unit,
          isUnsure: unit.isUnsure && unit.target !== '',
        }))
        fc.pre(units.length > 0)
        expect(readXliff(write({ ...any, units }))).toEqual({ ...any, units })
      }),
    )
  })

  test('keeps the markup in codes, and says what a stale text was made from', () => {
    const written = write(exchange)
    expect(written).toContain('The source was: Old')
    expect(written).not.toMatch(/<(source|target)[^>]*>[^\n]*(?<!<ph id="\d">)&#60;Term/)
  })
})

test('XLIFF 1.2 is read by the tools of translators', (context) => {
  if (spawnSync('xliff2po', ['--version']).status !== 0)
    return context.skip('Translate Toolkit is not installed here.')
  const folder = mkdtempSync(join(tmpdir(), 'cirkel-xliff-'))
  const [file, po] = [join(folder, 'a.xliff'), join(folder, 'a.po')]
  writeFileSync(file, writeXliff12(exchange))
  const { status, stderr } = spawnSync('xliff2po', [file, po], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('ERROR')])
  expect(readFileSync(po, 'utf8')).toContain('länkar')
  rmSync(folder, { recursive: true })
})

test.each([
  ['no XML', 'Hello'],
  ['cut off', writeXliff20(exchange).slice(0, -200)],
  ['nested without end', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
  ['another XML', '<a/>'],
  ['one with names of its own', '<!DOCTYPE x [<!ENTITY a "b">]><xliff version="1.2"/>'],
])('%s is refused with a sentence', (_, content) => {
  expect(() => readXliff(content)).toThrow(/^(This is no|An XML file|Its elements)/)
})
