import './as-command.mjs'
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { build, exitWithError, generate, install, migrate } from './prepare.mjs'

// `npm run bench`: the budgets of speed and memory. Ends with 1 when one is missed; with
// `-- --report` it only tells. `-- --only reviews` measures one section alone; sizes are set with
// BENCH_SIZE, BENCH_COURSES and BENCH_SECONDS.
const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, report: { type: 'boolean' } },
})
install()
const { measureAll, sections } = await import('./bench/measure-all.mjs')
const known = Object.keys(sections)
const unknown = values.only?.find((name) => !known.includes(name))
if (unknown) exitWithError(`Nothing called "${unknown}" is measured. There is ${known.join(', ')}.`)
generate()
build()
rmSync('.cache/bench', { recursive: true, force: true })
await migrate('file:./.cache/bench/bench.db')
const missed = await measureAll(values.only ?? known)
process.exit(missed > 0 && !values.report ? 1 : 0)
