/**
 * Statements as they stand in a store, in the way of Prisma's raw queries: what is filled in is a
 * parameter, never a part of the statement. Each is written once, for both engines: names in
 * quotation marks, and nothing that only one of them knows (docs/decisions/080).
 */
export interface Sql {
  $queryRaw<T = unknown>(statement: TemplateStringsArray, ...values: unknown[]): Promise<T>
  /** Returns how many rows were changed. */
  $executeRaw(statement: TemplateStringsArray, ...values: unknown[]): Promise<number>
}
