import { renameSync, statSync, writeFileSync } from 'node:fs'
import Libsql from 'libsql'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useTestFile } from '../../../tests/factories/test-database.ts'
import { holdLock, type LockHolder } from '../../../tests/lock-process.ts'
import {
  DatabaseUnavailable,
  isUnavailable,
  latestWriteFault,
  withBusyRetry,
} from '../busy-retry.server.ts'
import { type Database, database, databaseEngine } from '../database.server.ts'
import { newId } from '../random.server.ts'
import { SqliteConnection } from './connection.server.ts'
import { PageOverwriter } from './page-overwriter.server.ts'

const { file } = useTestFile()

let db: Database
let holder: LockHolder | null = null
beforeEach(async () => {
  db = await database()
})
afterEach(async () => {
  await holder?.release()
  holder = null
})

const insert = (id: string) => db.$executeRaw`INSERT INTO PendingErasure (id) VALUES (${id})`
const has = async (id: string) => (await db.pendingErasure.count({ where: { id } })) === 1

async function release() {
  await holder?.release()
  holder = null
}

/**
 * Fails unless another process can take the lock, which it cannot while a transaction was left
 * open.
 */
async function expectNothingLeftOpen() {
  await (await holdLock(file)).release()
}

describe('while another process holds the lock', () => {
  test('statements and transactions wait for it, reading goes on, and all is stored afterwards', async () => {
    const [alone, first, second, byClient] = [newId(), newId(), newId(), newId()]
    holder = await holdLock(file)
    const settled: string[] = []
    const writes = [
      withBusyRetry(() => insert(alone)).then(() => settled.push('statement')),
      withBusyRetry(() => db.$transaction([insert(first), insert(second)])).then(() =>
        settled.push('transaction'),
      ),
      withBusyRetry(() => db.pendingErasure.create({ data: { id: byClient } })).then(() =>
        settled.push('client'),
      ),
    ]
    expect(await has(alone)).toBe(false)
    expect(settled).toEqual([])
    await release()
    await Promise.all(writes)
    expect(await Promise.all([alone, first, second, byClient].map(has))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(await insert(newId())).toBe(1)
    await expectNothingLeftOpen()
  })

  test('and keeps it, a write gives up and says why; reading works, and afterwards everything', async () => {
    const id = newId()
    holder = await holdLock(file)
    const writes = await Promise.allSettled([
      withBusyRetry(() => insert(id)),
      withBusyRetry(() => db.$transaction([insert(id), insert(newId())])),
      withBusyRetry(() => db.session.deleteMany({ where: { id } })),
    ])
    for (const outcome of writes) {
      const { reason } = outcome as PromiseRejectedResult
      expect(reason).toBeInstanceOf(DatabaseUnavailable)
      expect([reason.fault, isUnavailable(reason)]).toEqual(['busy', true])
    }
    expect(latestWriteFault()).toBe('busy')
    expect(await has(id)).toBe(false)
    await release()
    expect(await withBusyRetry(() => insert(id))).toBe(1)
    expect(latestWriteFault()).toBeNull()
    await expectNothingLeftOpen()
  })
})

describe('a log that has grown large', () => {
  const grow = () =>
    withBusyRetry(
      () => db.$executeRaw`INSERT INTO PendingErasure (id) VALUES (hex(randomblob(3000000)))`,
    )
  const change = () => withBusyRetry(() => insert(newId()))
  const logBytes = () => statSync(`${file}-wal`).size
  let now = 0
  beforeEach(() => {
    now = performance.now()
    vi.spyOn(performance, 'now').mockImplementation(() => now)
  })
  afterEach(() => void vi.restoreAllMocks())

  test('and is read by another process is left alone for a while after each try, however much is written', async () => {
    const reader = new Libsql(file)
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM PendingErasure').all()
    const emptying = vi.spyOn(SqliteConnection.prototype, 'emptyLog')
    const looking = vi.spyOn(PageOverwriter.prototype, 'pagesInLog')
    await grow()
    await expect.poll(() => emptying.mock.results.map(({ value }) => value)).toEqual(['busy'])
    const looks = looking.mock.calls.length
    for (let n = 0; n < 50; n++) await change()
    expect([emptying.mock.calls.length, looking.mock.calls.length]).toEqual([1, looks])
    now += 5001
    for (let n = 0; n < 5; n++) await change()
    await expect.poll(() => emptying.mock.calls.length).toBe(2)
    for (let n = 0; n < 50; n++) await change()
    expect(emptying).toHaveBeenCalledTimes(2)

    reader.exec('ROLLBACK')
    reader.close()
    now += 5001
    await change()
    await expect.poll(logBytes).toBe(0)
  })

  test('and is emptied while another process writes is told of when it is emptied next', async () => {
    vi.spyOn(SqliteConnection.prototype, 'emptyLog').mockReturnValueOnce('overtaken')
    await grow()
    const whole = (await databaseEngine()).file!
    await expect.poll(() => whole.emptyLog()).toBe('overtaken')
    expect(await whole.emptyLog()).toBe('emptied')
  })
})

describe('a transaction', () => {
  test('that fails in the middle leaves nothing, and nothing open', async () => {
    const [id, other] = [newId(), newId()]
    await insert(other)
    await expect(db.$transaction([insert(id), insert(other)])).rejects.toThrow(
      /UNIQUE constraint|Unique constraint/,
    )
    expect(await has(id)).toBe(false)
    await expectNothingLeftOpen()
  })

  test('is not entered by what is asked beside it', async () => {
    const ids = Array.from({ length: 20 }, newId)
    const other = newId()
    await insert(other)
    const outcomes = await Promise.allSettled(
      ids.flatMap((id) => [
        db.$transaction([insert(id), insert(other)]),
        insert(`beside ${id}`),
        db.$transaction([insert(`good ${id}`)]),
      ]),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(
      ids.flatMap(() => ['rejected', 'fulfilled', 'fulfilled']),
    )
    const stored = await Promise.all(
      ids.map(async (id) => [await has(id), await has(`beside ${id}`), await has(`good ${id}`)]),
    )
    expect(stored).toEqual(ids.map(() => [false, true, true]))
    await expectNothingLeftOpen()
  })
})

test('a full disk is told as such, undoes the transaction, and is over when there is room', async () => {
  const [id, after] = [newId(), newId()]
  const [{ page_count: pages } = { page_count: 0 }] =
    await db.$queryRawUnsafe<{ page_count: number }[]>('PRAGMA page_count')
  await db.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`)
  const large = () =>
    db.$executeRaw`INSERT INTO PendingErasure (id) VALUES (hex(randomblob(400000)))`
  for (const attempt of [
    () => withBusyRetry(large),
    () => withBusyRetry(() => db.$transaction([insert(id), large(), insert(after)])),
  ])
    await expect(attempt()).rejects.toMatchObject({
      name: 'DatabaseUnavailable',
      fault: 'disk full',
    })
  expect(latestWriteFault()).toBe('disk full')
  expect([await has(id), await has(after)]).toEqual([false, false])
  await expectNothingLeftOpen()
  await db.$queryRawUnsafe('PRAGMA max_page_count = 4294967294')
  expect(await withBusyRetry(large)).toBe(1)
  expect(latestWriteFault()).toBeNull()
})

test('a file that was moved away takes nothing that would be lost with it, is read, and is written to when it is back', async () => {
  const [before, lost, both, after] = [newId(), newId(), newId(), newId()]
  await withBusyRetry(() => insert(before))
  const move = (from: string, to: string) => {
    for (const end of ['', '-wal', '-shm']) renameSync(from + end, to + end)
  }
  const away = `${file}-away`
  const tries = async () => {
    const alone = withBusyRetry(() => insert(lost))
    await expect(alone).rejects.toMatchObject({ fault: 'file was moved away' })
    const together = withBusyRetry(() => db.$transaction([insert(both), insert(lost)]))
    await expect(together).rejects.toThrow(DatabaseUnavailable)
    expect([await has(before), await has(lost), await has(both)]).toEqual([true, false, false])
  }
  move(file, away)
  await tries()
  // Another one in its place is not the one that is read.
  writeFileSync(file, '')
  await tries()
  move(away, file)
  await withBusyRetry(() => insert(after))
  expect([await has(after), latestWriteFault()]).toEqual([true, null])
})

test('the connection keeps its settings through transactions, failures and changes of the tables', async () => {
  await db.$transaction([insert(newId()), insert(newId())])
  await db.$executeRawUnsafe('CREATE TABLE Passing (id TEXT)')
  expect(await db.$queryRawUnsafe('SELECT * FROM Passing')).toEqual([])
  await db.$executeRawUnsafe('ALTER TABLE Passing ADD COLUMN word TEXT')
  await db.$executeRawUnsafe("INSERT INTO Passing VALUES ('a', 'b')")
  expect(await db.$queryRawUnsafe('SELECT * FROM Passing')).toEqual([{ id: 'a', word: 'b' }])
  await db.$executeRawUnsafe('DROP TABLE Passing')
  const settings = [
    'journal_mode',
    'foreign_keys',
    'secure_delete',
    'synchronous',
    'busy_timeout',
  ].map(async (name) => {
    const [row] = await db.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`)
    return Object.values(row ?? {})[0]
  })
  expect(await Promise.all(settings)).toEqual(['wal', 1, 1, 2, 0])
})

test('values come back as they were stored', async () => {
  const [row] =
    (await db.$queryRaw`SELECT ${'text'} AS text, ${1} AS whole, ${1.5} AS part, ${true} AS yes, ${null} AS none, ${2n ** 40n} AS large,
    ${new Date('2026-03-14T10:00:00Z')} AS moment, ${Buffer.from('bytes')} AS bytes`) as Record<
      string,
      unknown
    >[]
  expect({
    ...row,
    bytes: Buffer.from(row?.bytes as Uint8Array).toString(),
    large: Number(row?.large),
  }).toEqual({
    text: 'text',
    whole: 1,
    part: 1.5,
    yes: 1,
    none: null,
    large: 2 ** 40,
    moment: '2026-03-14T10:00:00.000+00:00',
    bytes: 'bytes',
  })
})
