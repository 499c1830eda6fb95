import { PrismaPg } from '@prisma/adapter-pg'
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils'
import type pg from 'pg'
import { noteRefusedCommit } from './errors.ts'
import { isRead } from './sql.server.ts'

/**
 * A transaction of Prisma's that gives its connection back once, also where COMMIT is refused: Prisma
 * then ends it in no way at all.
 */
function returningItsConnection(transaction: Transaction): Transaction {
  let isOpen = true
  const once = (end: () => Promise<void>) => async () => {
    if (!isOpen) return
    isOpen = false
    await end()
  }
  const rollback = once(() => transaction.rollback())
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    options: transaction.options,
    queryRaw: (query) => transaction.queryRaw(query),
    executeRaw: async (query) => {
      try {
        return await transaction.executeRaw(query)
      } catch (error) {
        if (query.sql === 'COMMIT') {
          noteRefusedCommit(error)
          await rollback()
        }
        throw error
      }
    },
    commit: once(() => transaction.commit()),
    rollback,
  }
}

/** Joins Prisma to the two pools of a database: what reads goes to one, all the rest to the other. */
export class ServerAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = 'postgres'
  readonly adapterName = '@prisma/adapter-pg'
  #pools: { reading: pg.Pool; writing: pg.Pool }

  constructor(pools: { reading: pg.Pool; writing: pg.Pool }) {
    this.#pools = pools
  }

  async connect(): Promise<SqlDriverAdapter> {
    const { reading, writing } = this.#pools
    const options = { disposeExternalPool: true }
    const [reader, writer] = await Promise.all([
      new PrismaPg(reading, options).connect(),
      new PrismaPg(writing, options).connect(),
    ])
    const { provider, adapterName } = this
    return {
      provider,
      adapterName,
      queryRaw: (query: SqlQuery) => (isRead(query.sql) ? reader : writer).queryRaw(query),
      executeRaw: (query: SqlQuery) => writer.executeRaw(query),
      executeScript: (script: string) => writer.executeScript(script),
      startTransaction: async (level?: IsolationLevel) =>
        returningItsConnection(await writer.startTransaction(level)),
      getConnectionInfo: () => writer.getConnectionInfo(),
      dispose: async () => {
        await Promise.all([reader.dispose(), writer.dispose()])
      },
    }
  }
}
