import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../app/platform/database.server.ts'
import { environment } from '../app/platform/environment.server.ts'
import { newId } from '../app/platform/random.server.ts'

// Writes accounts into the database of DATABASE_URL, one after the other as a site does, until it is
// told to end. Prints the id of each when it has been stored.
const db = await openDatabase(environment.DATABASE_URL)
let isEnding = false
process.once('SIGTERM', () => {
  isEnding = true
})
while (!isEnding) {
  const id = newId()
  const on = '2026-03-14'
  const rest = { passphraseHash: 'x'.repeat(2000), createdOn: on, lastSeenOn: on }
  await db.learner.create({ data: { id, pseudonym: `Otter ${id}`, pseudonymKey: id, ...rest } })
  process.stdout.write(`${id}\n`)
  await pause(1)
}
await db.$disconnect()
