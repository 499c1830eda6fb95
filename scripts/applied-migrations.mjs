import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import Libsql from 'libsql'

// Prints the names of the migrations that a database has had, as JSON: none for a file that is no
// database of Cirkel's yet.
// For reading only: one that may write would copy the write-ahead log of a process that was killed
// into the file when it is closed, before what was deleted is overwritten in it.
const path = process.argv[2].replace(/^file:/, '')
if (!existsSync(path)) {
  console.log('[]')
  process.exit()
}
// libsql does not pass its own setting for that on.
const address = pathToFileURL(path).href
const database = new Libsql(`${address}?mode=ro`, { timeout: 5000 })
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
