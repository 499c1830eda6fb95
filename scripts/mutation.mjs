import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { groups } from './mutation-groups.mjs'
import { prepareUnitTests } from './prepare-tests.mjs'

// `npm run test:mutation [file …]`: changes the pure rules of mutation-groups.mjs one by one, and
// sees whether a test notices. Ends with 1 where fewer than 85 % are noticed, where one that is not
// noticed does not stand in docs/mutation.md with its reason, or where one that stands there is
// noticed by now.
const minShare = 0.85
const given = process.argv.slice(2)

/** What a group changes in this run: the files that were named, or all its rules. */
function filesOf({ folder, rules }) {
  return given.length > 0
    ? given.filter((file) => file.startsWith(`${folder}/`))
    : rules.map((rule) => `${folder}/${rule}`)
}

const oneLine = (text) => text.replace(/\s+/g, ' ').trim()

/** A change as docs/mutation.md names it: `file`, its kind, `what stood` → `what stands`. */
function nameOf(file, source, { mutatorName, replacement, location: { start, end } }) {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1)
  lines[0] = lines[0].slice(start.column - 1)
  return `\`${file}\` ${mutatorName} \`${oneLine(lines.join('\n'))}\` → \`${oneLine(replacement)}\``
}

/**
 * Changes a group's files one by one. Each change, with its file, its name and whether a test
 * noticed.
 */
function changesIn(group) {
  const files = filesOf(group)
  if (files.length === 0) return []
  const MUTATION_TESTS = group.tests.map((test) => join(group.folder, test)).join()
  const { status } = spawnSync('node_modules/.bin/stryker', ['run', '--mutate', files.join()], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS },
  })
  if (status !== 0) process.exit(status ?? 1)
  const report = JSON.parse(readFileSync('.cache/mutation/report.json', 'utf8'))
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter((mutant) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(mutant.status))
      .map((mutant) => ({
        file,
        name: nameOf(file, source, mutant),
        isNoticed: mutant.status === 'Killed' || mutant.status === 'Timeout',
      })),
  )
}

prepareUnitTests()
const changes = groups.flatMap(changesIn)
if (changes.length === 0) {
  console.error('No rule of scripts/mutation-groups.mjs has this name.')
  process.exit(1)
}

const files = [...new Set(changes.map(({ file }) => file))]
const missed = changes.filter(({ isNoticed }) => !isNoticed)
const figures = (all) => {
  const noticed = all.filter(({ isNoticed }) => isNoticed).length
  return `${noticed} of ${all.length} changes are noticed (${((noticed / all.length) * 100).toFixed(1)} %)`
}
console.log('')
for (const file of files)
  console.log(`${file}: ${figures(changes.filter((one) => one.file === file))}`)
console.log(`Together: ${figures(changes)}.`)

const documented = oneLine(readFileSync('docs/mutation.md', 'utf8'))
  .split(/(?<!\S)- (?=`)/)
  .slice(1)
const isNamed = ({ name }) => documented.some((entry) => entry.startsWith(`${name}:`))
const unexplained = missed.filter((one) => !isNamed(one))
const outdated = documented.filter(
  (entry) =>
    files.some((file) => entry.startsWith(`\`${file}\` `)) &&
    !missed.some(({ name }) => entry.startsWith(`${name}:`)),
)
for (const { name } of unexplained)
  console.error(`Not in docs/mutation.md, with its reason: ${name}`)
for (const entry of outdated)
  console.error(`Stands in docs/mutation.md and is noticed, or is no more: ${entry.slice(0, 160)}`)
const isTooFew = 1 - missed.length / changes.length < minShare
if (isTooFew) console.error(`${minShare * 100} % must be noticed.`)
process.exit(isTooFew || unexplained.length > 0 || outdated.length > 0 ? 1 : 0)
