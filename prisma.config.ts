import { defineConfig } from 'prisma/config'
import { SqliteAdapterFactory } from './app/platform/sqlite/adapter.server.ts'

/**
 * Prisma without its engine binaries: everything goes through the site's own adapter
 * (docs/decisions/002).
 */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  engine: 'js',
  experimental: { adapter: true },
  adapter: async () =>
    new SqliteAdapterFactory(
      (process.env.DATABASE_URL ?? 'file:./data/cirkel.db').slice('file:'.length),
    ),
})
