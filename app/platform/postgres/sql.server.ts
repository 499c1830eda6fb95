import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Sql } from '../sql.ts'

const { builtins } = pg.types

// Counts and sums are numbers, and a moment is text in UTC, as from SQLite.
const parsers: Record<number, (value: string) => unknown> = {
  [builtins.INT8]: Number,
  [builtins.NUMERIC]: Number,
  [builtins.TIMESTAMP]: (value) => `${value.replace(' ', 'T')}Z`,
}
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format),
} as unknown as pg.CustomTypesConfig

interface Statement {
  name: string
  text: string
  isRead: boolean
}

const prepared = new WeakMap<TemplateStringsArray, Statement>()

// Its name lets the server keep the plan of a statement, for each connection.
function statementOf(strings: TemplateStringsArray): Statement {
  const known = prepared.get(strings)
  if (known) return known
  const text = strings.reduce((before, part, i) => `${before}$${i}${part}`)
  const statement = { name: nameOf(text), text, isRead: isRead(text) }
  prepared.set(strings, statement)
  return statement
}

function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 24)
}

/** Whether a statement reads and changes nothing. */
export function isRead(text: string): boolean {
  return /^\s*SELECT\b/i.test(text)
}

const toServer = (value: unknown) => (value instanceof Date ? value.toISOString() : value)

/** Statements past Prisma. `clientFor` says what runs one that reads, or one that writes. */
export function sqlOver(clientFor: (isRead: boolean) => pg.Pool | pg.PoolClient): Sql {
  const run = (strings: TemplateStringsArray, values: unknown[]) => {
    const { name, text, isRead } = statementOf(strings)
    return clientFor(isRead).query({ name, text, values: values.map(toServer), types })
  }
  return {
    $queryRaw: async <T>(strings: TemplateStringsArray, ...values: unknown[]) =>
      (await run(strings, values)).rows as T,
    $executeRaw: async (strings, ...values) => (await run(strings, values)).rowCount ?? 0,
  }
}
