/** What a column holds, whichever engine it stands in. */
export type Kind = 'text' | 'integer' | 'real' | 'truth' | 'moment' | 'json' | 'bytes'

/**
 * A value in the one form that both engines are read into and compared in; null where there is none.
 * Whole numbers have all their digits, a moment is in UTC with its milliseconds, and bytes are
 * hexadecimal.
 */
export type Canonical = string | null

/** Thrown for a value that its column cannot have, or that the other engine cannot store. */
export class UnfitValue extends Error {
  override name = 'UnfitValue'
}

const declared: Record<string, Kind> = {
  TEXT: 'text',
  INTEGER: 'integer',
  BIGINT: 'integer',
  REAL: 'real',
  BOOLEAN: 'truth',
  DATETIME: 'moment',
  JSONB: 'json',
  BLOB: 'bytes',
}

const onServer: Record<string, Kind> = {
  text: 'text',
  integer: 'integer',
  bigint: 'integer',
  'double precision': 'real',
  boolean: 'truth',
  'timestamp without time zone': 'moment',
  jsonb: 'json',
  bytea: 'bytes',
}

function known(kind: Kind | undefined, type: string): Kind {
  if (kind) return kind
  throw new Error(`A column is of the type ${type}, which nothing here moves yet.`)
}

/** The kind of a column of SQLite's, by its declaration. */
export function kindDeclared(type: string): Kind {
  return known(declared[type.toUpperCase()], type)
}

/** The kind of a column of PostgreSQL's, as its catalogue names the type. */
export function kindOnServer(type: string): Kind {
  return known(onServer[type], type)
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function textOf(bytes: Buffer): string {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    throw new UnfitValue('bytes that are no text')
  }
  // PostgreSQL has no place for it, and nothing that people send has it.
  if (text.includes('\0')) throw new UnfitValue('a NUL, which PostgreSQL cannot store')
  return text
}

function realOf(value: number): string {
  return Object.is(value, -0) ? '0' : String(value)
}

function momentOf(value: string | number): string {
  const moment = new Date(value)
  if (Number.isNaN(moment.getTime())) throw new UnfitValue('no moment')
  return moment.toISOString()
}

/** With the names of each object in one order: PostgreSQL keeps none. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(ordered)
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([name, inner]) => [name, ordered(inner)]))
}

function jsonOf(text: string): string {
  if (/(?<!\\)(\\\\)*\\u0000/.test(text))
    throw new UnfitValue('a NUL, which PostgreSQL cannot store')
  return JSON.stringify(ordered(JSON.parse(text)))
}

type SqliteValue = string | number | bigint | Buffer | null

const fromSqlite: Record<Kind, (value: NonNullable<SqliteValue>) => string | undefined> = {
  text: (value) => (Buffer.isBuffer(value) ? textOf(value) : undefined),
  json: (value) => (Buffer.isBuffer(value) ? jsonOf(textOf(value)) : undefined),
  bytes: (value) => (Buffer.isBuffer(value) ? value.toString('hex') : undefined),
  integer: (value) => (typeof value === 'bigint' ? String(value) : undefined),
  real: (value) =>
    typeof value === 'number' || typeof value === 'bigint' ? realOf(Number(value)) : undefined,
  truth: (value) => (value === 0n ? 'false' : value === 1n ? 'true' : undefined),
  moment: (value) =>
    typeof value === 'string' || typeof value === 'bigint'
      ? momentOf(typeof value === 'bigint' ? Number(value) : value)
      : undefined,
}

/**
 * A value as libsql reads it, with whole numbers as BigInt and texts as their bytes. Throws {@link
 * UnfitValue}.
 */
export function readSqlite(kind: Kind, value: SqliteValue): Canonical {
  if (value === null) return null
  const canonical = fromSqlite[kind](value)
  if (canonical === undefined) throw new UnfitValue(`a value that is no ${kind}`)
  return canonical
}

const fromServer: Record<Kind, (text: string) => string> = {
  text: (text) => text,
  integer: (text) => text,
  real: (text) => realOf(Number(text)),
  truth: (text) => text,
  moment: (text) => momentOf(`${text.replace(' ', 'T')}Z`),
  json: jsonOf,
  bytes: (text) => text.slice('\\x'.length),
}

/** A value as PostgreSQL writes it as text. */
export function readServer(kind: Kind, text: string | null): Canonical {
  return text === null ? null : fromServer[kind](text)
}

const toSqlite: Record<Kind, (text: string) => NonNullable<SqliteValue>> = {
  text: (text) => text,
  json: (text) => text,
  bytes: (text) => Buffer.from(text, 'hex'),
  integer: BigInt,
  real: Number,
  truth: (text) => (text === 'true' ? 1n : 0n),
  // As the site stores it there.
  moment: (text) => text.replace('Z', '+00:00'),
}

/** A value to be stored in SQLite. */
export function writeSqlite(kind: Kind, value: Canonical): SqliteValue {
  return value === null ? null : toSqlite[kind](value)
}

/** A value to be stored in PostgreSQL, as text that it casts to the column's type. */
export function writeServer(kind: Kind, value: Canonical): string | null {
  if (value === null) return null
  if (kind === 'bytes') return `\\x${value}`
  return kind === 'moment' ? value.replace('Z', '') : value
}
