import writeExcelFile, { type Cell } from 'write-excel-file/node'
import { readNumber } from '../../i18n/read-number.ts'
import { namesIn, spreadsheetFormula } from './formula.ts'
import { allBlocks, type Block, type ToolTable, type ToolText } from './tool.ts'

/** Words that a spreadsheet has apart from the tool's own. */
export interface SpreadsheetWords {
  total: string
  blank: string
  example: string
  madeUp: string
}

type Rows = (Cell | null)[][]

const format = '#,##0.##'
const bold = (value: string): Cell => ({ value, fontWeight: 'bold', wrap: true })
const calculated = (value: string): Cell => ({ value: `=${value}`, type: 'Formula', format })

/** The rows of a table whose head stands in row `top`, counted from 1. */
function tableRows(
  table: ToolTable,
  isFilled: boolean,
  top: number,
  lang: string,
  words: SpreadsheetWords,
): Rows {
  const count = isFilled ? table.examples.length : table.rows
  const letters = table.columns.map(({ letter }) => letter)
  const lastTyped = table.columns.filter(({ formula }) => !formula).at(-1)?.letter ?? 'A'
  const rows = Array.from({ length: count }, (_, i) => {
    const row = top + 1 + i
    return table.columns.map(({ formula, isFixed, isNumber }, column): Cell | null => {
      if (formula) {
        const text = spreadsheetFormula(formula, (name, isPrevious) =>
          isPrevious ? (i === 0 ? '0' : `N(${name}${row - 1})`) : `${name}${row}`,
        )
        // A row in which nothing is written yet shows nothing, nor does a division by zero.
        const from =
          namesIn(formula).filter((name) => name !== table.columns[column]?.letter)[0] ?? 'A'
        return calculated(`IF(COUNTA(${from}${row}:${lastTyped}${row})=0,"",IFERROR(${text},""))`)
      }
      const text = isFilled || isFixed ? (table.examples[i]?.[column] ?? '') : ''
      const number = isNumber && text ? readNumber(text, lang) : null
      if (number !== null) return { value: number, type: Number, format }
      return text ? { value: text, type: String, wrap: true } : null
    })
  })
  const hasTotals = table.columns.some(({ hasTotal }) => hasTotal)
  const totals = table.columns.map(({ hasTotal }, i): Cell | null => {
    if (hasTotal) return calculated(`SUM(${letters[i]}${top + 1}:${letters[i]}${top + count})`)
    return i === 0 ? bold(words.total) : null
  })
  return [table.columns.map(({ title }) => bold(title)), ...rows, ...(hasTotals ? [totals] : [])]
}

/** The rows of a calculator whose first stands in row `top`: a label, a value, a unit. */
function calculatorRows(
  block: Extract<Block, { kind: 'calculator' }>,
  isFilled: boolean,
  top: number,
): Rows {
  const rowOf = new Map([...block.inputs, ...block.results].map(({ id }, i) => [id, top + i]))
  const inputs = block.inputs.map(({ label, unit, example }): (Cell | null)[] => [
    { value: label, type: String, wrap: true },
    isFilled ? { value: example, type: Number, format } : null,
    unit || null,
  ])
  const needed = block.inputs.map(({ id }) => `B${rowOf.get(id)}`)
  const results = block.results.map(({ label, unit, formula }): (Cell | null)[] => [
    bold(label),
    calculated(
      `IF(COUNT(${needed[0]}:${needed.at(-1)})<${needed.length},"",IFERROR(${spreadsheetFormula(formula, (name) => `B${rowOf.get(name)}`)},""))`,
    ),
    unit || null,
  ])
  return [...inputs, ...results]
}

function sheetRows(text: ToolText, isFilled: boolean, words: SpreadsheetWords): Rows {
  const rows: Rows = [[bold(text.title)], [isFilled ? words.madeUp : null]]
  for (const block of allBlocks(text.blocks)) {
    const top = rows.length + 2
    if (block.kind === 'table') rows.push([], ...tableRows(block, isFilled, top, text.lang, words))
    if (block.kind === 'calculator') rows.push([], ...calculatorRows(block, isFilled, top))
  }
  return rows
}

/**
 * The tables and calculators of a tool as a spreadsheet whose formulas work: a blank sheet, and the
 * example.
 */
export async function toolSpreadsheet(text: ToolText, words: SpreadsheetWords): Promise<Buffer> {
  const columns = allBlocks(text.blocks).some(({ kind }) => kind === 'calculator')
    ? [{ width: 44 }, { width: 14 }, { width: 10 }]
    : Array.from({ length: 12 }, () => ({ width: 18 }))
  return writeExcelFile([
    { data: sheetRows(text, false, words), sheet: words.blank, columns },
    { data: sheetRows(text, true, words), sheet: words.example, columns },
  ]).toBuffer()
}
