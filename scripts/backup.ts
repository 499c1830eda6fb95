import './as-command.mjs'
import { parseArgs } from 'node:util'
import { systemClock } from '../app/platform/clock.ts'
import { folderFrom, makeBackup } from './backups/make-backup.ts'

// `npm run backup -- FOLDER`: the site's database, proof key and settings in one file, while the site
// runs. With `--encrypt` it asks for a passphrase (docs/hosting.md, "A host's evening").
const { values, positionals } = parseArgs({
  options: { encrypt: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const folder = folderFrom(positionals)
const told = await makeBackup(folder, { isEncrypted: values.encrypt, at: systemClock.now() })
console.log(told.join('\n'))
process.exit(0)
