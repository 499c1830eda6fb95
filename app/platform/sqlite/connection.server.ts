import { statSync } from 'node:fs'
import type { ColumnType, SqlQuery, SqlResultSet } from '@prisma/driver-adapter-utils'
import Libsql from 'libsql'
import { BoundedMap } from '../bounded-map.ts'
import type { LogOutcome } from '../engine.ts'
import { isWorker } from '../workers/one-for-all.server.ts'
import { bucketOf, countingTriggers, countOfBucket } from './change-counts.ts'
import { movedFile } from './errors.ts'
import { PageOverwriter } from './page-overwriter.server.ts'
import { declaredColumnType, fromSqlite, resultColumnTypes, toSqlite } from './values.ts'

const maxStatements = 200

/** A log of this size, in bytes, is to be emptied. */
const largeLog = 4 * 1024 * 1024

// Set again each time that the file is opened: all but the first belong to the connection. Waiting
// for a lock is not left to SQLite, which would hold up the whole process (busy_timeout stays 0,
// see adapter.server.ts). An acknowledged answer survives a power cut (synchronous), and what is
// deleted is overwritten (secure_delete). The log is not copied into the file before what is unused
// in its pages has been overwritten, so SQLite must not do it by itself (wal_autocheckpoint).
const pragmas = [
  'journal_mode = WAL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'synchronous = FULL',
  'busy_timeout = 0',
  'wal_autocheckpoint = 0',
]

// Statements that are prepared once. Others may change what a prepared one means, and are too
// seldom to be worth a place.
const isKept = /^\s*(SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH)\b/i
const isWrite = /^\s*(INSERT|UPDATE|DELETE|REPLACE)\b/i

interface Prepared {
  statement: Libsql.Statement
  /** Whether it changes rows, and so needs the lock for writing. */
  writes: boolean
  columnNames: string[]
  declaredTypes: (ColumnType | null)[]
}

/**
 * One connection to a SQLite file that stays open, with its statements prepared once. Everything in
 * it is synchronous, so nothing comes between two calls that follow each other without `await`.
 */
export class SqliteConnection {
  #path: string
  #database: Libsql.Database
  #prepared = new BoundedMap<string, Prepared>(maxStatements)
  #hasChanged = false
  /** Which file was opened, whatever stands at its path later. */
  #identity: string
  /** For the pages of the file. */
  pages: PageOverwriter

  /** Opens the file, or makes it. Throws what SQLite says, such as that it is busy. */
  constructor(path: string) {
    this.#path = path
    this.#database = this.#open()
    this.#identity = this.#identify()
    this.pages = new PageOverwriter(this.#database, path)
  }

  #identify(): string {
    const file = statSync(this.#path, { throwIfNoEntry: false })
    return file ? `${file.dev} ${file.ino}` : 'none'
  }

  #open(): Libsql.Database {
    const database = new Libsql(this.#path)
    try {
      for (const pragma of pragmas) database.exec(`PRAGMA ${pragma}`)
      if (isWorker) for (const sql of countingTriggers) database.exec(sql)
    } catch (error) {
      database.close()
      throw error
    }
    return database
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql)
    if (known) {
      this.#prepared.set(sql, known)
      return known
    }
    const statement = this.#database.prepare(sql)
    const columns = statement.reader ? statement.raw().columns() : []
    const prepared = {
      statement,
      writes: isWrite.test(sql) || (isKept.test(sql) && !statement.reader),
      columnNames: columns.map(({ name }) => name),
      declaredTypes: columns.map(({ type }) => declaredColumnType(type)),
    }
    if (isKept.test(sql)) this.#prepared.set(sql, prepared)
    else this.#prepared.clear()
    return prepared
  }

  /**
   * Takes the lock for writing before a statement that needs it. One that found the database busy
   * by itself would stay half done, since libsql does not reset it, and from then on SQLite refuses
   * every commit of the connection.
   */
  #locked<T>({ writes }: Prepared, work: () => T): T {
    if (!writes || this.inTransaction) return work()
    this.begin()
    try {
      const result = work()
      this.commit()
      return result
    } catch (error) {
      this.rollback()
      throw error
    }
  }

  /** Runs one statement and returns its rows. */
  query({ sql, args, argTypes }: SqlQuery): SqlResultSet {
    const prepared = this.#prepare(sql)
    const { statement, columnNames, declaredTypes } = prepared
    const values = args.map((arg, i) => toSqlite(arg, argTypes[i]))
    return this.#locked(prepared, () => {
      if (!statement.reader) {
        statement.run(values)
        return { columnNames: [], columnTypes: [], rows: [] }
      }
      const rows = statement.all(values) as unknown[][]
      const columnTypes = resultColumnTypes(declaredTypes, rows)
      return {
        columnNames,
        columnTypes,
        rows: rows.map((row) => row.map((value, i) => fromSqlite(value, columnTypes[i]))),
      }
    })
  }

  /** Runs one statement and returns its rows as SQLite has them, by the names of their columns. */
  rows(sql: string, values: readonly unknown[]): Record<string, unknown>[] {
    const prepared = this.#prepare(sql)
    const { statement, columnNames } = prepared
    const given = values.map((value) => toSqlite(value, undefined))
    const rows = this.#locked(prepared, () => statement.all(given) as unknown[][])
    return rows.map((row) => Object.fromEntries(columnNames.map((name, i) => [name, row[i]])))
  }

  /** Runs one statement and returns how many rows it changed. */
  execute({ sql, args, argTypes }: SqlQuery): number {
    if (!isKept.test(sql)) {
      this.script(sql)
      return 0
    }
    const prepared = this.#prepare(sql)
    const { statement } = prepared
    const values = args.map((arg, i) => toSqlite(arg, argTypes[i]))
    return this.#locked(prepared, () =>
      statement.reader ? statement.all(values).length : statement.run(values).changes,
    )
  }

  /**
   * Runs what needs no arguments: a change of the tables, VACUUM, or several statements, as a
   * migration has them.
   */
  script(sql: string): void {
    this.#prepared.clear()
    this.#database.exec(sql)
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction
  }

  /**
   * Takes the one lock for writing before anything is read: what is read then is not changed by
   * anybody until the commit.
   */
  begin(): void {
    if (this.#identify() !== this.#identity) throw movedFile(this.#path)
    this.#database.exec('BEGIN IMMEDIATE')
  }

  commit(): void {
    this.#database.exec('COMMIT')
    this.#hasChanged = true
  }

  /** How often something of an owner's has been changed, by any worker. */
  countOf(owner: string): number {
    const [row] = this.rows(countOfBucket, [bucketOf(owner)])
    return Number(row?.count ?? 0)
  }

  /** Whether something was changed since this was asked before. */
  takeChange(): boolean {
    const hasChanged = this.#hasChanged
    this.#hasChanged = false
    return hasChanged
  }

  /** How many bytes the file and its log take. */
  size(): number {
    const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0
    return sizeOf(this.#path) + sizeOf(`${this.#path}-wal`)
  }

  /** Whether the log has grown so large that it should be emptied. */
  isLogLarge(): boolean {
    return (statSync(`${this.#path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > largeLog
  }

  /**
   * Ends a transaction without its changes, whatever state it is in. If SQLite cannot, the file is
   * opened again.
   */
  rollback(): void {
    // After some errors, a full disk for one, SQLite has rolled back by itself.
    if (!this.inTransaction) return
    try {
      this.#database.exec('ROLLBACK')
    } catch {
      this.#prepared.clear()
      this.#database.close()
      this.#database = this.#open()
      this.#identity = this.#identify()
      this.pages = new PageOverwriter(this.#database, this.#path)
    }
  }

  /** Another number after each change that another connection has made. */
  #versionOfOthers(): unknown {
    return (this.#database.prepare('PRAGMA data_version').raw().get() as unknown[])[0]
  }

  #overwriteLog(): unknown {
    const before = this.#versionOfOthers()
    this.pages.overwrite(this.pages.pagesInLog())
    return before
  }

  /** Where other workers write, they wait until all is overwritten: hardly one gets in after that. */
  #overwriteLogLocked(): unknown {
    this.begin()
    try {
      this.pages.overwriteLocked(this.pages.pagesInLog())
      const before = this.#versionOfOthers()
      this.#database.exec('COMMIT')
      return before
    } catch (error) {
      this.rollback()
      throw error
    }
  }

  /**
   * Copies the log into the file and empties it, after overwriting what is unused in its pages.
   * Nothing deleted is then in either, unless it was there before the file was opened. Says why not:
   * another process reads the file (busy), or has changed it in between (overtaken), in which case
   * the whole file is to be looked through.
   */
  emptyLog(): LogOutcome {
    const before = isWorker ? this.#overwriteLogLocked() : this.#overwriteLog()
    const [busy] = this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw().get() as number[]
    if (busy) return 'busy'
    return this.#versionOfOthers() === before ? 'emptied' : 'overtaken'
  }

  /** Closes the file. SQLite empties the log if nobody else has it open: not before we have. */
  close(): void {
    this.#prepared.clear()
    try {
      this.emptyLog()
    } catch {
      // Another process writes, or the disk is full: the log stays, and the next to open it does it.
    }
    this.#database.close()
  }
}
