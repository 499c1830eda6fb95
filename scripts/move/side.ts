import { createHash } from 'node:crypto'
import type { Canonical, Kind } from './canonical.ts'

/** A table, as the catalogue of its database describes it. */
export interface Table {
  name: string
  columns: { name: string; kind: Kind }[]
  /** The columns of its primary key, in their order. */
  key: string[]
}

/** A row: a value for each column of its table. */
export type Row = Canonical[]

/** A database that a site is moved from or to. */
export interface Side {
  tables(): Promise<Table[]>
  /** All rows of a table by its key, some at a time. */
  rows(table: Table): AsyncIterable<Row[]>
  /** The highest number that a table has given to a row by itself, or null where it gives none. */
  lastNumber(table: Table): Promise<bigint | null>
}

/** A side that a site is moved to. Nothing stays of it unless all of it is kept. */
export interface Target extends Side {
  insert(table: Table, rows: Row[]): Promise<void>
  setLastNumber(table: Table, number: bigint): Promise<void>
}

/** What a table holds: how many rows, and the SHA-256 of all of them. */
export interface Content {
  rows: number
  checksum: string
}

/** Reads what a table holds. `each` gets every part of the rows on the way. */
export async function contentOf(
  side: Side,
  table: Table,
  each: (rows: Row[]) => unknown = () => {},
): Promise<Content> {
  const hash = createHash('sha256')
  let count = 0
  for await (const rows of side.rows(table)) {
    for (const row of rows) hash.update(`${JSON.stringify(row)}\n`)
    count += rows.length
    await each(rows)
  }
  return { rows: count, checksum: hash.digest('hex') }
}

/**
 * Tables that each engine fills for itself, and that are not moved: what tells several servers of a
 * change.
 */
export const ownTables = ['ChangeCount']

const isNote = (name: string) => name === '_prisma_migrations' || name === '_cirkel_migrations'

/** Whether a table is one of those that a site is moved with. */
export function isMoved(name: string): boolean {
  return !ownTables.includes(name) && !isNote(name)
}
