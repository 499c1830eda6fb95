import { readNumber } from '../../i18n/read-number.ts'
import { evaluate, type Formula, namesIn, parseFormula } from './formula.ts'
import type { Column, ToolTable } from './tool.ts'

type Say = (line: number, message: string) => void

/** A table as its author wrote it: cells by row, the first row being the head. */
interface WrittenTable {
  id: string
  rows: number
  cells: string[][]
  lines: number[]
  isNumber: boolean[]
  fixed: string
  totals: string
  formulas: string
}

const letterOf = (index: number) => String.fromCharCode(65 + index)

function readFormulas(written: string, letters: Set<string>, line: number, say: Say) {
  const formulas = new Map<string, Formula>()
  for (const one of written.split(';').filter((text) => text.trim())) {
    const [, letter = '', text = ''] = /^\s*([A-Z])\s*=\s*(.+)$/.exec(one) ?? []
    try {
      if (!letters.has(letter)) throw new Error(`“${one.trim()}” begins with no column and “=”.`)
      const formula = parseFormula(text)
      const unknown = namesIn(formula).find((name) => !letters.has(name))
      if (unknown) throw new Error(`“${unknown}” in “${text}” is no column.`)
      formulas.set(letter, formula)
    } catch (error) {
      say(line, (error as Error).message)
    }
  }
  return formulas
}

/** The value of a column with a formula in a row of numbers, empty cells counting as 0. */
export function rowValue(
  formula: Formula,
  row: readonly (number | null)[],
  previous: readonly (number | null)[] | null,
): number | null {
  const index = (name: string) => name.charCodeAt(0) - 65
  return evaluate(formula, (name, isPrevious) => (isPrevious ? previous : row)?.[index(name)] ?? 0)
}

/** How many decimals a number is written with. */
const decimalsOf = (text: string, locale: string) => {
  const decimal = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).format(1.5)[1] ?? '.'
  return text.split(decimal)[1]?.replace(/\D/g, '').length ?? 0
}

function checkNumbers(table: ToolTable, lines: number[], locale: string, say: Say) {
  let previous: (number | null)[] | null = null
  table.examples.forEach((cells, index) => {
    const line = lines[index] ?? 1
    const row = cells.map((cell, i) => {
      if (!table.columns[i]?.isNumber || cell === '') return null
      const value = readNumber(cell, locale)
      if (value === null) say(line, `"${cell}" is no number in this language.`)
      return value
    })
    table.columns.forEach(({ formula, letter }, i) => {
      const written = cells[i] ?? ''
      if (!formula || written === '' || row[i] === null) return
      const value = rowValue(formula, row, previous)
      const rounded = value === null ? null : Number(value.toFixed(decimalsOf(written, locale)))
      if (rounded !== row[i])
        say(line, `Column ${letter} says ${written}; its formula gives ${value ?? 'nothing'}.`)
    })
    previous = row
  })
}

/**
 * Makes a table of a tool out of what is written, and holds the example’s numbers against its
 * formulas.
 */
export function readTable(written: WrittenTable, locale: string, say: Say): ToolTable {
  const [head = [], ...examples] = written.cells
  const [line = 1, ...lines] = written.lines
  const letters = new Set(head.map((_, i) => letterOf(i)))
  const listed = (text: string, name: string) => {
    const asked = text.split(/[\s,]+/).filter(Boolean)
    for (const letter of asked)
      if (!letters.has(letter))
        say(line, `"${letter}" in "${name}" is no column: they are A, B, C …`)
    return new Set(asked)
  }
  const fixed = listed(written.fixed, 'fixed')
  const totals = listed(written.totals, 'totals')
  const formulas = readFormulas(written.formulas, letters, line, say)
  const columns: Column[] = head.map((title, i) => {
    const letter = letterOf(i)
    const formula = formulas.get(letter) ?? null
    const isNumber = written.isNumber[i] === true
    if ((formula || totals.has(letter)) && !isNumber)
      say(line, `Column ${letter} is calculated: align it right, with ---: under its title.`)
    const isFixed = fixed.has(letter)
    return { letter, title, isNumber, isFixed, formula, hasTotal: totals.has(letter) }
  })
  if (head.length > 12) say(line, 'A table on a sheet has twelve columns at most.')
  if (examples.length === 0) say(line, 'The table needs what the invented branch filled in.')
  if (examples.length > written.rows)
    say(line, `The example has ${examples.length} rows, the blank only ${written.rows}.`)
  const table: ToolTable = { kind: 'table', id: written.id, columns, examples, rows: written.rows }
  checkNumbers(table, lines, locale, say)
  return table
}
