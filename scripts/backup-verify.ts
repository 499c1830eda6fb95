import './as-command.mjs'
import { parseArgs } from 'node:util'
import { fileFrom } from './backups/open-backup.ts'
import { verifyBackup } from './backups/verify-backup.ts'

// `npm run backup:verify -- FILE`: restores a backup into a scratch place, starts a site on it, and
// says what it found. `--scratch` names an empty PostgreSQL database to try a backup of one on.
const { values, positionals } = parseArgs({
  options: { scratch: { type: 'string' } },
  allowPositionals: true,
})
const file = fileFrom(positionals, 'npm run backup:verify -- FILE [--scratch postgresql://…]')
const tell = (sentence: string) => console.log(sentence)
await verifyBackup({ file, scratchAddress: values.scratch, tell })
process.exit(0)
