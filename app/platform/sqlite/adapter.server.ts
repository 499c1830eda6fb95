import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import type { DatabaseFile, Engine, LogOutcome, Migration } from '../engine.ts'
import type { Sql } from '../sql.ts'
import { byLead, isLead } from '../workers/lead.server.ts'
import { isWorker } from '../workers/one-for-all.server.ts'
import { SqliteConnection } from './connection.server.ts'
import { isBusyError, toPrismaError } from './errors.ts'
import { sqlOver } from './sql.server.ts'
import { info, SqliteTransaction } from './sqlite-transaction.server.ts'

/**
 * How long a statement waits for a lock that another process holds, in milliseconds, before it
 * fails.
 */
export const maxBusyWait = 5000
const minPause = 2
const maxPause = 50

/**
 * Runs work again while it finds the database busy, with growing pauses, and without holding up
 * anything else.
 */
async function retryWhileBusy<T>(work: () => T | Promise<T>, end: number): Promise<T> {
  for (let ms = minPause; ; ms = Math.min(2 * ms, maxPause)) {
    try {
      return await work()
    } catch (error) {
      if (!isBusyError(error) || performance.now() > end) throw error
    }
    await pause(ms)
  }
}

/**
 * A large log that another process kept from being emptied is left alone for so long, in
 * milliseconds, and for so many times the time that the try took: a backup may read for an hour.
 */
const minLogRest = 5000
const logRestTimes = 20

/** So many pages are looked at before others have their turn: a few milliseconds. */
const pagesAtOnce = 100

class SqliteAdapter implements SqlDriverAdapter, DatabaseFile, Engine {
  readonly name = 'SQLite'
  readonly file = this
  /**
   * One server has the file to itself (../database-owner.server.ts). If it is one process, it knows
   * what it changes; several workers count it.
   */
  readonly countAtOnce = isWorker ? (owner: string) => this.#connection.countOf(owner) : null
  readonly countChanges = isWorker
    ? async (owners: string[]) =>
        this.#waiting(() => owners.map((owner) => this.#connection.countOf(owner)))
    : null
  readonly migrations = 'prisma/migrations'
  readonly provider = info.provider
  readonly adapterName = info.adapterName
  #connection: SqliteConnection
  /** The open transaction. What does not belong to it waits for its end. */
  #transaction: SqliteTransaction | null = null
  /**
   * The end of the queue of those who found the database busy: one tries, the others wait behind
   * it.
   */
  #busyQueue: Promise<unknown> = Promise.resolve()

  /** Whether a log that has grown large is being emptied. */
  #isEmptying = false

  /** Until when a large log is left alone, by the process's clock. */
  #logRestsUntil = 0

  /** Whether another process changed the file while a large log was emptied, and nobody was told. */
  #isOvertaken = false
  readonly sql: Sql

  constructor(connection: SqliteConnection) {
    this.#connection = connection
    this.sql = sqlOver(connection, (work) => this.#run(work))
  }

  async #outsideTransactions<T>(work: () => T): Promise<T> {
    // Nothing may come between this look and the work.
    while (this.#transaction) await this.#transaction.ended
    try {
      return work()
    } catch (error) {
      // A script may have left one open. It would keep every other process from writing.
      this.#connection.rollback()
      throw error
    }
  }

  async #run<T>(work: () => T): Promise<T> {
    const result = await this.#waiting(work)
    if (this.#connection.takeChange()) void this.#emptyLargeLog()
    return result
  }

  /**
   * Empties the log where it has grown large. Where that cannot be done, it is tried again at a
   * change after a rest.
   */
  async #emptyLargeLog(): Promise<void> {
    const isDue = !this.#isEmptying && performance.now() >= this.#logRestsUntil
    if (!isDue || !this.#connection.isLogLarge()) return
    this.#isEmptying = true
    const began = performance.now()
    const emptying = isLead() ? this.#tryToEmpty() : this.#haveEmptied()
    const outcome = await emptying.catch(() => 'failed' as const)
    const end = performance.now()
    if (outcome === 'overtaken') this.#isOvertaken = true
    if (outcome === 'busy' || outcome === 'failed')
      this.#logRestsUntil = end + Math.max(minLogRest, logRestTimes * (end - began))
    this.#isEmptying = false
  }

  /** Of several workers one empties the log: two would come between each other. */
  #haveEmptied = byLead('empty the log', async (): Promise<LogOutcome> => {
    await this.#emptyLargeLog()
    return this.#connection.isLogLarge() ? 'busy' : 'emptied'
  })

  async reclaim(): Promise<void> {
    // Pages that are free are used again, and what stood in them is overwritten.
  }

  exclusively<T>(_name: string, work: () => Promise<T>): Promise<T> {
    return work()
  }

  async size(): Promise<number> {
    return this.#connection.size()
  }

  appliedMigrations(): Promise<Migration[]> {
    return this.sql.$queryRaw`
      SELECT "migration_name" AS "name", "checksum" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL`
  }

  async emptyLog(): Promise<LogOutcome> {
    const outcome = await this.#tryToEmpty()
    if (outcome !== 'emptied' || !this.#isOvertaken) return outcome
    this.#isOvertaken = false
    return 'overtaken'
  }

  async #tryToEmpty(): Promise<LogOutcome> {
    const pages = await this.#waiting(() => this.#connection.pages.pagesInLog())
    for (let at = 0; at + pagesAtOnce < pages.length; at += pagesAtOnce) {
      await this.#waiting(() => this.#connection.pages.overwrite(pages.slice(at, at + pagesAtOnce)))
      await nextTurn()
    }
    return this.#waiting(() => this.#connection.emptyLog())
  }

  async overwriteUnused(rest: () => Promise<unknown>, signal?: AbortSignal): Promise<boolean> {
    // Asked for each time: a rollback that fails opens the file again.
    const pages = () => this.#connection.pages
    const step = async <T>(work: () => T): Promise<T> => {
      const result = await this.#waiting(work)
      await this.#emptyLargeLog()
      await rest()
      return result
    }
    let trunk: number | null = null
    do {
      const after: number | null = trunk
      trunk = await step(() => pages().overwriteFree(after))
    } while (trunk !== null && !signal?.aborted)
    for (let first = 1; !signal?.aborted && first <= pages().pageCount(); first += pagesAtOnce) {
      const some = Array.from({ length: pagesAtOnce }, (_, i) => first + i)
      await step(() => pages().overwrite(some))
      await step(() => pages().overwriteTails(some))
    }
    return !signal?.aborted
  }

  async #waiting<T>(work: () => T): Promise<T> {
    const attempt = () => this.#outsideTransactions(work)
    const end = performance.now() + maxBusyWait
    try {
      return await attempt().catch((error: unknown) => {
        if (!isBusyError(error)) throw error
        const turn = this.#busyQueue.then(() => retryWhileBusy(attempt, end))
        this.#busyQueue = turn.catch(() => {})
        return turn
      })
    } catch (error) {
      throw toPrismaError(error)
    }
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#run(() => this.#connection.query(query))
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#run(() => this.#connection.execute(query))
  }

  executeScript(script: string): Promise<void> {
    return this.#run(() => this.#connection.script(script))
  }

  async transact<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const transaction = await this.#begin()
    try {
      const result = await work(transaction.sql)
      await transaction.commit()
      return result
    } finally {
      await transaction.rollback()
    }
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    if (isolationLevel && isolationLevel !== 'SERIALIZABLE')
      throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level: isolationLevel })
    return this.#begin()
  }

  #begin(): Promise<SqliteTransaction> {
    return this.#run(() => {
      const transaction = new SqliteTransaction(this.#connection)
      this.#transaction = transaction
      transaction.ended.then(() => {
        this.#transaction = null
      })
      return transaction
    })
  }

  async dispose(): Promise<void> {
    while (this.#transaction) await this.#transaction.ended
    // SQLite copies the log when the last process closes the file, whatever is in it: of several
    // workers the one that leads closes it, as the last. The others let go of it when they end.
    if (isLead()) this.#connection.close()
  }
}

/**
 * Joins Prisma to one libSQL connection that stays open (docs/decisions/036). A statement that
 * finds the database locked by another process waits up to {@link maxBusyWait}; a transaction that
 * fails is always rolled back.
 */
export class SqliteAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = info.provider
  readonly adapterName = info.adapterName
  #path: string
  /** What runs the database of the last connection, once there is one. */
  engine: Engine | null = null

  constructor(path: string) {
    this.#path = path
  }

  async connect(): Promise<SqlDriverAdapter> {
    try {
      const connection = await retryWhileBusy(
        () => new SqliteConnection(this.#path),
        performance.now() + maxBusyWait,
      )
      const adapter = new SqliteAdapter(connection)
      this.engine = adapter
      return adapter
    } catch (error) {
      throw toPrismaError(error)
    }
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    return new SqliteAdapter(new SqliteConnection(':memory:'))
  }
}
