import { rmSync } from 'node:fs'
import { build, generate, install, migrate } from './prepare.mjs'

// `npm run bench`: the budgets of speed, each held against a bare Node server in the same run. Ends
// with 1 when one is missed; with `-- --report` it only tells. `-- --reviews` measures the review
// alone.
install()
generate()
build()
rmSync('.cache/bench', { recursive: true, force: true })
await migrate('file:./.cache/bench/bench.db')
const { measureAll, measureOnlyReviews } = await import('./bench/measure-all.mjs')
const missed = await (process.argv.includes('--reviews') ? measureOnlyReviews() : measureAll())
process.exit(missed > 0 && !process.argv.includes('--report') ? 1 : 0)
