import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import Libsql from 'libsql'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { useTestFile } from '../../tests/factories/test-database.ts'
import { storeStudies } from '../../tests/factories/test-learner.ts'
import { getLearner, startSession } from '../accounts/sessions/sessions.server.ts'
import { signIn } from '../accounts/sessions/sign-in.server.ts'
import { signUp } from '../accounts/sign-up.server.ts'
import { createCircle } from '../circles/start/create-circle.server.ts'
import { systemClock } from '../platform/clock.ts'
import { type Database, database, openDatabase } from '../platform/database.server.ts'
import { newId } from '../platform/random.server.ts'
import { hasPendingErasure, secureErase } from '../platform/secure-erase.server.ts'
import { SqliteConnection } from '../platform/sqlite/connection.server.ts'
import { startMaintenanceJobs } from '../server/maintenance-jobs.server.ts'
import { erasePeople, erasePerson } from './erase-person.server.ts'
import { deleteLearner } from './learner-data-store.server.ts'
import { learnerTables } from './learner-tables.ts'

const { file } = useTestFile()
const passphrase = 'six quiet otters near the bridge'
const choices = { published: 'remove' } as const
let count = 0

/** Whether a text stands anywhere in a raw database file or its write-ahead log. */
function isIn(database: string, text: string): boolean {
  return [database, `${database}-wal`].some(
    (path) => existsSync(path) && readFileSync(path).includes(text),
  )
}

function isOnDisk(text: string): boolean {
  return isIn(file, text)
}

/** The files as a process leaves them that is killed at this moment. */
function killed(): string {
  const left = `${file}-${newId()}`
  for (const end of ['', '-wal']) copyFileSync(file + end, left + end)
  return left
}

/** What the server does when it is started on a database. */
async function startedOn(path: string) {
  const processState = globalThis as { cirkelDatabase?: Promise<Database> }
  const before = processState.cirkelDatabase
  const opened = await openDatabase(`file:${path}`)
  processState.cirkelDatabase = Promise.resolve(opened)
  await startMaintenanceJobs(systemClock)()
  expect(await opened.pendingErasure.count()).toBe(0)
  await opened.$disconnect()
  processState.cirkelDatabase = before
}

function from(setCookie: string): Request {
  return new Request('http://localhost/en', {
    headers: { Cookie: setCookie.split(';')[0] as string },
  })
}

async function rowsOf(learnerId: string): Promise<number[]> {
  const db = await database()
  return Promise.all(
    learnerTables.map(
      async ({ table, owner }) =>
        (
          await db.$queryRawUnsafe<unknown[]>(
            `SELECT 1 FROM "${table}" WHERE "${owner}" = ?`,
            learnerId,
          )
        ).length,
    ),
  )
}

/**
 * Someone with something in every table; with very much of it, so that the log has long been copied
 * into the file.
 */
async function someone({ answers = 1 } = {}) {
  count += 1
  const pseudonym = `Erasable Ermine ${count}`
  const made = await signUp({ pseudonym, passphrase, ownDevice: false })
  if (made.kind !== 'signed-up') throw new Error(made.kind)
  const { learnerId, sessionId } = (await getLearner(from(made.cookie)))!
  const thoughts = JSON.stringify(
    Array.from({ length: answers }, (_, n) => `"what ${pseudonym} thinks ${n}"`),
  )
  await (await database()).$executeRaw`
    INSERT INTO Attempt (learnerId, course, chapter, question, questionHash, answer, isRight, answeredOn)
    SELECT ${learnerId}, 'run-a-party', 'the-branch', 'q', 'hash', value, 1, '2026-03-14' FROM json_each(${thoughts})`
  await storeStudies(learnerId, `What ${pseudonym} tells`)
  // Letters alone: digits in a row would pass for a phone number.
  const nameInCircle = `Lynx ${newId().replaceAll(/[^a-z]/g, '')}`
  const wish = {
    name: 'Tuesday',
    course: 'run-a-party',
    timeZone: 'Africa/Harare',
    meetings: [],
    trainer: nameInCircle,
  }
  const begun = await createCircle({ id: newId(), learnerId, wish, clock: systemClock })
  if (begun.kind !== 'started') throw new Error(begun.reason)
  await (await database()).circleMark.create({
    data: { circleId: begun.id, learnerId, chapter: 'the-branch', section: 'meeting' },
  })
  await (await database()).formerSeat.create({
    data: { circleId: begun.id, learnerId, seatId: 'earlier' },
  })
  await (await database()).role.create({ data: { learnerId, role: 'moderator' } })
  await (await database()).roleChange.create({
    data: { day: '2026-03-14', act: 'granted', role: 'moderator', subject: learnerId },
  })
  await startSession({ learnerId, ownDevice: true })
  return { learnerId, sessionId, pseudonym, nameInCircle, request: from(made.cookie) }
}

describe('erasing', () => {
  beforeEach(async () => {
    for (let n = 0; n < 3; n++) await someone({ answers: 200 })
  })

  test('P9: leaves no row in any table that points at a learner, and nothing of them in the raw file or its log', async () => {
    const neighbour = await someone()
    const erased = await someone({ answers: 20_000 })
    expect((await rowsOf(erased.learnerId)).every((rows) => rows > 0)).toBe(true)
    const traces = [
      erased.learnerId,
      erased.pseudonym,
      erased.pseudonym.toLowerCase(),
      erased.nameInCircle,
      erased.sessionId,
    ]
    expect(traces.every(isOnDisk)).toBe(true)

    const outcome = await erasePerson({ ...erased, passphrase, choices })
    expect(outcome).toEqual({
      kind: 'erased',
      isOverwritten: true,
      cookie: 's=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    })
    expect((await rowsOf(erased.learnerId)).every((rows) => rows === 0)).toBe(true)
    expect(traces.filter(isOnDisk)).toEqual([])
    expect(await getLearner(erased.request)).toBeNull()
    expect(await signIn({ pseudonym: erased.pseudonym, passphrase, ownDevice: false })).toEqual({
      kind: 'refused',
    })

    const changes = await (await database()).roleChange.findMany({ where: { subject: null } })
    expect(changes).toMatchObject([{ day: '2026-03-14', act: 'granted', role: 'moderator' }])

    expect((await rowsOf(neighbour.learnerId)).every((rows) => rows > 0)).toBe(true)
    expect(isOnDisk(neighbour.pseudonym)).toBe(true)
    expect((await getLearner(neighbour.request))?.pseudonym).toBe(neighbour.pseudonym)
  })

  test('leaves nothing after other writes have gone between, and the file stays in WAL mode', async () => {
    const erased = await Promise.all(Array.from({ length: 5 }, () => someone({ answers: 50 })))
    await Promise.all(
      erased.flatMap((one) => [
        erasePerson({ ...one, passphrase, choices }),
        someone(),
        startSession({ learnerId: one.learnerId, ownDevice: false }).catch(() => 'too late'),
      ]),
    )
    for (const { learnerId, pseudonym } of erased) {
      expect((await rowsOf(learnerId)).every((rows) => rows === 0)).toBe(true)
      expect([isOnDisk(learnerId), isOnDisk(pseudonym)]).toEqual([false, false])
    }
    expect(await (await database()).$queryRawUnsafe('PRAGMA journal_mode')).toEqual([
      { journal_mode: 'wal' },
    ])
  })

  test('does not depend on foreign keys, and may be done twice', async () => {
    const { learnerId, pseudonym } = await someone()
    await (await database()).$queryRawUnsafe('PRAGMA foreign_keys = OFF')
    await deleteLearner(learnerId)
    await deleteLearner(learnerId)
    await secureErase()
    expect((await rowsOf(learnerId)).every((rows) => rows === 0)).toBe(true)
    expect([isOnDisk(learnerId), isOnDisk(pseudonym)]).toEqual([false, false])
  })

  test('needs the passphrase, and guessing it is slowed', async () => {
    const kept = await someone()
    const tries: string[] = []
    for (let n = 0; n < 6; n++)
      tries.push((await erasePerson({ ...kept, passphrase: 'wrong', choices })).kind)
    expect(tries).toEqual([...Array(5).fill('wrong-passphrase'), 'wait'])
    expect((await getLearner(kept.request))?.pseudonym).toBe(kept.pseudonym)
  })

  test('while another process reads the file is done all the same, and says that the file is not yet overwritten', async () => {
    const erased = await someone()
    const reader = new Libsql(file)
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM "Learner"').all()
    const outcome = await erasePerson({ ...erased, passphrase, choices })
    expect(outcome).toMatchObject({ kind: 'erased', isOverwritten: false, reason: 'busy' })
    expect((await rowsOf(erased.learnerId)).every((rows) => rows === 0)).toBe(true)
    const left = killed()
    reader.exec('ROLLBACK')
    reader.close()
    await secureErase()
    expect(isOnDisk(erased.learnerId)).toBe(false)

    const traces = [erased.learnerId, erased.pseudonym, erased.nameInCircle, erased.sessionId]
    expect(traces.filter((trace) => isIn(left, trace))).toEqual(traces)
    await startedOn(left)
    expect(traces.filter((trace) => isIn(left, trace))).toEqual([])
  })

  test.each([
    ['full', 13, 'disk-full'],
    ['broken', 10, 'failed'],
  ])('while the disk is %s is done all the same, and says why the file is not yet overwritten', async (_, rawCode, reason) => {
    const erased = await someone()
    const emptying = vi.spyOn(SqliteConnection.prototype, 'emptyLog').mockImplementation(() => {
      throw Object.assign(new Error('the checkpoint failed'), { code: 'SQLITE', rawCode })
    })
    const outcome = await erasePerson({ ...erased, passphrase, choices }).finally(() =>
      emptying.mockRestore(),
    )
    expect(outcome).toMatchObject({ kind: 'erased', isOverwritten: false, reason })
    expect((await rowsOf(erased.learnerId)).every((rows) => rows === 0)).toBe(true)
    await secureErase()
    expect(isOnDisk(erased.learnerId)).toBe(false)
  })

  test('P9: what a process that was killed had deleted and not overwritten is overwritten when the site starts', async () => {
    const [neighbour, erased] = [await someone(), await someone({ answers: 2000 })]
    await deleteLearner(erased.learnerId)
    const left = killed()
    expect([isIn(left, erased.learnerId), isIn(left, erased.pseudonym)]).toEqual([true, true])
    await startedOn(left)
    expect([isIn(left, erased.learnerId), isIn(left, erased.pseudonym)]).toEqual([false, false])
    expect(isIn(left, neighbour.pseudonym)).toBe(true)
  })

  test('of many at once is overwritten together, and of nobody before they were deleted', async () => {
    const erased = await Promise.all(Array.from({ length: 6 }, () => someone()))
    const emptying = vi.spyOn(SqliteConnection.prototype, 'emptyLog')
    const outcomes = await Promise.all(
      erased.map(async ({ learnerId, pseudonym }) => {
        const outcome = await erasePeople([learnerId], choices)
        return [outcome.isOverwritten, isOnDisk(learnerId), isOnDisk(pseudonym)]
      }),
    )
    expect(outcomes).toEqual(erased.map(() => [true, false, false]))
    expect(emptying.mock.calls.length).toBeLessThan(6)
    emptying.mockRestore()
  })

  test('of many lets others have their turn after each', async () => {
    // They need not exist: the same is asked of the database.
    const people = Array.from({ length: 20 }, (_, n) => `nobody-${n}`)
    let turns = 0
    let isErasing = true
    const others = () => {
      turns += 1
      if (isErasing) setImmediate(others)
    }
    setImmediate(others)
    await erasePeople(people, choices)
    isErasing = false
    expect(turns).toBeGreaterThanOrEqual(people.length - 1)
  })

  test('looks through the whole file where another program changed it in the middle', async () => {
    const erased = await someone()
    const emptying = vi
      .spyOn(SqliteConnection.prototype, 'emptyLog')
      .mockReturnValueOnce('overtaken')
    expect(await erasePerson({ ...erased, passphrase, choices })).toMatchObject({
      isOverwritten: true,
    })
    emptying.mockRestore()
    // Said only when that is done.
    expect(await hasPendingErasure()).toBe(false)
  })

  test('says that it is not overwritten yet where another program writes in the middle each time', async () => {
    const erased = await someone()
    const empty = SqliteConnection.prototype.emptyLog
    let calls = 0
    const emptying = vi.spyOn(SqliteConnection.prototype, 'emptyLog').mockImplementation(function (
      this: SqliteConnection,
    ) {
      calls += 1
      const outcome = empty.call(this)
      return calls % 2 === 1 ? 'overtaken' : outcome
    })
    expect(await erasePerson({ ...erased, passphrase, choices })).toMatchObject({
      isOverwritten: false,
      reason: 'busy',
    })
    emptying.mockRestore()
    await secureErase()
    expect(await hasPendingErasure()).toBe(false)
  })

  test('P9: whenever the process is killed, the next start overwrites what it had deleted', async () => {
    const outcomes: string[] = []
    for (let call = 1; outcomes.at(-1) !== 'whole'; call += 1 + (call >> 2)) {
      const { learnerId, pseudonym, nameInCircle } = await someone()
      await (await database()).$queryRawUnsafe('PRAGMA wal_checkpoint(PASSIVE)')
      const left = killed()
      const erasing = spawnSync(
        process.execPath,
        ['--import', 'tsx', 'tests/erase-process.ts', learnerId, String(call)],
        { env: { ...process.env, DATABASE_URL: `file:${left}` }, encoding: 'utf8' },
      )
      outcomes.push(erasing.status === 0 ? 'whole' : (erasing.signal ?? erasing.stderr))
      await startedOn(left)
      const reader = new Libsql(left)
      const rows = reader.prepare('SELECT id FROM Learner WHERE id = ?').all(learnerId)
      reader.close()
      const traces = [learnerId, pseudonym].filter((trace) => isIn(left, trace))
      // Killed before it was deleted, the account is whole; afterwards, nothing is left of it.
      expect([call, traces]).toEqual([call, rows.length > 0 ? [learnerId, pseudonym] : []])
      if (rows.length === 0) expect(isIn(left, nameInCircle)).toBe(false)
    }
    expect(outcomes.length).toBeGreaterThan(10)
    expect(outcomes.slice(0, -1)).toEqual(Array(outcomes.length - 1).fill('SIGKILL'))
  })
})
