import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import {
  deleteSessionsOf,
  findSessions,
  insertSession,
} from '../../app/accounts/sessions/session-store.server.ts'
import { catchUpWithPublished, publishedIn } from '../../app/comments/published.server.ts'
import { addNote, countNotes } from '../../app/notes/note-store.server.ts'
import { deleteLearner } from '../../app/personal-data/learner-data-store.server.ts'
import { noticeChanges, versionOf } from '../../app/platform/cache-version.server.ts'
import { databaseEngine, openDatabase } from '../../app/platform/database.server.ts'
import { migrationFault } from '../../app/platform/database-check.server.ts'
import { connectionOf } from '../../app/platform/postgres/address.mjs'
import {
  appliedOnServer,
  migrateServer,
  ownMigrations,
} from '../../app/platform/postgres/migrations.mjs'
import { recordVisit } from '../../app/progress/visit-store.server.ts'
import { startPostgres } from '../../scripts/postgres.mjs'
import { catalogue } from '../factories/catalogue.ts'
import { createServerDatabase, useTestDatabase } from '../factories/test-database.ts'
import { storeLearner } from '../factories/test-learner.ts'

const site = useTestDatabase()
const place = { course: 'tiny', chapter: 'first' }

/** Asks the server past the site. */
async function ask<T extends pg.QueryResultRow>(sql: string, address = site.url): Promise<T[]> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A process that looks whether a database has had this program's migrations, and what it says. */
function refusal(address: string): Promise<{ code: number; said: string }> {
  const program = `import('./scripts/prepare.mjs').then((m) => m.refuseOtherMigrations(process.argv[1]))`
  return new Promise((resolve) =>
    execFile(process.execPath, ['-e', program, address], (error, _, said) =>
      resolve({ code: Number(error?.code ?? 0), said }),
    ),
  )
}

async function emptyDatabase(): Promise<string> {
  const name = `empty_${Math.random().toString(36).slice(2)}`
  await ask(`CREATE DATABASE ${name}`)
  return `${inject('postgres')}/${name}`
}

test('of twenty writers at once, each sees what the others have written: no more go in than may', async () => {
  const learnerId = await storeLearner()
  const titles = { chapterTitle: 'First', sectionTitle: 'One', text: 'a', writtenOn: '2026-03-14' }
  const added = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      addNote(learnerId, { ...place, section: `s${i}`, ...titles }, 5),
    ),
  )
  expect([added.filter(Boolean).length, await countNotes(learnerId)]).toEqual([5, 5])
})

test('of a crowd that writes through Prisma at once, whom the server refuses is run again, and no connection is lost', async () => {
  const learnerId = await storeLearner()
  const session = { learnerId, ownDevice: false, startedOn: '2026-03-14' }
  const expiresAt = new Date('2026-03-15')
  for (let round = 0; round < 3; round++)
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        i % 2
          ? insertSession({ ...session, id: `${round} ${i}`, expiresAt })
          : deleteSessionsOf(learnerId, `${round} ${i + 1}`),
      ),
    )
  await insertSession({ ...session, id: 'last', expiresAt })
  expect((await findSessions(learnerId, new Date('2026-03-14'))).map(({ id }) => id)).toContain(
    'last',
  )
})

test('what another server changes of a learner’s is noticed before their next page, and nothing else', async () => {
  const [learnerId, other] = [await storeLearner(), await storeLearner()]
  await noticeChanges(learnerId)
  await noticeChanges(other)
  const before = [versionOf(learnerId), versionOf(other)]
  await noticeChanges(learnerId)
  expect(versionOf(learnerId)).toBe(before[0])
  await ask(
    `INSERT INTO "Visit" ("learnerId", "course", "chapter", "openedOn", "turn") VALUES ('${learnerId}', 'tiny', 'first', '2026-03-14', 1)`,
  )
  const noticing = noticeChanges(learnerId)
  await noticeChanges(other)
  await noticing
  expect([versionOf(learnerId) === before[0], versionOf(other)]).toEqual([false, before[1]])
})

test('a comment that another server publishes or takes back is shown or gone at once', async () => {
  await catchUpWithPublished()
  expect(publishedIn(place)).toEqual([])
  await ask(
    `INSERT INTO "Comment" ("course", "chapter", "country", "language", "text", "isSigned", "state", "sentOn", "decidedOn")
     VALUES ('tiny', 'first', 'ZW', 'en', 'We met under a tree', false, 'published', '2026-03-14', '2026-03-14')`,
  )
  await catchUpWithPublished()
  expect(publishedIn(place).map(({ text }) => text)).toEqual(['We met under a tree'])
  await ask('DELETE FROM "Comment"')
  await catchUpWithPublished()
  expect(publishedIn(place)).toEqual([])
})

test('regular work is done by one server at a time, and by the other when that one has ended', async () => {
  const other = await openDatabase(site.url)
  const engine = await databaseEngine()
  const outcome = await engine.exclusively('work', async () => [
    await engine.exclusively('work', async () => 'twice'),
    await engine.exclusively('other work', async () => 'beside'),
  ])
  expect(outcome).toEqual([null, 'beside'])
  expect(await engine.exclusively('work', async () => 'again')).toBe('again')
  await other.$disconnect()
})

test('two servers that start at once migrate an empty database once', async () => {
  const address = await emptyDatabase()
  expect(await appliedOnServer(address)).toEqual([])
  expect(await refusal(address)).toMatchObject({ code: 1, said: /has not been migrated: \d+ of/ })
  await Promise.all([migrateServer(address), migrateServer(address)])
  await migrateServer(address)
  const own = ownMigrations().map(({ name, checksum }) => ({ name, checksum }))
  expect(await appliedOnServer(address)).toEqual(own)
  expect(await refusal(address)).toEqual({ code: 0, said: '' })
})

test('a database that had other migrations than the program’s is refused, by name and by checksum', async () => {
  const address = await createServerDatabase()
  await ask(`INSERT INTO "_cirkel_migrations" VALUES ('29990101000000_later', 'c')`, address)
  expect(await refusal(address)).toMatchObject({
    code: 1,
    said: expect.stringMatching(
      /newer version of Cirkel: this one does not know its 29990101000000_later/,
    ),
  })
  await ask(`DELETE FROM "_cirkel_migrations" WHERE "name" LIKE '2999%'`, address)
  await ask(`UPDATE "_cirkel_migrations" SET "checksum" = 'c'`, address)
  expect(await refusal(address)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/was made by another text of \d+_first_release/),
  })
})

test('a server that runs notices that another version has migrated its database', async () => {
  expect(await migrationFault()).toBeNull()
  await ask(`INSERT INTO "_cirkel_migrations" VALUES ('29990101000000_later', 'c')`)
  expect(await migrationFault()).toBe('a newer version has migrated it')
  await ask(`DELETE FROM "_cirkel_migrations" WHERE "name" LIKE '2999%'`)
  expect(await migrationFault()).toBeNull()
})

test('the migrations lead to the tables, columns and keys of the schema', async () => {
  const script = execFileSync(
    'node_modules/.bin/prisma',
    [
      ...['migrate', 'diff', '--config', 'prisma/postgres/prisma.config.ts', '--from-empty'],
      ...['--to-schema-datamodel', 'prisma/postgres/schema.prisma', '--script'],
    ],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, CHECKPOINT_DISABLE: '1' },
    },
  )
  const fresh = await emptyDatabase()
  await ask(script, fresh)
  const indexes = `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_cirkel_migrations' ORDER BY 1`
  const columns = `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_cirkel_migrations' ORDER BY 1, 2`
  const keys = `SELECT conrelid::regclass::text AS "table", conname, pg_get_constraintdef(oid) AS "key" FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid <> '"_cirkel_migrations"'::regclass ORDER BY 1, 2`
  for (const sql of [indexes, columns]) expect(await ask(sql)).toEqual(await ask(sql, fresh))
  expect(await ask(keys)).toEqual(
    await ask(keys.replace(` AND conrelid <> '"_cirkel_migrations"'::regclass`, ''), fresh),
  )
  expect((await catalogue()).length).toBeGreaterThan(20)
})

/** Which folders of the server hold a text, as bytes. */
function foldersWith(text: string): string[] {
  const holds = (path: string) =>
    readdirSync(path, { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter((entry) => entry.isFile())
      .some(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(text))
  return ['base', 'pg_wal'].filter((folder) => holds(join(inject('postgresData'), folder)))
}

test('P9: what is erased on a server is in no row at once; the tables’ files hold it until they are written anew, and the log for longer', async () => {
  const learnerId = await storeLearner()
  await recordVisit({ learnerId, ...place }, '2026-03-14')
  await ask('CHECKPOINT')
  expect(foldersWith(learnerId)).toEqual(['base', 'pg_wal'])
  await deleteLearner(learnerId)
  expect(await site.holds(learnerId)).toBe(false)
  await (await databaseEngine()).reclaim()
  const dead = await ask<{ dead: string }>(
    `SELECT coalesce(sum(n_dead_tup), 0)::text AS "dead" FROM pg_stat_user_tables WHERE relname IN ('Learner', 'Visit')`,
  )
  expect(dead).toEqual([{ dead: '0' }])
  await ask('VACUUM FULL')
  await ask('CHECKPOINT')
  expect(foldersWith(learnerId)).toEqual(['pg_wal'])
})

test('a server whose certificate nobody vouches for is refused, and let in with its authority', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cirkel-tls-'))
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const asked = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2']
  const named = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  execFileSync('openssl', [...asked, ...named, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  })
  const server = await startPostgres(undefined, [], { key, certificate })
  try {
    const address = `${server.address}/postgres?sslmode=verify-full`
    const connecting = async (url: string) => {
      const client = new pg.Client(connectionOf(url))
      await client.connect()
      const { rows } = await client.query(
        'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
      )
      await client.end()
      return rows[0]?.ssl
    }
    await expect(connecting(address)).rejects.toThrow(/self.signed certificate/)
    expect(await connecting(`${address}&sslrootcert=${certificate}`)).toBe(true)
    const elsewhere = `${address}&sslrootcert=${certificate}`.replace('localhost', '127.0.0.1')
    await expect(connecting(elsewhere)).rejects.toThrow(/does not match certificate/)
  } finally {
    server.stop()
  }
})
