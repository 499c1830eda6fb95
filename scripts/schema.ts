import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// `npm run schema`: makes PostgreSQL's schema and its next migration from prisma/schema.prisma, the
// one that is written by hand (docs/decisions/080). With --check, says whether that was done.
const base = 'prisma/schema.prisma'
const generated = 'prisma/postgres/schema.prisma'
const migrations = 'prisma/postgres/migrations'
const note = '// Made from prisma/schema.prisma by `npm run schema`: change that one.\n'

/** A schema for SQLite as PostgreSQL's. Fails where it does not find what it changes. */
function forPostgres(schema: string): string {
  const changed = [
    ['provider = "sqlite"', 'provider = "postgresql"'],
    ['"../app/platform/prisma"', '"../../app/platform/postgres/prisma"'],
    ['"file:./unused-the-adapter-decides.db"', '"postgresql://unused-the-adapter-decides"'],
  ] as const
  return changed.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`${base} has ${from} not exactly once.`)
    return text.replace(from, to)
  }, note + schema)
}

const isMigration = (name: string) => /^\d/.test(name)
const hashOf = (schema: string) => createHash('sha256').update(schema).digest('hex')
const marking = '-- Leads to the schema'
const mark = (schema: string) => `${marking} ${hashOf(schema)}`

/** Whether the newest migration that was made by this script leads to a schema. */
function isReached(schema: string): boolean {
  const texts = readdirSync(migrations)
    .filter(isMigration)
    .sort()
    .map((name) => readFileSync(join(migrations, name, 'migration.sql'), 'utf8'))
  return texts.findLast((text) => text.startsWith(marking))?.startsWith(mark(schema)) ?? false
}

/** The statements that lead to the generated schema from the one before, or from nothing. */
function difference(before: string | null): string {
  const file = 'prisma/postgres/before.prisma'
  if (before !== null) writeFileSync(file, before)
  const source = before === null ? ['--from-empty'] : ['--from-schema-datamodel', file]
  const { status, stdout, stderr } = spawnSync(
    'node_modules/.bin/prisma',
    [
      ...['migrate', 'diff', '--config', 'prisma/postgres/prisma.config.ts', ...source],
      ...['--to-schema-datamodel', generated, '--script'],
    ],
    { encoding: 'utf8', env: { ...process.env, CHECKPOINT_DISABLE: '1' } },
  )
  rmSync(file, { force: true })
  if (status !== 0) throw new Error(stderr)
  // Texts are compared by their bytes, as SQLite compares them.
  return stdout
    .replace('-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n', '')
    .replaceAll(/^( {4}"\w+" TEXT|.* ADD COLUMN +"\w+" TEXT)/gm, '$1 COLLATE "C"')
}

const schema = forPostgres(readFileSync(base, 'utf8'))
const before = existsSync(generated) ? readFileSync(generated, 'utf8') : null
if (before === schema && isReached(schema)) process.exit(0)
if (process.argv.includes('--check')) {
  console.error(`${generated} and its migrations do not follow ${base}: npm run schema`)
  process.exit(1)
}
const name = process.argv[2] ?? readdirSync('prisma/migrations').filter(isMigration).sort().at(-1)
const folder = join(migrations, name as string)
if (existsSync(folder)) throw new Error(`${folder} is there already: npm run schema -- NAME`)
writeFileSync(generated, schema)
try {
  const sql = difference(before)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), `${mark(schema)}\n\n${sql}`)
} catch (error) {
  if (before === null) rmSync(generated)
  else writeFileSync(generated, before)
  throw error
}
console.log(`Made ${generated} and ${folder}. Read the migration before it is committed.`)
