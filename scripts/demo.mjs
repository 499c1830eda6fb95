import { spawnSync } from 'node:child_process'
import { generate, install, migrate } from './prepare.mjs'

// `npm run demo`: a database of its own with a circle in mid-course, plainly marked as made up, to
// look at and to try on.
install()
generate()
const url = process.env.DATABASE_URL || 'file:./data/demo.db'
await migrate(url)
const { status } = spawnSync('node_modules/.bin/tsx', ['scripts/fill-demo.ts'], {
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: url },
})
process.exit(status ?? 1)
