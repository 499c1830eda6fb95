import './as-command.mjs'
import { describeDatabase, environment } from '../app/platform/environment.server.ts'
import { ownVersion } from './backups/make-backup.ts'
import { missingMigrations } from './prepare.mjs'

// `npm run update:check`: whether this version, once it has been fetched, would change the site's
// database when it starts. Changes nothing, while the site runs or not, and calls nobody. Ends with 1
// where this version would refuse the database.
const missing = await missingMigrations(environment.DATABASE_URL)
const version = `Version ${ownVersion()}`
const database = describeDatabase()
console.log(
  missing.length === 0
    ? `${version} takes ${database} as it is: nothing is migrated. The version before can be started again.`
    : `${version} will migrate ${database} when it starts: ${missing.join(', ')}. The version before cannot be started on it then. Make a backup first: npm run backup -- FOLDER`,
)
process.exit(0)
