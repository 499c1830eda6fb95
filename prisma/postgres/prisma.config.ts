import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import { defineConfig } from 'prisma/config'

// `prisma migrate diff` compares two files, and asks for no more than the version of the server that
// the statements are for. It is answered here, so that no server is needed.
const version = { number: 140000, name: 'PostgreSQL 14.0' }
const info = { provider: 'postgres', adapterName: 'no-server' } as const

async function queryRaw({ sql }: SqlQuery) {
  if (!sql.includes('server_version_num')) throw new Error(`There is no server to ask: ${sql}`)
  return {
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, version.name, version.number]],
  }
}

const refuse = () => Promise.reject(new Error('There is no server.'))
const adapter: SqlDriverAdapter = {
  ...info,
  queryRaw,
  executeRaw: refuse,
  executeScript: async () => {},
  startTransaction: refuse,
  dispose: async () => {},
}
const factory: SqlMigrationAwareDriverAdapterFactory = {
  ...info,
  connect: async () => adapter,
  connectToShadowDb: async () => adapter,
}

/**
 * For `prisma generate` and `prisma migrate diff` of PostgreSQL's schema. Its migrations are applied
 * by scripts/postgres-migrations.mjs (docs/decisions/080).
 */
export default defineConfig({
  schema: 'schema.prisma',
  engine: 'js',
  experimental: { adapter: true },
  adapter: async () => factory,
})
