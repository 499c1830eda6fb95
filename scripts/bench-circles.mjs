import './as-command.mjs'
import { spawnSync } from 'node:child_process'
import { build, compileCourses, generate, install } from './prepare.mjs'

// `npm run bench:circles`: the pages of study circles on a database with 20,000 circles, each held
// against a database with one. Ends with 1 when one takes more than three times as long.
install()
generate()
build()
compileCourses('./courses')
const { status } = spawnSync('node_modules/.bin/tsx', ['scripts/measure-circles.ts'], {
  stdio: 'inherit',
})
process.exit(status ?? 1)
