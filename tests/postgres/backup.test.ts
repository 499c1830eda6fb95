import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readBackupName } from '../../app/platform/backup-names.ts'
import { migrateServer } from '../../app/platform/postgres/migrations.mjs'
import { programEnvironment, startProgram } from '../../scripts/backups/server-programs.ts'
import { fillDatabase } from '../../scripts/backups/server-restore.ts'
import { insertAccount, newFolder, runCommand } from '../backup-process.ts'
import { useTestDatabase } from '../factories/test-database.ts'

// Its engine decides where this file runs; what is backed up are databases of a user of their own.
useTestDatabase()

const user = `backup_${randomBytes(4).toString('hex')}`
const password = 'canary-password-of-the-database'
const made: string[] = []

async function ask<T extends pg.QueryResultRow>(address: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

const asAdministrator = (sql: string) => ask(`${inject('postgres')}/postgres`, sql)

/** An empty database of a user who may do nothing else, and its address. */
async function newDatabase(): Promise<string> {
  const name = `${user}_${made.length}`
  await asAdministrator(`CREATE DATABASE ${name} OWNER ${user}`)
  made.push(name)
  const address = new URL(`${inject('postgres')}/${name}`)
  address.username = user
  address.password = password
  return address.href
}

/** A migrated one, with an account for each name. */
async function newSite(...names: string[]): Promise<string> {
  const address = await newDatabase()
  await migrateServer(address)
  for (const name of names)
    await ask(address, insertAccount(name).replace('date()', `'2026-11-30'`))
  return address
}

const peopleIn = async (address: string) =>
  (
    await ask<{ pseudonym: string }>(
      address,
      'SELECT "pseudonym" FROM public."Learner" ORDER BY "pseudonym"',
    )
  ).map(({ pseudonym }) => pseudonym)

const schemasOf = async (address: string) =>
  (
    await ask<{ name: string }>(
      address,
      `SELECT nspname AS "name" FROM pg_namespace WHERE nspname !~ '^(pg_|information)' ORDER BY 1`,
    )
  ).map(({ name }) => name)

async function backupOf(address: string): Promise<string> {
  const folder = newFolder()
  const ended = await runCommand('backup', [folder], { DATABASE_URL: address })
  expect([ended.code, ended.complained]).toEqual([0, ''])
  expect(ended.said).not.toContain(password)
  return join(folder, readdirSync(folder).find((name) => readBackupName(name)) as string)
}

beforeAll(async () => {
  await asAdministrator(`CREATE ROLE ${user} LOGIN PASSWORD '${password}'`)
})

afterAll(async () => {
  for (const name of made) await asAdministrator(`DROP DATABASE ${name} WITH (FORCE)`)
  await asAdministrator(`DROP ROLE ${user}`)
})

test('the programs of PostgreSQL are told where to connect in their environment, not on a command line', () => {
  const environment = programEnvironment('postgresql://otter:se%20cret@db.example:5433/cirkel')
  expect(environment).toMatchObject({
    PGHOST: 'db.example',
    PGPORT: '5433',
    PGUSER: 'otter',
    PGPASSWORD: 'se cret',
    PGDATABASE: 'cirkel',
    PGSSLMODE: 'verify-full',
  })
  expect(programEnvironment('postgresql://otter@localhost/cirkel').PGSSLMODE).toBe('disable')
})

test('a server that is newer than the programs of this machine is told in a sentence', () => {
  const start = () =>
    startProgram('pg_dump', { address: 'postgresql://localhost/none', version: 999, args: [] })
  expect(start).toThrow(
    /^The server is PostgreSQL 999, and pg_dump on this machine is of version \d+, which is older\./,
  )
})

test('a site is backed up, verified on an empty database, and restored in the place of another, which is kept until the new one has started', async () => {
  const source = await newSite('Calm Otter 1', 'Bright Egret 2')
  const path = await backupOf(source)

  // Its user may make no database: the command says what to do, and takes one that is given.
  const refused = await runCommand('backup-verify', [path], { DATABASE_URL: source })
  expect([refused.code, refused.complained]).toEqual([
    1,
    expect.stringMatching(/^No database can be made to verify it in .*--scratch postgresql:/),
  ])
  const scratch = await newDatabase()
  const verified = await runCommand('backup-verify', [path, '--scratch', scratch], {
    DATABASE_URL: source,
  })
  expect([verified.code, verified.complained]).toEqual([0, ''])
  expect(verified.said).toMatch(/hold as many rows .*: 2 accounts,/)
  expect(verified.said).toMatch(/A site started on it: \S+ could be read, .* was marked\./)
  expect(await ask(scratch, `SELECT 1 FROM pg_tables WHERE schemaname = 'public'`)).toEqual([])

  const target = await newSite('Quiet Heron 3')
  const settings = { DATABASE_URL: target }
  const occupied = await runCommand('restore', [path], settings)
  expect([occupied.code, occupied.complained]).toEqual([
    1,
    expect.stringMatching(/holds something already\. With --replace .* Nothing was changed\.$/),
  ])
  const running = new pg.Client({ connectionString: target, application_name: 'cirkel' })
  await running.connect()
  const busy = await runCommand('restore', [path, '--replace'], settings)
  await running.end()
  expect([busy.code, busy.complained]).toEqual([
    1,
    expect.stringMatching(/^A site is running on .*\. Stop every server of it first\./),
  ])
  expect(await peopleIn(target)).toEqual(['Quiet Heron 3'])

  const failed = await runCommand('restore', [path, '--replace'], {
    ...settings,
    COURSES: newFolder(),
  })
  expect([failed.code, failed.complained]).toEqual([
    1,
    expect.stringMatching(/What was there before is there again\.$/),
  ])
  expect([await peopleIn(target), await schemasOf(target)]).toEqual([['Quiet Heron 3'], ['public']])

  const restored = await runCommand('restore', [path, '--replace'], settings)
  expect([restored.code, restored.complained]).toEqual([0, ''])
  expect([await peopleIn(target), await schemasOf(target)]).toEqual([
    ['Bright Egret 2', 'Calm Otter 1'],
    ['public'],
  ])
})

test('what is filled and stopped in the middle, or fails there, leaves what was there', async () => {
  const target = await newSite('Quiet Heron 3')
  const folder = newFolder()
  mkdirSync(join(folder, 'dump'), { mode: 0o700 })
  const source = await newSite('Calm Otter 1')
  const dump = join(folder, 'database.pgdump')
  await startProgram('pg_dump', {
    address: source,
    version: 1,
    args: ['--format=custom', `--file=${dump}`],
  }).ended
  const bytes = readFileSync(dump)
  const cut = join(folder, 'cut.pgdump')
  writeFileSync(cut, bytes.subarray(0, bytes.length - 2000))
  await expect(fillDatabase(target, cut)).rejects.toThrow(/failed/)
  expect([await peopleIn(target), await schemasOf(target)]).toEqual([['Quiet Heron 3'], ['public']])
  await fillDatabase(target, dump)
  expect([await peopleIn(target), await schemasOf(target)]).toEqual([
    ['Calm Otter 1'],
    ['cirkel_replaced', 'public'],
  ])
})
