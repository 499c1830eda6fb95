import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureBrowser } from './browser.mjs'
import { ensureOffice } from './office.mjs'
import { build, compileCourses, generate, install, migrate } from './prepare.mjs'

// `npm test`: everything, from a fresh clone. The last line counts.
install()
generate()
build()
compileCourses('./courses')
ensureBrowser()
ensureOffice()
rmSync('.cache/tests', { recursive: true, force: true })
mkdirSync('.cache/tests', { recursive: true })
// Every server of the journeys starts from a copy of this one.
await migrate('file:./.cache/tests/template.db')

function run(title, command, args) {
  console.log(`\n${title}`)
  return spawnSync(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

const steps = [
  run('Format, lint, types, import directions, dead code, content', 'tsx', ['scripts/check.ts']),
  run('Rules, use cases and content', 'vitest', ['run', '--reporter=default', '--reporter=json', '--outputFile=.cache/tests/rules.json']),
  run('Journeys in a browser', 'playwright', ['test']),
]

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

const rules = read('.cache/tests/rules.json')
const journeys = read('.cache/tests/journeys.json')?.stats
const passed = (steps[0] ? 1 : 0) + (rules?.numPassedTests ?? 0) + (journeys?.expected ?? 0) + (journeys?.flaky ?? 0)
const failed = (steps[0] ? 0 : 1) + (rules?.numFailedTests ?? 1) + (journeys?.unexpected ?? 1)
const isGreen = steps.every(Boolean) && failed === 0
// Said again at the end, where somebody who sees only the last lines finds it.
if (!steps[0]) console.log('\nNot in order: format, lint, types, import directions, dead code or content (above).')
for (const { name, assertionResults, message } of rules?.testResults ?? []) {
  const faults = assertionResults.filter(({ status }) => status === 'failed')
  for (const { fullName, failureMessages } of faults) console.log(`\n${name} › ${fullName}\n${failureMessages.join('\n').slice(0, 3000)}`)
  if (faults.length === 0 && message) console.log(`\n${name}\n${message.slice(0, 3000)}`)
}
if (journeys?.flaky) console.log(`\n${journeys.flaky} journeys passed only at the second try.`)
console.log(`\n${passed} passed, ${isGreen ? 0 : Math.max(1, failed)} failed`)
process.exit(isGreen ? 0 : 1)
