import { database } from '../../app/platform/database.server.ts'
import { ownsDatabaseFile } from '../../app/platform/environment.server.ts'

/** A table as the database itself describes it. */
export interface TableInDatabase {
  table: string
  columns: { name: string; type: string }[]
  /** Which column points at which table. */
  pointers: { from: string; table: string }[]
}

async function inFile(): Promise<TableInDatabase[]> {
  const db = await database()
  const tables = await db.$queryRawUnsafe<{ name: string }[]>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_prisma%'",
  )
  return Promise.all(
    tables.map(async ({ name: table }) => ({
      table,
      columns: await db.$queryRawUnsafe<{ name: string; type: string }[]>(
        `PRAGMA table_info("${table}")`,
      ),
      pointers: await db.$queryRawUnsafe<{ from: string; table: string }[]>(
        `PRAGMA foreign_key_list("${table}")`,
      ),
    })),
  )
}

async function onServer(): Promise<TableInDatabase[]> {
  const db = await database()
  const columns = await db.$queryRawUnsafe<{ table: string; name: string; type: string }[]>(
    `SELECT table_name::text AS "table", column_name::text AS "name", data_type::text AS "type"
     FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name NOT LIKE '\\_cirkel%' ORDER BY ordinal_position`,
  )
  const pointers = await db.$queryRawUnsafe<{ own: string; from: string; table: string }[]>(
    `SELECT own.relname::text AS "own", a.attname::text AS "from", other.relname::text AS "table"
     FROM pg_constraint c JOIN pg_class own ON own.oid = c.conrelid JOIN pg_class other ON other.oid = c.confrelid
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey) WHERE c.contype = 'f'`,
  )
  return [...new Set(columns.map(({ table }) => table))].map((table) => ({
    table,
    columns: columns.filter((column) => column.table === table),
    pointers: pointers.filter(({ own }) => own === table),
  }))
}

/** Every table of the test's database but that of its migrations. */
export function catalogue(): Promise<TableInDatabase[]> {
  return ownsDatabaseFile() ? inFile() : onServer()
}
