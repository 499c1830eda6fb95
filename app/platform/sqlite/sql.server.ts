import type { Sql } from '../sql.ts'
import type { SqliteConnection } from './connection.server.ts'

const joined = new WeakMap<TemplateStringsArray, string>()

function sqlOf(statement: TemplateStringsArray): string {
  const sql = joined.get(statement) ?? statement.join('?')
  joined.set(statement, sql)
  return sql
}

/**
 * Statements past Prisma, which takes longer over each of them than SQLite does. Values come as
 * SQLite has them: a truth is 0 or 1, a moment is text. `run` says when a statement has its turn.
 */
export function sqlOver(connection: SqliteConnection, run: <T>(work: () => T) => Promise<T>): Sql {
  return {
    $queryRaw: <T>(statement: TemplateStringsArray, ...values: unknown[]) =>
      run(() => connection.rows(sqlOf(statement), values) as T),
    $executeRaw: (statement, ...values) =>
      run(() => {
        const argTypes = values.map(() => ({ scalarType: 'unknown', arity: 'scalar' }) as const)
        return connection.execute({ sql: sqlOf(statement), args: values, argTypes })
      }),
  }
}
