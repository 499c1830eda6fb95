import pg from 'pg'
import type { Engine, Migration } from '../engine.ts'
import { log } from '../log.server.ts'
import type { PrismaClient } from '../prisma/client.ts'
import type { Sql } from '../sql.ts'
import { isWorker } from '../workers/one-for-all.server.ts'
import { shareOf } from '../workers/share.server.ts'
import { ServerAdapterFactory } from './adapter.server.ts'
import { connectionOf } from './address.mjs'
import { PrismaClient as ServerClient } from './prisma/client.ts'
import { sqlOver } from './sql.server.ts'

/** So many connections are open at most: for reading, and for writing. Workers share twice as many. */
const perPool = isWorker ? Math.min(6, Math.max(2, shareOf(12))) : 6
const maxConnections = { reading: perPool, writing: perPool }

// What reads sees what was committed before it began. What writes acts as if it were alone, as in
// SQLite; where another came between, the server undoes it (40001), and it is run again. A server
// that is stuck must not hold a page for longer than SQLite's locks would.
const settings = {
  reading: '-c default_transaction_read_only=on -c statement_timeout=30000',
  writing:
    '-c default_transaction_isolation=serializable -c statement_timeout=30000 -c lock_timeout=5000',
}

function poolFor(address: string, use: keyof typeof settings): pg.Pool {
  const pool = new pg.Pool({
    ...connectionOf(address),
    max: maxConnections[use],
    // One of them stays, so that a restore sees that a site is running.
    min: use === 'reading' ? 1 : 0,
    options: settings[use],
    idleTimeoutMillis: 60_000,
  })
  // One that breaks while nobody uses it is replaced by the pool.
  pool.on('error', (error) => log.warn({ error }, 'a connection to the database was lost'))
  return pool
}

class ServerEngine implements Engine {
  readonly name = 'PostgreSQL'
  readonly file = null
  readonly countAtOnce = null
  readonly migrations = 'prisma/postgres/migrations'
  readonly sql: Sql
  #address: string
  #reading: pg.Pool
  #writing: pg.Pool

  constructor(address: string, pools: { reading: pg.Pool; writing: pg.Pool }) {
    this.#address = address
    this.#reading = pools.reading
    this.#writing = pools.writing
    this.sql = sqlOver((isRead) => (isRead ? this.#reading : this.#writing))
  }

  async transact<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await this.#writing.connect()
    let failure: Error | undefined
    // A connection that breaks fails the statement that is under way, or the next.
    const lost = (error: Error) => {
      failure = error
    }
    client.on('error', lost)
    try {
      await client.query('BEGIN')
      const result = await work(sqlOver(() => client))
      await client.query('COMMIT')
      return result
    } catch (error) {
      // A connection that cannot even do that is not used again.
      await client.query('ROLLBACK').catch((fault: Error) => {
        failure = fault
      })
      throw error
    } finally {
      client.removeListener('error', lost)
      client.release(failure)
    }
  }

  /** Has the server take dead rows away, so that their room is used again. */
  async reclaim(): Promise<void> {
    await this.#alone(async (client) => {
      await client.query('VACUUM (INDEX_CLEANUP ON)')
    })
  }

  async size(): Promise<number> {
    const rows = await this.sql.$queryRaw<{ size: bigint | number }[]>`
      SELECT pg_database_size(current_database()) AS "size"`
    return Number(rows[0]?.size)
  }

  appliedMigrations(): Promise<Migration[]> {
    return this.sql.$queryRaw`SELECT "name", "checksum" FROM "_cirkel_migrations"`
  }

  countChanges = async (owners: string[]): Promise<number[]> => {
    const { rows } = await this.#reading.query<{ count: number | null }>({
      name: 'count-changes',
      text: `SELECT "ChangeCount"."count" FROM unnest($1::text[]) WITH ORDINALITY AS "owner" ("id", "place")
        LEFT JOIN "ChangeCount" ON "bucket" = "bucketOf"("owner"."id") ORDER BY "place"`,
      values: [owners],
    })
    return rows.map(({ count }) => count ?? 0)
  }

  exclusively<T>(name: string, work: () => Promise<T>): Promise<T | null> {
    return this.#alone(async (client) => {
      const { rows } = await client.query<{ isMine: boolean }>(
        'SELECT pg_try_advisory_lock(hashtext($1)) AS "isMine"',
        [`cirkel ${name}`],
      )
      // The lock goes with the connection, however this process ends.
      return rows[0]?.isMine ? work() : null
    })
  }

  /** Lends a connection of its own, with none of the pools' settings. */
  async #alone<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client(connectionOf(this.#address))
    client.on('error', (error) => log.warn({ error }, 'a connection to the database was lost'))
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

/** Opens a database of a PostgreSQL server, which must have been migrated (docs/decisions/080). */
export async function openServer(
  address: string,
): Promise<{ client: PrismaClient; engine: Engine }> {
  const pools = { reading: poolFor(address, 'reading'), writing: poolFor(address, 'writing') }
  const adapter = new ServerAdapterFactory(pools)
  const client = new ServerClient({
    adapter,
    transactionOptions: { maxWait: 10_000, timeout: 10_000 },
  })
  await client.$connect()
  // Both are made from the same models, and differ in nothing that a store can write.
  return { client: client as unknown as PrismaClient, engine: new ServerEngine(address, pools) }
}
