import pg from 'pg'
import { BackupFault } from '../backups/backup-fault.ts'
import { kindOnServer, readServer, writeServer } from './canonical.ts'
import { isMoved, type Row, type Table, type Target } from './side.ts'

const quoted = pg.escapeIdentifier
const of = (table: string) => `public.${quoted(table)}`
const atOnce = 1000
/** That of a column of Prisma's type Int. */
const maxNumber = 2n ** 31n - 1n

/** A PostgreSQL database as a side of a move, within the transaction of a connection. */
export class ServerSide implements Target {
  #client: pg.Client
  #cursors = 0

  constructor(client: pg.Client) {
    this.#client = client
  }

  async #all<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.#client.query<T>(sql, values)).rows
  }

  async tables(): Promise<Table[]> {
    const columns = await this.#all<{ table: string; name: string; type: string; place: number }>(
      `SELECT "c"."relname" AS "table", "a"."attname" AS "name",
        format_type("a"."atttypid", NULL) AS "type",
        COALESCE(array_position("i"."indkey"::int2[], "a"."attnum"), -1)::int AS "place"
      FROM pg_class "c" JOIN pg_attribute "a" ON "a"."attrelid" = "c"."oid"
      LEFT JOIN pg_index "i" ON "i"."indrelid" = "c"."oid" AND "i"."indisprimary"
      WHERE "c"."relnamespace" = 'public'::regnamespace AND "c"."relkind" IN ('r', 'p')
        AND "a"."attnum" > 0 AND NOT "a"."attisdropped"
      ORDER BY "c"."relname" COLLATE "C", "a"."attname" COLLATE "C"`,
    )
    const names = [...new Set(columns.map(({ table }) => table))].filter(isMoved)
    return names.map((table) => {
      const own = columns.filter((column) => column.table === table)
      const key = own.filter(({ place }) => place >= 0).sort((a, b) => a.place - b.place)
      return {
        name: table,
        columns: own.map(({ name, type }) => ({ name, kind: kindOnServer(type) })),
        key: key.map(({ name }) => name),
      }
    })
  }

  /** Which tables point at which, by their names. */
  async references(): Promise<{ from: string; to: string }[]> {
    return this.#all(
      `SELECT DISTINCT "f"."relname" AS "from", "t"."relname" AS "to" FROM pg_constraint "n"
        JOIN pg_class "f" ON "f"."oid" = "n"."conrelid" JOIN pg_class "t" ON "t"."oid" = "n"."confrelid"
        WHERE "n"."contype" = 'f' AND "n"."connamespace" = 'public'::regnamespace`,
    )
  }

  async *rows({ name, columns, key }: Table): AsyncIterable<Row[]> {
    this.#cursors += 1
    const cursor = `"moved ${this.#cursors}"`
    const list = columns.map((column) => `${quoted(column.name)}::text`).join(', ')
    const order = key.map((one) => `${of(name)}.${quoted(one)}`).join(', ')
    await this.#client.query(
      `DECLARE ${cursor} NO SCROLL CURSOR FOR SELECT ${list} FROM ${of(name)} ORDER BY ${order}`,
    )
    for (;;) {
      const { rows } = await this.#client.query<(string | null)[]>({
        text: `FETCH ${atOnce} FROM ${cursor}`,
        rowMode: 'array',
      })
      if (rows.length === 0) break
      yield rows.map((row) => columns.map(({ kind }, i) => readServer(kind, row[i] ?? null)))
    }
    await this.#client.query(`CLOSE ${cursor}`)
  }

  async #sequence({ name, key }: Table): Promise<string | null> {
    const [row] = await this.#all<{ sequence: string | null }>(
      'SELECT pg_get_serial_sequence($1, $2) AS "sequence"',
      [of(name), key[0]],
    )
    return row?.sequence ?? null
  }

  async lastNumber(table: Table): Promise<bigint | null> {
    const sequence = await this.#sequence(table)
    if (sequence === null) return null
    const [row] = await this.#all<{ last: string }>(
      `SELECT (CASE WHEN "is_called" THEN "last_value" ELSE 0 END)::text AS "last" FROM ${sequence}`,
    )
    return BigInt(row?.last ?? 0)
  }

  async insert({ name, columns }: Table, rows: Row[]): Promise<void> {
    const names = columns.map((column) => quoted(column.name)).join(', ')
    const types = await this.#typesOf(name)
    const list = columns.map((column, i) => `"c${i}"::${types.get(column.name)}`).join(', ')
    const arrays = columns.map((_, i) => `$${i + 1}::text[]`).join(', ')
    const named = columns.map((_, i) => `"c${i}"`).join(', ')
    const values = columns.map(({ kind }, i) =>
      rows.map((row) => writeServer(kind, row[i] ?? null)),
    )
    try {
      await this.#client.query(
        `INSERT INTO ${of(name)} (${names}) SELECT ${list} FROM unnest(${arrays}) AS "r" (${named})`,
        values,
      )
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      // What the server says of a value, not of a connection that has ended.
      if (!/^2[23]/.test(code ?? '')) throw error
      throw new BackupFault(`A row of ${name} cannot be stored in PostgreSQL: ${message}.`)
    }
  }

  async #typesOf(table: string): Promise<Map<string, string>> {
    const rows = await this.#all<{ name: string; type: string }>(
      `SELECT "attname" AS "name", format_type("atttypid", "atttypmod") AS "type" FROM pg_attribute
        WHERE "attrelid" = $1::regclass AND "attnum" > 0 AND NOT "attisdropped"`,
      [of(table)],
    )
    return new Map(rows.map(({ name, type }) => [name, type]))
  }

  async setLastNumber(table: Table, number: bigint): Promise<void> {
    const sequence = await this.#sequence(table)
    if (number > maxNumber)
      throw new BackupFault(
        `${table.name} has given the number ${number}, and PostgreSQL goes no further than ${maxNumber}. Nothing was moved.`,
      )
    if (number > 0n)
      await this.#client.query('SELECT setval($1::regclass, $2::bigint)', [sequence, number])
  }
}
