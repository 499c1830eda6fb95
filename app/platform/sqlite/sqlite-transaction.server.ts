import {
  DriverAdapterError,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import type { Sql } from '../sql.ts'
import type { SqliteConnection } from './connection.server.ts'
import { toPrismaError } from './errors.ts'
import { sqlOver } from './sql.server.ts'

/** How the adapter is called towards Prisma. */
export const info = { provider: 'sqlite', adapterName: 'cirkel-libsql' } as const

/** A transaction of Prisma's on the one connection; when it is over, the next one may begin. */
export class SqliteTransaction implements Transaction {
  readonly provider = info.provider
  readonly adapterName = info.adapterName
  // Prisma is to call commit() and rollback() rather than to send these words itself.
  readonly options = { usePhantomQuery: true }
  #connection: SqliteConnection
  #isOpen = true
  /** Its statements without Prisma. */
  readonly sql: Sql
  /** Resolved at the end, however it comes. */
  readonly ended: Promise<void>
  #end = () => {}

  constructor(connection: SqliteConnection) {
    this.#connection = connection
    connection.begin()
    this.sql = sqlOver(connection, async (work) => this.#run(work))
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
