import { DriverAdapterError, type MappedError } from '@prisma/driver-adapter-utils'
import type { DatabaseFault } from '../database-fault.ts'
import { resultCodeOf } from './result-code.mjs'

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

/** SQLite's own code for it, SQLITE_READONLY_DBMOVED, which it does not give with a write-ahead log. */
const moved = 1032

/** What is thrown where a file is no longer at its path: what is written into it would be lost. */
export function movedFile(path: string): SqliteError {
  const error = new Error(`the file ${path} was moved away since it was opened`)
  return Object.assign(error, { code: 'SQLITE_READONLY_DBMOVED', rawCode: moved })
}

const faults: Record<number, DatabaseFault> = {
  5: 'busy',
  8: 'read-only',
  10: 'disk error',
  11: 'it is damaged',
  13: 'disk full',
  14: 'file cannot be opened',
  26: 'it is no SQLite database',
}

/** An error of libsql's own, or as it was mapped for Prisma. */
interface FileError {
  rawCode?: unknown
  message?: string
  kind?: string
  extendedCode?: number
}

/** The machine's fault that an error of SQLite's means, or null. */
export function fileFault(error: FileError): DatabaseFault | null {
  const { kind, extendedCode = 0 } = error
  if (error.rawCode === moved || extendedCode === moved) return 'file was moved away'
  const code = resultCodeOf(error)
  if (code !== null) return faults[code] ?? null
  if (kind === 'SocketTimeout') return 'busy'
  return kind === 'sqlite' ? (faults[extendedCode & 0xff] ?? null) : null
}

/** Whether an error of SQLite's says that a value is there already that may be there only once. */
export function isFileDuplicate({ kind }: FileError): boolean {
  return kind === 'UniqueConstraintViolation'
}
