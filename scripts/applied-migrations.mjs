import Libsql from 'libsql'

// Prints the names of the migrations that a database has had, as JSON: none for a file that is no
// database of Cirkel's yet.
const database = new Libsql(process.argv[2], { timeout: 5000 })
try {
  const rows = database
    .prepare('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL')
    .all()
  console.log(JSON.stringify(rows.map((row) => row.migration_name)))
} catch (error) {
  if (!/no such table/.test(error.message)) throw error
  console.log('[]')
} finally {
  database.close()
}
