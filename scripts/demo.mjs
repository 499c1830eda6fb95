import './as-command.mjs'
import { spawnSync } from 'node:child_process'
import { generate, install, migrate } from './prepare.mjs'

// `npm run demo`: a database of its own with a circle in mid-course, plainly marked as made up, to
// look at and to try on.
install()
generate()
process.env.DATABASE_URL ||= 'file:./data/demo.db'
const { tsImport } = await import('tsx/esm/api')
const { environment } = await tsImport('../app/platform/environment.server.ts', import.meta.url)
await migrate(environment.DATABASE_URL)
const { status } = spawnSync('node_modules/.bin/tsx', ['scripts/fill-demo.ts'], {
  stdio: 'inherit',
})
process.exit(status ?? 1)
