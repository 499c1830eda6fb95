import { readNumber } from '../../i18n/read-number.ts'
import { withoutNoise } from './formula.ts'
import type { ToolTable } from './tool.ts'

/** The sum of a column, and how many decimals its numbers have. */
export interface ColumnTotal {
  value: number
  decimals: number
}

/**
 * The totals of the example's columns, null for a column without one; null where no column has one.
 */
export function tableTotals(table: ToolTable, lang: string): (ColumnTotal | null)[] | null {
  if (!table.columns.some(({ hasTotal }) => hasTotal)) return null
  return table.columns.map(({ hasTotal }, i) => {
    if (!hasTotal) return null
    const written = table.examples.map((row) => row[i] ?? '').filter(Boolean)
    const decimals = Math.max(
      0,
      ...written.map((text) => /[.,](\d{1,2})$/.exec(text)?.[1]?.length ?? 0),
    )
    const value = written.reduce((sum, text) => sum + (readNumber(text, lang) ?? 0), 0)
    return { value: withoutNoise(value), decimals }
  })
}
