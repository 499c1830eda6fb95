import './as-command.mjs'
import { parseArgs } from 'node:util'
import { systemClock } from '../app/platform/clock.ts'
import { fileFrom } from './backups/open-backup.ts'
import { restoreBackup } from './backups/restore-backup.ts'
import { build, generate } from './prepare.mjs'

// `npm run restore -- FILE`: puts a backup in the place of the site's database. With `--replace` also
// where that holds something already (docs/hosting.md, "A host's evening").
const { values, positionals } = parseArgs({
  options: { replace: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const file = fileFrom(positionals, 'npm run restore -- FILE [--replace]')
const prepare = () => {
  generate()
  build()
}
const tell = (sentence: string) => console.log(sentence)
await restoreBackup({ file, replaces: values.replace, at: systemClock.now(), prepare, tell })
process.exit(0)
