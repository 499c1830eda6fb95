import { type ArgType, type ColumnType, ColumnTypeEnum } from '@prisma/driver-adapter-utils'

/** What SQLite stores. libsql ends the process when it is given anything else. */
export type SqliteValue = null | string | number | bigint | Buffer

const columnTypes: Record<string, ColumnType> = {
  DECIMAL: ColumnTypeEnum.Numeric,
  FLOAT: ColumnTypeEnum.Float,
  DOUBLE: ColumnTypeEnum.Double,
  'DOUBLE PRECISION': ColumnTypeEnum.Double,
  NUMERIC: ColumnTypeEnum.Double,
  REAL: ColumnTypeEnum.Double,
  INT: ColumnTypeEnum.Int32,
  INTEGER: ColumnTypeEnum.Int32,
  BIGINT: ColumnTypeEnum.Int64,
  DATETIME: ColumnTypeEnum.DateTime,
  DATE: ColumnTypeEnum.Date,
  TEXT: ColumnTypeEnum.Text,
  BLOB: ColumnTypeEnum.Bytes,
  BOOLEAN: ColumnTypeEnum.Boolean,
  JSONB: ColumnTypeEnum.Json,
}

/** The type of a column by its declaration, or null where the column is computed. */
export function declaredColumnType(declaration: string | null): ColumnType | null {
  return columnTypes[declaration?.toUpperCase() ?? ''] ?? null
}

function typeOfValue(value: unknown): ColumnType {
  if (typeof value === 'string') return ColumnTypeEnum.Text
  if (typeof value === 'bigint') return ColumnTypeEnum.Int64
  return Buffer.isBuffer(value) ? ColumnTypeEnum.Bytes : ColumnTypeEnum.UnknownNumber
}

/** The types of a result's columns: as declared, else as the first value is. */
export function resultColumnTypes(
  declared: (ColumnType | null)[],
  rows: unknown[][],
): ColumnType[] {
  return declared.map((type, column) => {
    if (type !== null) return type
    const row = rows.find((values) => values[column] !== null)
    return row ? typeOfValue(row[column]) : ColumnTypeEnum.Int32
  })
}

/** A value of a row as Prisma takes it. */
export function fromSqlite(value: unknown, type: ColumnType | undefined): unknown {
  if (Buffer.isBuffer(value)) return Array.from(value)
  if (typeof value === 'number' || typeof value === 'bigint') {
    if (type === ColumnTypeEnum.DateTime) return new Date(Number(value)).toISOString()
    if (typeof value === 'bigint') return value.toString()
    if (type === ColumnTypeEnum.Int32 || type === ColumnTypeEnum.Int64) return Math.trunc(value)
  }
  return value
}

/**
 * An argument of Prisma's as SQLite stores it. Moments are text, so that they can be read and
 * compared.
 */
export function toSqlite(value: unknown, type: ArgType | undefined): SqliteValue {
  const scalar = type?.scalarType
  if (value === null || value === undefined) return null
  if (value instanceof Date || (typeof value === 'string' && scalar === 'datetime'))
    return new Date(value).toISOString().replace('Z', '+00:00')
  if (typeof value === 'string') {
    if (scalar === 'bigint') return BigInt(value)
    if (scalar === 'decimal') return Number.parseFloat(value)
    return scalar === 'bytes' ? Buffer.from(value, 'base64') : value
  }
  if (typeof value === 'number' || typeof value === 'bigint') return value
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Uint8Array) return Buffer.from(value)
  if (Array.isArray(value) && scalar === 'bytes') return Buffer.from(value)
  throw new TypeError(`SQLite cannot store a value of type ${typeof value}`)
}
