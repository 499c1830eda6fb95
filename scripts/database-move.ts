import './as-command.mjs'
import { parseArgs } from 'node:util'
import { systemClock } from '../app/platform/clock.ts'
import { BadEnvironment, environment, readEnvironment } from '../app/platform/environment.server.ts'
import { isServerAddress, isUnprotected } from '../app/platform/postgres/address.mjs'
import { BackupFault } from './backups/backup-fault.ts'
import { moveDatabase } from './move/move-database.ts'

/** An address as the setting DATABASE_URL takes it. */
function addressOf(option: string, text: string): string {
  try {
    return readEnvironment({ DATABASE_URL: text }).DATABASE_URL
  } catch (error) {
    if (!(error instanceof BadEnvironment)) throw error
    throw new BackupFault(error.message.replaceAll('DATABASE_URL', option))
  }
}

// `npm run database:move -- --from file:… --to postgresql://…`: moves a site whole between engines
// (docs/hosting.md, "PostgreSQL, for several servers").
const { values } = parseArgs({
  options: { from: { type: 'string' }, to: { type: 'string' } },
})
if (!values.to)
  throw new BackupFault(
    'Usage: npm run database:move -- --from file:… --to postgresql://…, or the other way. ' +
      'Without --from it is the database that DATABASE_URL names.',
  )
const from = values.from ? addressOf('--from', values.from) : environment.DATABASE_URL
const to = addressOf('--to', values.to)
for (const address of [from, to].filter(isServerAddress)) {
  if (isUnprotected(address))
    console.warn('What is sent to the database server can be read on the way (sslmode=disable).')
  if (address !== environment.DATABASE_URL && new URL(address).password)
    console.warn(
      'A password on a command line can be read by other users of this machine. ' +
        'Leave it out, and put it into PGPASSWORD or the file ~/.pgpass.',
    )
}
await moveDatabase({ from, to, at: systemClock.now(), tell: (sentence) => console.log(sentence) })
process.exit(0)
