import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { separatorOf, writeCsv } from './csv.ts'

/** Reads a file of values back, by the rules of RFC 4180 alone. */
function read(file: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  let value = ''
  let quoted = false
  for (let i = 1; i < file.length; i++) {
    const character = file[i] as string
    if (quoted) {
      if (character !== '"') value += character
      else if (file[i + 1] === '"') value += file[i++]
      else quoted = false
    } else if (character === '"') quoted = true
    else if (character === separator || (character === '\r' && file[i + 1] === '\n')) {
      rows.at(-1)?.push(value)
      value = ''
      if (character === '\r') {
        rows.push([])
        i++
      }
    } else value += character
  }
  return rows.slice(0, -1)
}

describe('a table for a spreadsheet', () => {
  test('begins with a byte order mark and ends its lines with CRLF', () => {
    expect(
      writeCsv(
        [
          ['Möte', 3],
          [null, 'ja'],
        ],
        ';',
      ),
    ).toBe('\uFEFFMöte;3\r\n;ja\r\n')
  })

  test('has the separator of its language', () => {
    expect([separatorOf('en'), separatorOf('sv'), separatorOf('ru'), separatorOf('my')]).toEqual([
      ',',
      ';',
      ';',
      ',',
    ])
  })

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
  ])('runs nothing: %j stands as text', (text) => {
    expect(read(writeCsv([[text]], ';'), ';')).toEqual([[`'${text}`]])
  })

  test('leaves a number a number, also below zero', () => {
    expect(writeCsv([[-3, 45]], ',')).toBe('\uFEFF-3,45\r\n')
  })

  test('is read back as it was written, whatever people wrote', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 30 })
    fc.assert(
      fc.property(
        fc.array(fc.array(texts, { minLength: 1, maxLength: 5 }), { minLength: 1 }),
        fc.constantFrom(',', ';'),
        (rows, separator) => {
          const back = read(writeCsv(rows, separator as ',' | ';'), separator)
          const plain = (text: string) => text.replaceAll('\0', '')
          expect(
            back.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))),
          ).toEqual(
            rows.map((row) =>
              row.map((text) => plain(text).replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')),
            ),
          )
        },
      ),
    )
  })

  test('has no cell that begins like a formula, whatever people wrote', () => {
    const nasty = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ''), fc.string())
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(nasty, (text) => {
        expect(read(writeCsv([[text]], ','), ',')[0]?.[0]).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})
