import { PrismaLibSQL } from '@prisma/adapter-libsql'
import { defineConfig } from 'prisma/config'

/** Prisma without its engine binaries: everything goes through the libSQL adapter (docs/decisions/002). */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  engine: 'js',
  experimental: { adapter: true },
  adapter: async () => new PrismaLibSQL({ url: process.env.DATABASE_URL ?? 'file:./data/cirkel.db' }),
})
