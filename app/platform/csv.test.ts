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
    '\t1',
    '\r1',
    '＝1',
  ])('runs nothing: %j stands as text', (text) => {
    expect(read(writeCsv([[text]], ';'), ';')).toEqual([[`'${text}`]])
  })

  test.each([
    ['x;=1+1', "x;'=1+1"],
    ["x,=cmd|' /C calc'!A0,", "x,'=cmd|' /C calc'!A0,"],
    ['x\t@SUM(A1)', "x\t'@SUM(A1)"],
    ['x;"=1+1"', `x;"'=1+1"`],
    ['x\r\n＝1', "x\r\n'＝1"],
    ['a-b; c+d, 5', 'a-b; c+d, 5'],
  ])('runs nothing in the middle of a text either, whatever parts the values: %j', (text, safe) => {
    for (const separator of [',', ';'] as const)
      expect(read(writeCsv([[text]], separator), separator)).toEqual([[safe]])
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
          // What the file adds are apostrophes before signs of formulas.
          const plain = (text: string) =>
            text.replaceAll('\0', '').replace(/'+(?=[=+\-@\t\r\n＝＋－＠])/g, '')
          expect(back.map((row) => row.map(plain))).toEqual(rows.map((row) => row.map(plain)))
        },
      ),
    )
  })

  test('has no cell that begins like a formula, whatever people wrote and whatever parts the values', () => {
    const part = fc.oneof(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '', ';', ',', '"', '\n'),
      fc.string({ maxLength: 5 }),
    )
    const nasty = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(nasty, (text) => {
        for (const separator of [',', ';'] as const) {
          const file = writeCsv([[text]], separator)
          expect(read(file, separator)[0]?.[0]).not.toMatch(/^[=+\-@\t\r]/)
          for (const cell of file.slice(1).split(/[,;\t\r\n"]/))
            expect(cell).not.toMatch(/^[=+\-@]/)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
