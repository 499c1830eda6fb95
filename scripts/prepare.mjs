import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// Runs before anything is installed: only what Node itself has.

/** Ends the process with a sentence for the person at the keyboard. */
export function exitWithError(sentence) {
  console.error(sentence)
  process.exit(1)
}

// Prisma's command asks its makers' server for news and tells it of each use, unless it is told not
// to (SAFETY P19).
const quiet = { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }

/**
 * Runs a command. What it says is shown only where it fails: a newcomer need not read the tools'
 * own talk. Of a command of ours, what it says on standard error is shown as it comes.
 */
function run(command, args, { env = {}, isOurs = false } = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', isOurs ? 'inherit' : 'pipe'],
    maxBuffer: 1e8,
    env: { ...process.env, ...quiet, ...env },
  })
  if (status === 0) return
  console.error(stdout ?? '', stderr ?? '')
  exitWithError(`\`${command} ${args.join(' ')}\` failed; what it said stands above.`)
}

/**
 * Makes a folder and those above it. Node's own recursive way never ends where a folder above exists
 * and refuses to hold another, as /proc does.
 */
function makeFolder(path) {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

function hashOf(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const file of paths.flatMap(filesBelow)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** Whether this folder was made by `npm run pack`: all steps were done where that was. */
const isPacked = () => existsSync('packed')

/**
 * Does a step unless it was done with the same input and its result is still there, or the site is a
 * packed one, which has its result and not what makes it. Says what it does.
 */
function once(stamp, { inputs, result, title }, work) {
  if (isPacked()) return
  const hash = hashOf(inputs)
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  console.log(title)
  work()
  try {
    makeFolder(dirname(stamp))
    writeFileSync(stamp, hash)
  } catch (error) {
    console.warn(`${stamp} cannot be written (${error.code}): the next start does this step again.`)
  }
}

/** Installs the packages of package-lock.json. */
export function install() {
  once(
    'node_modules/.installed',
    {
      inputs: ['package-lock.json', '.npmrc'],
      result: 'node_modules/react',
      title: 'Installing packages …',
    },
    () => {
      run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
    },
  )
}

/** Generates the database clients, one an engine, from their schemas. */
export function generate() {
  once(
    '.cache/generated',
    {
      inputs: ['prisma/schema.prisma', 'prisma/postgres/schema.prisma', 'package-lock.json'],
      result: 'app/platform/postgres/prisma/client.ts',
      title: 'Generating the database clients …',
    },
    () => {
      run('node_modules/.bin/prisma', ['generate'])
      run('node_modules/.bin/prisma', ['generate', '--config', 'prisma/postgres/prisma.config.ts'])
    },
  )
}

/** Builds the site. */
export function build() {
  const inputs = [
    'app',
    'public',
    'vite.config.ts',
    'scripts/query-compiler-plugin.ts',
    'prisma/postgres/schema.prisma',
    'remix.config.js',
    'tsconfig.json',
    'package-lock.json',
  ]
  once('.cache/built', { inputs, result: 'build/server/index.js', title: 'Building …' }, () => {
    run('node_modules/.bin/remix', ['vite:build', '--logLevel', 'warn'], {
      env: { NODE_ENV: 'production' },
    })
  })
}

/**
 * Checks and compiles the courses, in a process of its own, so that the site need not load the
 * compiler. Ends with the problems, if there are any.
 */
export function compileCourses(folder) {
  once(
    '.cache/compiled',
    {
      inputs: [folder, 'app/courses', 'app/quizzes'],
      result: `${process.env.CACHE || '.cache'}/chapters`,
      title: 'Checking the courses …',
    },
    () => {
      run('node_modules/.bin/tsx', ['scripts/check-courses.ts', folder], { isOurs: true })
    },
  )
}

// Loaded when they are needed: this file runs before anything is installed.
const server = () => import('../app/platform/postgres/address.mjs')
const serverMigrations = () => import('../app/platform/postgres/migrations.mjs')

// In a process of its own: beside the site's SQLite, a second one that closes the file would take
// away the site's locks on it, and the next program to open the file, a backup or `npm run people`,
// would delete the write-ahead log under the running site.
function appliedInFile(url) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/applied-migrations.mjs', url],
    { encoding: 'utf8' },
  )
  if (status !== 0) exitWithError(stderr.trim())
  return JSON.parse(stdout)
}

/** The migrations of a SQLite database that this program comes with, each with its checksum. */
export function ownMigrations() {
  return readdirSync('prisma/migrations')
    .filter((name) => statSync(join('prisma/migrations', name)).isDirectory())
    .map((name) => {
      const sql = readFileSync(join('prisma/migrations', name, 'migration.sql'))
      return { name, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** The migrations of this program and those that a database has had, and how it is named. */
async function migrationsOf(url) {
  const { isServerAddress, describeServer } = await server()
  if (!isServerAddress(url))
    return {
      known: ownMigrations(),
      applied: appliedInFile(url),
      title: `the file ${url.slice('file:'.length)}`,
    }
  const title = describeServer(url)
  const { ownMigrations: known, appliedOnServer } = await serverMigrations()
  const applied = await appliedOnServer(url).catch((error) =>
    exitWithError(`DATABASE_URL, ${title}, cannot be used: ${error.message || error.code}.`),
  )
  return { known: known(), applied, title }
}

/**
 * The migrations that this program knows and the database has not had. Ends the process on a
 * database that has had others: a newer program's, or one that was changed since.
 */
export async function missingMigrations(url) {
  const { known, applied, title } = await migrationsOf(url)
  const unknown = applied.filter(({ name }) => !known.some((one) => one.name === name))
  if (unknown.length > 0)
    exitWithError(
      `DATABASE_URL, ${title}, belongs to a newer version of Cirkel: ` +
        `this one does not know its ${unknown.map(({ name }) => name).join(', ')}. ` +
        'Nothing was changed. Start the newer version, or restore a backup from before the update.',
    )
  const changed = applied.filter(
    ({ name, checksum }) => known.find((one) => one.name === name)?.checksum !== checksum,
  )
  if (changed.length > 0)
    exitWithError(
      `DATABASE_URL, ${title}, was made by another text of ${changed.map(({ name }) => name).join(', ')} ` +
        'than this version has. Nothing was changed. Start the version that made it, or restore a backup.',
    )
  return known.map(({ name }) => name).filter((name) => !applied.some((one) => one.name === name))
}

/** Ends the process where a database has not had every migration of this program, or has had others. */
export async function refuseOtherMigrations(url) {
  const missing = await missingMigrations(url)
  if (missing.length === 0) return
  const { title } = await migrationsOf(url)
  exitWithError(
    `DATABASE_URL, ${title}, has not been migrated: ${missing.length} ` +
      `of this version's migrations are missing. Run npm start, which does that first.`,
  )
}

/** Makes the database file if it is missing and brings the database up to the newest migration. */
export async function migrate(url) {
  const { isServerAddress } = await server()
  const isServer = isServerAddress(url)
  try {
    if (!isServer) makeFolder(dirname(url.slice('file:'.length)))
  } catch (error) {
    exitWithError(`DATABASE_URL names a file whose folder cannot be made: ${error.message}`)
  }
  if ((await missingMigrations(url)).length === 0) return
  console.log('Migrating the database …')
  if (!isServer && isPacked())
    return run(process.execPath, ['scripts/migrate-file.mjs', url], { isOurs: true })
  if (!isServer)
    return run('node_modules/.bin/prisma', ['migrate', 'deploy'], { env: { DATABASE_URL: url } })
  const { migrateServer } = await serverMigrations()
  await migrateServer(url).catch((error) => exitWithError(error.message))
}
