import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { ensureBrowser } from './browser.mjs'
import { ensureOffice } from './office.mjs'
import { ensurePostgres } from './postgres.mjs'
import { prepareSiteTests, prepareUnitTests } from './prepare-tests.mjs'

// `npm test`: everything, from a fresh clone. The last line counts.
const times = []

function noteTime(title, begin) {
  times.push(`${String(Math.round((performance.now() - begin) / 1000)).padStart(5)} s  ${title}`)
}

/**
 * Runs a step to its end and resolves to whether all is well. A quiet one shows what it said when
 * it has ended.
 */
function run(title, command, args, { isQuiet = false } = {}) {
  if (!isQuiet) console.log(`\n${title}`)
  const begin = performance.now()
  const output = isQuiet ? 'pipe' : 'inherit'
  const child = spawn(`node_modules/.bin/${command}`, args, { stdio: ['ignore', output, output] })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part))
  return new Promise((resolve) => {
    child.on('close', (code) => {
      noteTime(title, begin)
      resolve({ isWell: code === 0, said: isQuiet ? `\n${title}\n${Buffer.concat(said)}` : '' })
    })
  })
}

const begin = performance.now()
prepareUnitTests()
ensureBrowser()
ensureOffice()
ensurePostgres()
await prepareSiteTests()
noteTime('Install, generate, build, compile the courses', begin)

// The checks last a minute, beside as many workers as there are cores. The journeys run alone: two
// browsers with their servers fill two cores, and on a busier machine a step could fail that the
// site is not to blame for.
const [check, rules] = await Promise.all([
  run('Format, lint, types, import directions, dead code, content', 'tsx', ['scripts/check.ts'], {
    isQuiet: true,
  }),
  run('Rules, use cases and content', 'vitest', [
    'run',
    `--maxWorkers=${availableParallelism()}`,
    '--reporter=default',
    '--reporter=json',
    '--outputFile=.cache/tests/rules.json',
  ]),
])
console.log(check.said)
const journeys = await run('Journeys in a browser', 'playwright', ['test'])

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

const ruleResults = read('.cache/tests/rules.json')
const journeyCounts = read('.cache/tests/journeys.json')?.stats
const passed =
  (check.isWell ? 1 : 0) +
  (ruleResults?.numPassedTests ?? 0) +
  (journeyCounts?.expected ?? 0) +
  (journeyCounts?.flaky ?? 0)
const failed =
  (check.isWell ? 0 : 1) + (ruleResults?.numFailedTests ?? 1) + (journeyCounts?.unexpected ?? 1)
const isGreen = check.isWell && rules.isWell && journeys.isWell && failed === 0
// Said again at the end, where somebody who sees only the last lines finds it.
if (!check.isWell)
  console.log(
    '\nNot in order: format, lint, types, import directions, dead code or content (above).',
  )
for (const { name, assertionResults, message } of ruleResults?.testResults ?? []) {
  const faults = assertionResults.filter(({ status }) => status === 'failed')
  for (const { fullName, failureMessages } of faults)
    console.log(`\n${name} › ${fullName}\n${failureMessages.join('\n').slice(0, 3000)}`)
  if (faults.length === 0 && message) console.log(`\n${name}\n${message.slice(0, 3000)}`)
}
if (journeyCounts?.flaky)
  console.log(`\n${journeyCounts.flaky} journeys passed only at the second try.`)
console.log(`\n${times.join('\n')}`)
const skipped = (ruleResults?.numPendingTests ?? 0) + (journeyCounts?.skipped ?? 0)
if (skipped > 0) console.log(`\n${skipped} skipped: of what this machine or engine does not have.`)
console.log(`\n${passed} passed, ${isGreen ? 0 : Math.max(1, failed)} failed`)
process.exit(isGreen ? 0 : 1)
