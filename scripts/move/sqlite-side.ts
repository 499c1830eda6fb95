import type Libsql from 'libsql'
import { BackupFault } from '../backups/backup-fault.ts'
import { kindDeclared, readSqlite, UnfitValue, writeSqlite } from './canonical.ts'
import { isMoved, type Row, type Table, type Target } from './side.ts'

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const atOnce = 1000

/** Texts as their bytes: libsql ends the process over bytes that are none. */
function selected({ columns, key }: Table): string {
  const list = columns.map(({ name, kind }) =>
    kind === 'text' || kind === 'json' ? `CAST(${quoted(name)} AS BLOB)` : quoted(name),
  )
  return `SELECT ${list.join(', ')} FROM`.concat(` ! ORDER BY ${key.map(quoted).join(', ')}`)
}

/** A SQLite database as a side of a move. */
export class SqliteSide implements Target {
  #database: Libsql.Database

  constructor(database: Libsql.Database) {
    this.#database = database
  }

  #all<T>(sql: string, ...values: unknown[]): T[] {
    return this.#database.prepare(sql).all(...values) as T[]
  }

  async tables(): Promise<Table[]> {
    const names = this.#all<{ name: string }>(
      `SELECT "name" FROM "sqlite_schema" WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY "name"`,
    )
    return names.filter(({ name }) => isMoved(name)).map(({ name }) => this.#table(name))
  }

  #table(name: string): Table {
    const columns = this.#all<{ name: string; type: string; pk: number }>(
      `SELECT "name", "type", "pk" FROM pragma_table_xinfo(?) ORDER BY "name"`,
      name,
    )
    const key = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk)
    return {
      name,
      columns: columns.map(({ name, type }) => ({ name, kind: kindDeclared(type) })),
      key: key.map(({ name }) => name),
    }
  }

  async *rows(table: Table): AsyncIterable<Row[]> {
    const sql = selected(table).replace('!', quoted(table.name))
    const statement = this.#database.prepare(sql).raw().safeIntegers(true)
    let rows: Row[] = []
    for (const values of statement.iterate() as Iterable<Parameters<typeof readSqlite>[1][]>) {
      rows.push(table.columns.map((column, i) => this.#read(table, column, values[i] ?? null)))
      if (rows.length < atOnce) continue
      yield rows
      rows = []
    }
    if (rows.length > 0) yield rows
  }

  #read(
    { name }: Table,
    column: Table['columns'][number],
    value: Parameters<typeof readSqlite>[1],
  ): Row[number] {
    try {
      return readSqlite(column.kind, value)
    } catch (error) {
      if (!(error instanceof UnfitValue)) throw error
      throw new BackupFault(
        `A row of ${name} has ${error.message}, in ${column.name}. Nothing was moved. Mend the row first.`,
      )
    }
  }

  async lastNumber({ name }: Table): Promise<bigint | null> {
    const [declared] = this.#all<{ sql: string }>(
      `SELECT "sql" FROM "sqlite_schema" WHERE "type" = 'table' AND "name" = ?`,
      name,
    )
    if (!/\bAUTOINCREMENT\b/i.test(declared?.sql ?? '')) return null
    const [row] = this.#database
      .prepare('SELECT "seq" FROM "sqlite_sequence" WHERE "name" = ?')
      .raw()
      .safeIntegers(true)
      .all(name) as bigint[][]
    return row?.[0] ?? 0n
  }

  /** Takes out what migrations have put into an empty database. */
  async clear(): Promise<void> {
    for (const { name } of await this.tables())
      this.#database.prepare(`DELETE FROM ${quoted(name)}`).run()
  }

  async insert({ name, columns }: Table, rows: Row[]): Promise<void> {
    const names = columns.map((column) => quoted(column.name)).join(', ')
    const places = columns.map(() => '?').join(', ')
    const statement = this.#database.prepare(
      `INSERT INTO ${quoted(name)} (${names}) VALUES (${places})`,
    )
    for (const row of rows)
      statement.run(columns.map(({ kind }, i) => writeSqlite(kind, row[i] ?? null)))
  }

  async setLastNumber({ name }: Table, number: bigint): Promise<void> {
    this.#database.prepare('DELETE FROM "sqlite_sequence" WHERE "name" = ?').run(name)
    if (number === 0n) return
    this.#database
      .prepare('INSERT INTO "sqlite_sequence" ("name", "seq") VALUES (?, ?)')
      .run(name, number)
  }
}
