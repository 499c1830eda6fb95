import { rowsOfLearner } from './learner-data-store.server.ts'
import { learnerTables } from './learner-tables.ts'

/**
 * A value as it is exported: as it is stored, but for what is withheld, where the reason is a key
 * of the interface's texts.
 */
export type ExportedValue = string | number | boolean | null | { withheld: string }

/**
 * What is stored of a learner in one table. The columns' names in words, and the table's, are keys
 * of the interface's texts.
 */
export interface ExportedTable {
  table: string
  title: (typeof learnerTables)[number]['title']
  columns: Record<string, string>
  rows: Record<string, ExportedValue>[]
}

function plain(value: unknown): string | number | boolean | null {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'bigint') return Number(value)
  return value === undefined ? null : (value as string | number | boolean | null)
}

/** Everything that is stored of a learner, table by table, column by column (SAFETY P9). */
export async function exportLearner(learnerId: string): Promise<ExportedTable[]> {
  return Promise.all(
    learnerTables.map(async ({ table, title, owner, columns, withheld }) => {
      const reasons: Record<string, string> = withheld
      const stored = await rowsOfLearner({ table, owner, columns: Object.keys(columns) }, learnerId)
      const rows = stored.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(
            ([name, value]) =>
              [name, reasons[name] ? { withheld: reasons[name] } : plain(value)] as const,
          ),
        ),
      )
      return { table, title, columns, rows }
    }),
  )
}
