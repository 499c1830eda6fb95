import { DriverAdapterError, type MappedError } from '@prisma/driver-adapter-utils'

/** What libsql throws for anything that SQLite refuses. */
interface SqliteError extends Error {
  code: string
  rawCode?: number
}

const resultCode = {
  busy: 5,
  primaryKey: 1555,
  unique: 2067,
  notNull: 1299,
  foreignKey: 787,
  trigger: 1811,
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && typeof (error as Partial<SqliteError>).code === 'string'
}

/** Whether another connection holds a lock that this one needs. Nothing has happened then. */
export function isBusyError(error: unknown): boolean {
  return isSqliteError(error) && ((error.rawCode ?? 0) & 0xff) === resultCode.busy
}

function constraintFields(message: string): { fields: string[] } | undefined {
  const fields = message.split('constraint failed: ')[1]?.split(', ')
  return fields && { fields: fields.map((field) => field.split('.').at(-1) as string) }
}

function mapError({ message, rawCode = 1 }: SqliteError): MappedError {
  if ((rawCode & 0xff) === resultCode.busy) return { kind: 'SocketTimeout' }
  switch (rawCode) {
    case resultCode.unique:
    case resultCode.primaryKey:
      return { kind: 'UniqueConstraintViolation', constraint: constraintFields(message) }
    case resultCode.notNull:
      return { kind: 'NullConstraintViolation', constraint: constraintFields(message) }
    case resultCode.foreignKey:
    case resultCode.trigger:
      return { kind: 'ForeignKeyConstraintViolation', constraint: { foreignKey: {} } }
  }
  const table = /no such table: (.+)$/.exec(message)?.[1]
  if (table) return { kind: 'TableDoesNotExist', table }
  const column = /(?:no such column: |has no column named )(.+)$/.exec(message)?.[1]
  if (column) return { kind: 'ColumnNotFound', column }
  return { kind: 'sqlite', extendedCode: rawCode, message }
}

/** An error of SQLite as Prisma takes it; any other error as it is. */
export function toPrismaError(error: unknown): unknown {
  if (!isSqliteError(error)) return error
  return new DriverAdapterError({
    originalCode: String(error.rawCode ?? error.code),
    originalMessage: error.message,
    ...mapError(error),
  })
}

/** Why the machine does not let the database be used. */
export type DatabaseFault =
  | 'busy'
  | 'disk full'
  | 'read-only'
  | 'disk error'
  | 'file cannot be opened'
  | 'it is damaged'
  | 'it is no SQLite database'

const faults: Record<number, DatabaseFault> = {
  5: 'busy',
  8: 'read-only',
  10: 'disk error',
  11: 'it is damaged',
  13: 'disk full',
  14: 'file cannot be opened',
  26: 'it is no SQLite database',
}

interface PrismaError {
  code?: string
  rawCode?: number
  cause?: unknown
  meta?: { driverAdapterError?: unknown }
}

/**
 * The machine's fault that an error of SQLite's or Prisma's comes from, or null where it comes from something
 * else.
 */
export function databaseFault(error: unknown): DatabaseFault | null {
  if (typeof error !== 'object' || error === null) return null
  const { code, cause, meta, rawCode } = error as PrismaError
  if (typeof rawCode === 'number') return faults[rawCode & 0xff] ?? null
  if (code === 'P1008') return 'busy'
  const { kind, extendedCode = 0 } = error as { kind?: string; extendedCode?: number }
  if (kind === 'SocketTimeout') return 'busy'
  if (kind === 'sqlite') return faults[extendedCode & 0xff] ?? null
  return databaseFault(meta?.driverAdapterError) ?? databaseFault(cause)
}

/**
 * Whether an error of Prisma's says that a table is not there: the database has not been migrated.
 */
export function isMissingTable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, cause, meta } = error as PrismaError
  if (code === 'P2021' || (error as { kind?: string }).kind === 'TableDoesNotExist') return true
  return isMissingTable(meta?.driverAdapterError) || isMissingTable(cause)
}
