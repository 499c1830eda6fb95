import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { testsOf } from '../../app/safety/promises.ts'
import { promisesTable } from './promises-table.ts'

const rows = promisesTable()

describe('P20: the table of promises', () => {
  test('has a row for each', () => {
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 21 }, (_, i) => `P${i + 1}`),
    )
  })

  test.each(
    rows,
  )('names files that exist for $number, and tests that stand in them and bear its number', ({
    number,
    code,
    tests,
  }) => {
    expect(code.length).toBeGreaterThan(0)
    expect(code.filter((file) => !existsSync(file))).toEqual([])
    for (const { file, title } of tests) {
      expect([title, existsSync(file)]).toEqual([title, true])
      expect(title.startsWith(`${number}: `)).toBe(true)
      const text = readFileSync(file, 'utf8')
      const [isThere, isSkipped] = [
        ["'", '`', '"'].some((quote) => text.includes(quote + title)),
        /\b(test|describe)\.(skip|only|todo|fixme)\(/.test(text),
      ]
      expect([file, title, isThere, isSkipped]).toEqual([file, title, true, false])
    }
  })

  test('names the same tests as the safety page', () => {
    const onPage = Object.entries(testsOf).map(([number, files]) => [number, [...files].sort()])
    expect(onPage).toEqual(
      rows.map(({ number, tests }) => [number, [...new Set(tests.map(({ file }) => file))].sort()]),
    )
  })
})
