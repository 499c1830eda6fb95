import { PrismaPg } from '@prisma/adapter-pg'
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
} from '@prisma/driver-adapter-utils'
import type pg from 'pg'
import { isRead } from './sql.server.ts'

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
      startTransaction: (level?: IsolationLevel) => writer.startTransaction(level),
      getConnectionInfo: () => writer.getConnectionInfo(),
      dispose: async () => {
        await Promise.all([reader.dispose(), writer.dispose()])
      },
    }
  }
}
