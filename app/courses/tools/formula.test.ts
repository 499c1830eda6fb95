import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate, type Formula, namesIn, parseFormula, spreadsheetFormula } from './formula.ts'

const value = (text: string, values: Record<string, number> = {}) =>
  evaluate(parseFormula(text), (name) => values[name] ?? null)

describe('a formula', () => {
  test.each([
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['10 - 4 - 3', 3],
    ['100 / 4 / 5', 5],
    ['0.1 + 0.2', 0.3],
    ['roundup(7 / 2)', 4],
    ['roundup(0.1 * 3 / 0.1)', 3],
    ['rounddown(7 / 2)', 3],
    ['round(2.5)', 3],
    ['min(3, 8) + max(3, 8)', 11],
  ])('%s is %d', (text, result) => {
    expect(value(text)).toBe(result)
  })

  test('takes the values of names, and has none where one is missing or divided by zero', () => {
    expect(value('votes * turnout / 100', { votes: 4000, turnout: 55 })).toBe(2200)
    expect(value('votes * turnout', { votes: 4000 })).toBeNull()
    expect(value('1 / votes', { votes: 0 })).toBeNull()
  })

  test('means the row above with previous', () => {
    const left = parseFormula('previous(F) + D - E')
    const values: Record<string, number> = { D: 20, E: 5 }
    expect(evaluate(left, (name, above) => (above ? 100 : (values[name] ?? null)))).toBe(115)
    expect(namesIn(left)).toEqual(['F', 'D', 'E'])
  })

  test.each([
    ['2 +', '“2 +” ends too soon.'],
    ['(2', '“(2” lacks “)”.'],
    ['2 3', '“3” has no place in “2 3”.'],
    ['system(1)', '“system” is no function.'],
    ['min(1)', '“min” takes 2.'],
    ['previous(1 + 2)', '“previous” takes a column.'],
    ['constructor(1)', '“constructor” is no function.'],
    ['a = b', '“=” has no place in “a = b”.'],
  ])('%s is refused: %s', (text, message) => {
    expect(() => parseFormula(text)).toThrow(message)
  })

  test('is written for a spreadsheet with cells for names', () => {
    const cells = (name: string, above: boolean) => `${name}${above ? 4 : 5}`
    const write = (text: string) => spreadsheetFormula(parseFormula(text), cells)
    expect(write('previous(F) + D - E')).toBe('(F4+D5)-E5')
    expect(write('roundup(D * (E + 1))')).toBe('ROUNDUP(D5*(E5+1),0)')
    expect(write('max(D, 0)')).toBe('MAX(D5,0)')
  })

  test('reads back what it means, whatever is nested', () => {
    const leaf: fc.Arbitrary<Formula> = fc.oneof(
      fc.nat(999).map((number) => ({ kind: 'number' as const, value: number })),
      fc.constantFrom('a', 'b', 'c').map((name) => ({ kind: 'name' as const, name })),
    )
    const { tree } = fc.letrec<{ tree: Formula }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        fc.record({
          kind: fc.constant('operation' as const),
          operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
          left: tie('tree'),
          right: tie('tree'),
        }),
      ),
    }))
    const values: Record<string, number> = { a: 3, b: 0, c: 0.5 }
    const valueFor = (name: string) => values[name] ?? null
    fc.assert(
      fc.property(tree, (formula) => {
        const written = spreadsheetFormula(formula, (name) => name)
        expect(evaluate(parseFormula(written), valueFor)).toBe(evaluate(formula, valueFor))
      }),
    )
  })
})
