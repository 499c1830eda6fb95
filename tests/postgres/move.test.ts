import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import Libsql from 'libsql'
import pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { takeFile } from '../../scripts/backups/sqlite-restore.ts'
import { isMoved } from '../../scripts/move/side.ts'
import { type Ended, newFolder, onFile, runCommand, siteFile } from '../backup-process.ts'
import { useTestDatabase } from '../factories/test-database.ts'

// Its engine decides where this file runs; what is moved are databases of their own.
useTestDatabase()

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

async function newDatabase(): Promise<string> {
  const name = `moved_${randomBytes(6).toString('hex')}`
  await asAdministrator(`CREATE DATABASE ${name}`)
  made.push(name)
  return `${inject('postgres')}/${name}`
}

afterAll(async () => {
  for (const name of made) await asAdministrator(`DROP DATABASE ${name} WITH (FORCE)`)
})

const move = (from: string, to: string, started?: (child: ChildProcess) => void) =>
  runCommand('database-move', ['--from', from, '--to', to], {}, started)

function expectRefused({ code, complained }: Ended, sentence: RegExp): void {
  expect(complained).toMatch(sentence)
  expect(complained.split('\n')).toHaveLength(1)
  expect(code).toBe(1)
}

const movedTables = [...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^model (\w+)/gm)]
  .map(([, name]) => name as string)
  .filter(isMoved)
  .sort()

interface Column {
  name: string
  type: string
  notnull: number
}

/** A value for a column of a row that says which table it is of, unless it points at another. */
function valueFor(table: string, { name, type }: Column): string {
  const pointsAt: Record<string, string> = {
    learnerId: 'Learner',
    subject: 'Learner',
    circleId: 'Circle',
  }
  if (type === 'INTEGER') return '2147483646'
  if (type === 'REAL') return '0.30000000000000004'
  if (type === 'BOOLEAN') return '1'
  if (type === 'DATETIME') return `'2026-12-31T23:59:59.007+00:00'`
  return `'${pointsAt[name] ?? (name === 'id' ? table : `${table} ’é e\u0301 \ud83d\ude00\ufeff " \\ \n`)}'`
}

/** A site's file with something in each column of each table, and some rows that have little. */
async function fullSite(): Promise<{ file: string; url: string }> {
  const site = await siteFile('Calm Otter 1')
  const database = new Libsql(site.file)
  database.exec('PRAGMA foreign_keys = OFF')
  for (const table of movedTables) {
    const columns = database
      .prepare(`SELECT * FROM pragma_table_info('${table}')`)
      .all() as Column[]
    const names = columns.map(({ name }) => `"${name}"`).join(', ')
    const values = columns.map((column) => valueFor(table, column)).join(', ')
    database.exec(`INSERT INTO "${table}" (${names}) VALUES (${values})`)
  }
  database.exec(`DELETE FROM "Comment";
    INSERT INTO "Attempt" ("id", "learnerId", "course", "chapter", "question", "questionHash", "answer", "isRight", "answeredOn")
      VALUES (7, 'Learner', '', 'c', 'q', 'h', '[]', 0, '2026-12-01')`)
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  database.close()
  return site
}

/** All rows of all tables that are moved, and the numbers that they have given. */
function everythingIn(file: string): unknown[] {
  const database = new Libsql(file)
  const all = (sql: string) => database.prepare(sql).raw().all()
  const rows = movedTables.map((table) => [
    table,
    all(`SELECT * FROM "${table}"`)
      .map((row) => JSON.stringify(row))
      .sort(),
  ])
  const numbers = all(`SELECT * FROM "sqlite_sequence" WHERE "name" <> 'ChangeCount' ORDER BY 1`)
  database.close()
  return [...rows, numbers]
}

async function countsOnServer(address: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of movedTables) {
    const [row] = await ask<{ rows: string }>(
      address,
      `SELECT COUNT(*) AS "rows" FROM public."${table}"`,
    )
    counts[table] = Number(row?.rows)
  }
  return counts
}

test(
  'a site is moved to a server and back: every table, every value, and the next numbers',
  { timeout: 300_000 },
  async () => {
    const { file, url } = await fullSite()
    const server = await newDatabase()
    const there = await move(url, server)
    expect([there.code, there.complained]).toEqual([0, ''])
    expect(there.said).toMatch(/All of it is in the PostgreSQL database moved_\w+ on localhost now/)
    for (const table of movedTables)
      expect(there.said).toMatch(new RegExp(`^${table}: \\d+ rows?, checked$`, 'm'))
    const counts = await countsOnServer(server)
    const { Comment: comments, ...others } = counts
    expect([comments, Object.values(others).every((count) => count > 0)]).toEqual([0, true])
    const [session] = await ask(
      server,
      `SELECT "expiresAt"::text AS "at", "ownDevice" AS "own" FROM "Session"`,
    )
    expect(session).toEqual({ at: '2026-12-31 23:59:59.007', own: true })
    const [next] = await ask(
      server,
      `SELECT nextval(pg_get_serial_sequence('"Comment"', 'id'))::text AS "id"`,
    )
    expect(next).toEqual({ id: '2147483647' })
    await ask(server, `SELECT setval(pg_get_serial_sequence('"Comment"', 'id'), 2147483646)`)

    const back = join(newFolder(), 'new', 'site.db')
    const again = await move(server, `file:${back}`)
    expect([again.code, again.complained]).toEqual([0, ''])
    expect(everythingIn(back)).toEqual(everythingIn(file))
    expect(statSync(back).mode & 0o777).toBe(0o600)
    expect(readdirSync(dirname(back)).filter((name) => /scratch|replaced/.test(name))).toEqual([])

    // A move that was stopped after its last word was stored finds all of it there.
    const confirmed = await move(url, server)
    expect([confirmed.code, confirmed.said]).toEqual([
      0,
      expect.stringMatching(/^The PostgreSQL .* holds all of it already/),
    ])
    // One value that is another is not the same site.
    await ask(server, `UPDATE "Attempt" SET "answer" = '[1]' WHERE "id" = 7`)
    expectRefused(
      await move(url, server),
      /holds something already, in .*Learner.*, and not the same as the file .*: Attempt differ\. Nothing was changed\./,
    )
  },
)

/** Ends the command with SIGKILL as soon as it says that a table has arrived. */
function killAfter(table: string) {
  return (child: ChildProcess) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line.startsWith(`${table}:`)) child.kill('SIGKILL')
    })
  }
}

test(
  'a move that is killed leaves nothing, and can be run again',
  { timeout: 300_000 },
  async () => {
    const { file, url } = await siteFile('Calm Otter 1')
    onFile(
      file,
      `WITH RECURSIVE "n" ("i") AS (SELECT 1 UNION ALL SELECT "i" + 1 FROM "n" WHERE "i" < 40000)
      INSERT INTO "Attempt" ("learnerId", "course", "chapter", "question", "questionHash", "answer", "isRight", "answeredOn")
      SELECT 'Calm Otter 1', 'c', 'c', 'q' || "i", 'h', '[]', "i" % 2, '2026-12-01' FROM "n"`,
    )
    const server = await newDatabase()
    const killed = await move(url, server, killAfter('Learner'))
    expect([killed.code === 0, killed.said]).toEqual([false, expect.not.stringMatching(/^Visit/m)])
    await expect
      .poll(async () => Object.values(await countsOnServer(server)).every((count) => count === 0), {
        timeout: 60_000,
      })
      .toBe(true)
    const finished = await move(url, server)
    expect([finished.code, finished.complained]).toEqual([0, ''])
    expect((await countsOnServer(server)).Attempt).toBe(40_000)

    const back = join(newFolder(), 'site.db')
    const cut = await move(server, `file:${back}`, killAfter('Learner'))
    expect([cut.code === 0, existsSync(back)]).toEqual([false, false])
    expect((await move(server, `file:${back}`)).code).toBe(0)
    expect(everythingIn(back)).toEqual(everythingIn(file))
    expect(readdirSync(dirname(back)).filter((name) => /scratch/.test(name))).toEqual([])
  },
)

test(
  'a target that holds something, a site that runs, and other migrations are refused, and nothing is changed',
  { timeout: 300_000 },
  async () => {
    const { file, url } = await siteFile('Calm Otter 1')
    const other = await newDatabase()
    await ask(other, 'CREATE TABLE "visitors" ("name" text PRIMARY KEY)')
    expectRefused(
      await move(url, other),
      /holds tables that are none of Cirkel’s\. Nothing was moved\./,
    )

    const server = await newDatabase()
    const free = takeFile(file)
    expectRefused(
      await move(url, server),
      /^A site is running on the database, the file .*site\.db\. Stop it first/,
    )
    free()
    const running = new pg.Client({ connectionString: server, application_name: 'cirkel' })
    await running.connect()
    expectRefused(
      await move(url, server),
      /^A site is running on the PostgreSQL database .* Stop every server of it first\./,
    )
    await running.end()
    expect(await ask(server, `SELECT 1 FROM pg_tables WHERE schemaname = 'public'`)).toEqual([])

    expectRefused(await move(`file:${file}-none`, server), /^There is no file .*site\.db-none\./)
    const [{ name = '' } = {}] = readLastMigration(file)
    onFile(file, `DELETE FROM "_prisma_migrations" WHERE "migration_name" = '${name}'`)
    expectRefused(await move(url, server), /is older than this version: 1 migrations are missing\./)
    onFile(file, `UPDATE "_prisma_migrations" SET "checksum" = 'another'`)
    expectRefused(await move(url, server), /belongs to another version of Cirkel/)

    const address = new URL(server)
    address.password = 'canary-password'
    address.port = '1'
    const unreachable = await move(url, address.href)
    expect(unreachable.code).toBe(1)
    expect(unreachable.said + unreachable.complained).not.toContain('canary-password')
    expect(unreachable.complained).toMatch(
      /^A password on a command line can be read by other users/,
    )
  },
)

function readLastMigration(file: string): { name?: string }[] {
  const database = new Libsql(file)
  const rows = database
    .prepare('SELECT MAX("migration_name") AS "name" FROM "_prisma_migrations"')
    .all() as { name: string }[]
  database.close()
  return rows
}

test(
  'text with a NUL, bytes that are no text, and a number that is too large are told with their table, and nothing is moved',
  { timeout: 120_000 },
  async () => {
    const { file, url } = await siteFile('Calm Otter 1')
    const server = await newDatabase()
    onFile(file, `INSERT INTO "sqlite_sequence" VALUES ('Attempt', 3000000000)`)
    expectRefused(
      await move(url, server),
      /^Attempt has given the number 3000000000, and PostgreSQL goes no further than/,
    )
    onFile(file, `DELETE FROM "sqlite_sequence" WHERE "name" = 'Attempt'`)
    onFile(file, `UPDATE "Learner" SET "pseudonym" = 'a' || char(0) || 'b'`)
    expectRefused(
      await move(url, server),
      /^A row of Learner has a NUL, which PostgreSQL cannot store, in pseudonym\. Nothing was moved\./,
    )
    onFile(file, `UPDATE "Learner" SET "pseudonym" = CAST(x'61ff' AS TEXT)`)
    expectRefused(
      await move(url, server),
      /^A row of Learner has bytes that are no text, in pseudonym\./,
    )
    expect(Object.values(await countsOnServer(server)).every((count) => count === 0)).toBe(true)
  },
)
