import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyExchange } from '../../../tests/factories/test-exchange.ts'
import { blockHash } from './block.ts'
import type { Exchange, ExchangeUnit } from './exchange.ts'
import { pluralForms } from './interface-blocks.ts'
import { readPo, writePo } from './po.ts'

const withoutPrevious = (exchange: Exchange) => ({
  ...exchange,
  units: exchange.units.map(({ previous: _, ...unit }) => unit),
})
const counting = (lang: string): ExchangeUnit[] =>
  pluralForms(lang).map((form) => ({
    document: 'interface/pages',
    id: `texts_${form}`,
    source: form === 'one' ? 'One text' : '{{count}} texts',
    target: `{{count}} ${form}`,
    base: blockHash(form),
    isUnsure: false,
  }))

test('what is written is read again, whatever the words', () => {
  fc.assert(
    fc.property(anyExchange, (exchange) => {
      expect(readPo(writePo(exchange))).toEqual(withoutPrevious(exchange))
    }),
  )
})

test('a text that is stale is fuzzy, with what it was translated from', () => {
  const unit = {
    document: 'a',
    id: 'b',
    source: 'New',
    previous: 'Old "one"',
    target: 'X',
    base: '1',
    isUnsure: true,
  }
  const po = writePo({ place: 'p', sourceLang: 'en', lang: 'sv', units: [unit] })
  expect(po).toContain('#, fuzzy\n#| msgid "Old \\"one\\""\nmsgctxt "a#b"\nmsgid "New"\nmsgstr "X"')
})

describe.each(['sv', 'ru', 'ar', 'my', 'sr-Latn', 'fr', 'es'])('in %s', (lang) => {
  const units = [
    ...counting(lang),
    {
      document: '05-a',
      id: 'title',
      source: 'A\\\nb "c"',
      target: 'Å\\\nb',
      base: blockHash('x'),
      isUnsure: false,
    },
  ]
  const exchange = { place: 'p', sourceLang: 'en', lang, units }

  test('the forms of number stand in one entry and come back as they were', () => {
    const po = writePo(exchange)
    expect(po.match(/msgid_plural/g)).toHaveLength(1)
    expect(readPo(po)).toEqual(exchange)
  })

  test('gettext finds no fault with the file', (context) => {
    if (spawnSync('msgfmt', ['--version']).status !== 0)
      return context.skip('gettext is not installed here.')
    const folder = mkdtempSync(join(tmpdir(), 'cirkel-po-'))
    const file = join(folder, 'a.po')
    writeFileSync(file, writePo(exchange))
    const { status, stderr } = spawnSync('msgfmt', ['-c', '-o', '/dev/null', file], {
      encoding: 'utf8',
    })
    rmSync(folder, { recursive: true })
    expect([status, stderr]).toEqual([0, expect.not.stringMatching(/error|nplurals|plural form/)])
  })
})
