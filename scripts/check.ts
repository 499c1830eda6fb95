import './as-command.mjs'
import { spawnSync } from 'node:child_process'

// `npm run check`: everything that can be said of the code and the content without running it.
const checks: [title: string, command: string, args: string[]][] = [
  ['Format and lint', 'biome', ['check', '--error-on-warnings', '--max-diagnostics=30']],
  ['Types', 'tsc', ['--noEmit']],
  ['Import directions', 'depcruise', ['app', '--config', '.dependency-cruiser.cjs']],
  ['Dead code', 'knip', []],
  ['Schemas of both engines', 'tsx', ['scripts/schema.ts', '--check']],
  ['Dependencies', 'tsx', ['scripts/dependencies.ts', '--quiet']],
  ['Courses', 'tsx', ['scripts/check-courses.ts']],
]

const failed = checks.filter(([title, command, args]) => {
  console.log(`${title} …`)
  return (
    spawnSync(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'inherit', 'inherit'] })
      .status !== 0
  )
})
if (failed.length > 0) console.error(`Not in order: ${failed.map(([title]) => title).join(', ')}.`)
process.exit(failed.length > 0 ? 1 : 0)
