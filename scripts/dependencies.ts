import './as-command.mjs'
import { readFileSync } from 'node:fs'
import { type LockedPackage, problemsOf, readLock } from './dependencies/packages.ts'

// `npm run licences`: every package of the lock file, its licence and whether it has an install
// script; with --quiet only what is not in order.
const packages = readLock(readFileSync('package-lock.json', 'utf8'))
const line = ({ name, version, licence, hasInstallScript, isForDevelopment }: LockedPackage) =>
  [
    `${name} ${version}`,
    licence,
    isForDevelopment ? 'development' : 'runtime',
    hasInstallScript ? 'install script' : '',
  ]
    .filter(Boolean)
    .join('  ')
if (!process.argv.includes('--quiet')) console.log(packages.map(line).join('\n'))

const problems = problemsOf(packages, readFileSync('.npmrc', 'utf8'))
const runtime = packages.filter(({ isForDevelopment }) => !isForDevelopment).length
console.log(
  `${packages.length} packages, ${runtime} of them at runtime. ${problems.length === 0 ? 'All in order.' : ''}`,
)
if (problems.length > 0) console.error(problems.join('\n'))
process.exit(problems.length > 0 ? 1 : 0)
