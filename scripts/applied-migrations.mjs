import { createClient } from '@libsql/client'

// Prints the names of the migrations that a database has had, as JSON: none for a file that is no database of Cirkel's yet.
const client = createClient({ url: process.argv[2] })
try {
  const { rows } = await client.execute('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL')
  console.log(JSON.stringify(rows.map((row) => String(row.migration_name))))
} catch {
  console.log('[]')
} finally {
  client.close()
}
