/**
 * Statements as they stand in a store, in the way of Prisma's raw queries: what is filled in is a
 * parameter, never a part of the statement.
 */
export interface Sql {
  $queryRaw<T = unknown>(statement: TemplateStringsArray, ...values: unknown[]): Promise<T>
  /** Returns how many rows were changed. */
  $executeRaw(statement: TemplateStringsArray, ...values: unknown[]): Promise<number>
}

/** What runs a statement whose parameters are question marks. */
interface Runner {
  rows(sql: string, values: unknown[]): Promise<unknown>
  change(sql: string, values: unknown[]): Promise<number>
}

const joined = new WeakMap<TemplateStringsArray, string>()

function sqlOf(statement: TemplateStringsArray): string {
  const sql = joined.get(statement) ?? statement.join('?')
  joined.set(statement, sql)
  return sql
}

/**
 * Statements past Prisma, which takes longer over each of them than SQLite does. Values come as
 * SQLite has them: a truth is 0 or 1, a moment is text.
 */
export function sqlOver({ rows, change }: Runner): Sql {
  return {
    $queryRaw: <T>(statement: TemplateStringsArray, ...values: unknown[]) =>
      rows(sqlOf(statement), values) as Promise<T>,
    $executeRaw: (statement, ...values) => change(sqlOf(statement), values),
  }
}
