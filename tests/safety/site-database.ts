import { type Client, createClient, type InStatement } from '@libsql/client'
import pg from 'pg'

/** The database of a site that a test looks into and fills, from outside of the site. */
export interface SiteDatabase {
  /** All rows, but for the moments that any use of a session changes. */
  stored(): Promise<string>
  /** Puts these rows in the place of all that there are. */
  replaceRows(statements: InStatement[]): Promise<void>
  close(): Promise<void>
}

const moments = ['expiresAt', 'lastSeenOn']

async function tablesIn(db: Client): Promise<string[]> {
  const { rows } = await db.execute(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_prisma%'`,
  )
  return rows.map((row) => String(row.name))
}

/** That of a SQLite file. */
export async function siteFile(path: string): Promise<SiteDatabase> {
  const db = createClient({ url: `file:./${path}` })
  await db.execute('PRAGMA busy_timeout = 5000')
  const tables = await tablesIn(db)
  return {
    async stored() {
      const parts = await db.batch(
        tables.map((table) => `SELECT * FROM "${table}"`),
        'read',
      )
      return JSON.stringify(
        parts.map(({ rows }) => rows),
        (key, value) => {
          if (moments.includes(key)) return undefined
          return typeof value === 'bigint' ? String(value) : value
        },
      )
    },
    async replaceRows(statements) {
      const emptying = tables.map((table) => `DELETE FROM "${table}"`)
      await db.batch(['PRAGMA defer_foreign_keys = ON', ...emptying, ...statements], 'write')
    },
    close: async () => db.close(),
  }
}

/** A statement of `seed-rows.ts` as PostgreSQL takes it: names quoted, places numbered. */
function forServer(statement: InStatement): { text: string; values: unknown[] } {
  const { sql, args } =
    typeof statement === 'string'
      ? { sql: statement, args: [] }
      : (statement as { sql: string; args: unknown[] })
  let place = 0
  const text = sql
    .replace(/INSERT INTO (\w+) \(([^)]+)\)/, (_, table: string, columns: string) => {
      const names = columns.split(',').map((name) => `"${name.trim()}"`)
      return `INSERT INTO "${table}" (${names.join(', ')})`
    })
    .replaceAll('?', () => {
      place += 1
      return `$${place}`
    })
  return { text, values: args }
}

/** That of a PostgreSQL server. What servers count of each other's changes is none of a test's rows. */
export async function siteOnServer(address: string): Promise<SiteDatabase> {
  const db = new pg.Client({ connectionString: address })
  await db.connect()
  const { rows: found } = await db.query<{ name: string }>(
    `SELECT relname AS "name" FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND relname NOT IN ('_cirkel_migrations', 'ChangeCount') ORDER BY relname`,
  )
  const tables = found.map(({ name }) => `"${name}"`)
  const without = moments.map((name) => ` - '${name}'`).join('')
  const rowsOf = (table: string) =>
    `(SELECT coalesce(string_agg((to_jsonb(t)${without})::text, E'\\n' ORDER BY (to_jsonb(t)${without})::text), '') FROM ${table} t)`
  return {
    async stored() {
      const { rows } = await db.query<{ all: string }>(
        `SELECT concat_ws(E'\\n\\n', ${tables.map(rowsOf).join(', ')}) AS "all"`,
      )
      return rows[0]?.all ?? ''
    },
    async replaceRows(statements) {
      await db.query('BEGIN')
      // Not TRUNCATE, by which the site's other servers would not learn of it.
      await db.query(
        `DELETE FROM "Circle"; DELETE FROM "Learner";${tables.map((table) => `DELETE FROM ${table}`).join(';')}`,
      )
      for (const statement of statements) await db.query(forServer(statement))
      await db.query('COMMIT')
    },
    close: () => db.end(),
  }
}
