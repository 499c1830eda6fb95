import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { endWithSentences } from './faults.mjs'
import { build, compileCourses, exitWithError, generate, install } from './prepare.mjs'
import { runtimePackages } from './runtime-packages.mjs'

// `npm run pack -- FOLDER`: a folder from which the site runs without development packages, on a
// machine with the same system, processor and Node.

/** What of the project a site runs from. The checks of courses go by all of app/courses, tests too. */
const parts = [
  ...['build', 'prisma', 'courses', 'public', 'app', 'scripts', 'deploy', 'docs/hosting.md'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'LICENSE', '.cache/chapters'],
]

/** Of a package what no program reads: types, maps, and what its authors tried it with. */
const isLeftOut = /\.(d\.[cm]?ts|map|md|markdown|flow)$/
// Prisma's client brings a compiler of queries for each database, twice, as files of text and not.
const otherDatabases =
  /(cockroachdb|mysql|sqlserver)\.(m?js|wasm)$|(cockroachdb|mysql|sqlserver)\.wasm-base64\.m?js$/

function isWanted(path) {
  const name = basename(path)
  if (/licen[cs]e/i.test(name)) return true
  return (
    !isLeftOut.test(name) && !(path.includes(`@prisma${sep}client`) && otherDatabases.test(name))
  )
}

/** Makes the folder. Each package lies there as here, so that each finds the same others. */
export function pack(folder) {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    exitWithError(`${folder} is not empty. Name a folder that is, or that is not there.`)
  for (const part of parts)
    if (existsSync(part)) cpSync(part, join(folder, part), { recursive: true })
  for (const one of runtimePackages()) {
    const filter = (path) => isWanted(path) && !path.slice(one.length).includes('node_modules')
    mkdirSync(join(folder, dirname(one)), { recursive: true })
    cpSync(one, join(folder, one), { recursive: true, filter })
  }
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
  cpSync('node_modules/.bin/tsx', join(folder, 'node_modules/.bin/tsx'), { verbatimSymlinks: true })
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  writeFileSync(
    join(folder, 'packed'),
    `${version} ${process.platform} ${process.arch} ${process.version}\n`,
  )
}

endWithSentences()
const [folder] = process.argv.slice(2)
if (!folder) exitWithError('Name the folder to be made: npm run pack -- FOLDER')
install()
generate()
build()
compileCourses('./courses')
pack(folder)
console.log(`Packed. In ${folder}, \`npm start\` migrates the database and serves.`)
