import { setTimeout as pause } from 'node:timers/promises'
import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import { SqliteConnection } from './connection.server.ts'
import { isBusyError, toPrismaError } from './errors.ts'

/**
 * How long a statement waits for a lock that another process holds, in milliseconds, before it
 * fails.
 */
export const maxBusyWait = 5000
const minPause = 2
const maxPause = 50

const info = { provider: 'sqlite', adapterName: 'cirkel-libsql' } as const

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

class SqliteTransaction implements Transaction {
  readonly provider = info.provider
  readonly adapterName = info.adapterName
  // Prisma is to call commit() and rollback() rather than to send these words itself.
  readonly options = { usePhantomQuery: true }
  #connection: SqliteConnection
  #isOpen = true
  /** Resolved at the end, however it comes. */
  readonly ended: Promise<void>
  #end = () => {}

  constructor(connection: SqliteConnection) {
    this.#connection = connection
    connection.begin()
    this.ended = new Promise((resolve) => {
      this.#end = resolve
    })
  }

  #run<T>(work: () => T): T {
    // A statement that failed may have ended the transaction: what follows must not be done outside
    // of it.
    if (!this.#isOpen || !this.#connection.inTransaction)
      throw new DriverAdapterError({
        kind: 'TransactionAlreadyClosed',
        cause: 'the transaction was rolled back',
      })
    try {
      return work()
    } catch (error) {
      throw toPrismaError(error)
    }
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#run(() => this.#connection.query(query))
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return this.#run(() => this.#connection.execute(query))
  }

  async commit(): Promise<void> {
    try {
      this.#run(() => this.#connection.commit())
    } finally {
      await this.rollback()
    }
  }

  async rollback(): Promise<void> {
    // Once only: by a second time the connection may be in another transaction.
    if (!this.#isOpen) return
    this.#isOpen = false
    try {
      this.#connection.rollback()
    } finally {
      this.#end()
    }
  }
}

class SqliteAdapter implements SqlDriverAdapter {
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

  constructor(connection: SqliteConnection) {
    this.#connection = connection
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

  startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    if (isolationLevel && isolationLevel !== 'SERIALIZABLE')
      throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level: isolationLevel })
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
    this.#connection.close()
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

  constructor(path: string) {
    this.#path = path
  }

  async connect(): Promise<SqlDriverAdapter> {
    try {
      return new SqliteAdapter(
        await retryWhileBusy(
          () => new SqliteConnection(this.#path),
          performance.now() + maxBusyWait,
        ),
      )
    } catch (error) {
      throw toPrismaError(error)
    }
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    return new SqliteAdapter(new SqliteConnection(':memory:'))
  }
}
