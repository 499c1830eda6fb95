import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findMojibake } from './mojibake.ts'
import { decodeWindows1252 } from './windows-1252.ts'

/** A text as a program shows it that takes its UTF-8 for a code page. */
const misread = (text: string, label: string) =>
  label === 'windows-1252'
    ? decodeWindows1252(Buffer.from(text, 'utf8'))
    : new TextDecoder(label).decode(Buffer.from(text, 'utf8'))

test.each([
  ['Swedish', 'Räkna rösterna på mötet', 'windows-1252'],
  ['French quotation marks and apostrophes', 'l’été, dit-il', 'windows-1252'],
  ['Burmese', 'မဲပေးပါ', 'windows-1252'],
  ['Russian', 'правила', 'windows-1252'],
  ['Arabic', 'الحزب', 'windows-1252'],
  ['Swedish on a Mac', 'rösterna på mötet', 'macintosh'],
  ['Serbian', 'правила странке', 'windows-1251'],
])('%s in the wrong encoding is found, with its line', (_, text, label) => {
  const found = findMojibake(`One line.\n${misread(text, label)}`)
  expect(found.length).toBeGreaterThan(0)
  for (const { line, meant } of found) expect([line, text.includes(meant)]).toEqual([2, true])
})

test('apostrophes and dashes in the wrong encoding are found', () => {
  expect(findMojibake('They donâ€™t\nvote â€“ do they?')).toEqual([
    { line: 1, found: 'â€™', meant: '’' },
    { line: 2, found: 'â€“', meant: '–' },
  ])
})

test.each([
  'LIBERTÉ” – «À» … “Är det så?” Å…',
  'Úžasný ŠŽ úšil, CŒUR, L’été, NÃO, IRMÃ”, é”…',
  'Њушка, љубав, џеп, ћирилица, Ђорђе, МЉ, Її',
  'Ñandú €5, 10 €, Ö–Ä, 20 °C, § 3, ½',
  'မြန်မာ العربية עברית ελληνικά 中文 ไทย',
])('what people write is none: %s', (text) => {
  expect(findMojibake(text)).toEqual([])
})

test('no file of the courses and no text of the interface has any', () => {
  const folders = ['../../courses', '../i18n/texts'].map((folder) =>
    join(import.meta.dirname, folder),
  )
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    ),
  )
  expect(files.length).toBeGreaterThan(100)
  for (const file of files)
    expect([file, findMojibake(readFileSync(file, 'utf8'))]).toEqual([file, []])
})
