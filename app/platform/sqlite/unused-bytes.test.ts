import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { DatabaseFile } from '../engine.ts'
import { SqliteAdapterFactory } from './adapter.server.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cirkel-bytes-'))
  file = join(folder, 'test.db')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const tables = `
  CREATE TABLE Person (id TEXT PRIMARY KEY, name TEXT UNIQUE, hash TEXT);
  CREATE TABLE Answer (id INTEGER PRIMARY KEY AUTOINCREMENT,
    person TEXT REFERENCES Person (id) ON DELETE CASCADE, text TEXT);
  CREATE INDEX AnswerOfPerson ON Answer (person, text);
  CREATE TABLE Visit (person TEXT, chapter TEXT, note TEXT, PRIMARY KEY (person, chapter));`

/** Numbers at random that are the same for a seed (mulberry32). */
function randomBy(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  const hex = (length: number) => Array.from({ length }, () => below(16).toString(16)).join('')
  return { next, below, hex }
}

/**
 * Thousands of rows come, change and go at random, of people whose id stands in each of theirs.
 * Returns who is there in the end and who was deleted.
 */
async function live(
  database: Libsql.Database,
  seed: number,
  rarely: () => Promise<unknown>,
): Promise<{ here: string[]; gone: string[] }> {
  const { next, below, hex } = randomBy(seed)
  const here: string[] = []
  const gone: string[] = []
  const run = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values)
  for (let step = 0; step < 5000; step++) {
    const what = next()
    const person = here[below(here.length)] as string
    if (what < 0.1 || here.length < 40) {
      const id = hex(32)
      here.push(id)
      run('INSERT INTO Person VALUES (?, ?, ?)', id, `name of ${id}`, hex(90))
    } else if (what < 0.65) {
      const text = `thought of ${person} ${hex(below(8) === 0 ? below(9000) : below(200))}`
      run('INSERT INTO Answer (person, text) VALUES (?, ?)', person, text)
    } else if (what < 0.85) {
      const values = [person, `chapter ${below(40)}`, `note of ${person} ${hex(below(80))}`]
      run('INSERT OR REPLACE INTO Visit VALUES (?, ?, ?)', ...values)
    } else if (what < 0.9) {
      const text = `${hex(below(20))} thought of ${person} ${hex(below(4000))}`
      run('UPDATE Answer SET text = ? WHERE person = ? AND id % 3 = 0', text, person)
    } else if (what < 0.95) {
      here.splice(here.indexOf(person), 1)
      gone.push(person)
      database.exec('BEGIN IMMEDIATE')
      run('DELETE FROM Visit WHERE person = ?', person)
      run('DELETE FROM Answer WHERE person = ?', person)
      run('DELETE FROM Person WHERE id = ?', person)
      database.exec('COMMIT')
    }
    if (step % 499 === 0) await rarely()
  }
  return { here, gone }
}

function open(secure: boolean): Libsql.Database {
  const database = new Libsql(file)
  const settings = ['journal_mode = WAL', 'foreign_keys = ON', 'synchronous = OFF']
  for (const setting of [...settings, `secure_delete = ${secure ? 'ON' : 'OFF'}`])
    database.exec(`PRAGMA ${setting}`)
  return database
}

/** Who has left a trace in the file: half an id is one, since a cell may have been cut. */
function tracesOf(people: string[]): string[] {
  const bytes = readFileSync(file, 'latin1')
  return people.filter((id) => bytes.includes(id.slice(0, 16)) || bytes.includes(id.slice(16)))
}

async function withFile<T>(work: (file: DatabaseFile) => Promise<T>): Promise<T> {
  const factory = new SqliteAdapterFactory(file)
  const adapter = await factory.connect()
  const result = await work(factory.engine?.file as DatabaseFile)
  await adapter.dispose()
  return result
}

/** Everything that the tables hold. */
function contents(): unknown {
  const database = new Libsql(file)
  const rows = ['Person', 'Answer', 'Visit'].map((table) =>
    database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw().all(),
  )
  database.close()
  return rows
}

function expectWhole(people: string[]) {
  const database = new Libsql(file)
  expect(database.prepare('PRAGMA integrity_check').raw().get()).toMatchObject(['ok'])
  expect(database.prepare('SELECT id FROM Person ORDER BY id').raw().all().flat()).toEqual(
    [...people].sort(),
  )
  database.close()
}

describe('P9: what was deleted, after thousands of rows have come, changed and gone at random', () => {
  test.each([1, 2, 3])('is nowhere in the file: what was in the log (seed %i)', async (seed) => {
    const factory = new SqliteAdapterFactory(file)
    const adapter = await factory.connect()
    await adapter.executeScript(tables)
    const database = open(true)
    database.exec('PRAGMA wal_autocheckpoint = 0')
    const empty = () => (factory.engine?.file as DatabaseFile).emptyLog()
    const { here, gone } = await live(database, seed, empty)
    expect(await empty()).toBe('emptied')
    expect(gone.length).toBeGreaterThan(100)
    expect(tracesOf(gone)).toEqual([])
    expect(tracesOf(here)).toEqual(here)
    database.close()
    await adapter.dispose()
    expectWhole(here)
  })

  test.each([
    4, 5, 6,
  ])('is still there in a file that SQLite alone wrote, until it is looked through whole (seed %i)', async (seed) => {
    const database = open(false)
    database.exec(tables)
    const { here, gone } = await live(database, seed, async () => {})
    database.close()
    expect(tracesOf(gone).length).toBeGreaterThan(20)
    const before = contents()

    await withFile(async (file) => {
      expect(await file.overwriteUnused(async () => {})).toBe(true)
      expect(await file.emptyLog()).toBe('emptied')
    })
    expect(tracesOf(gone)).toEqual([])
    expectWhole(here)
    expect(contents()).toEqual(before)
  })
})

test('P9: a look through the file goes on where the file had to be opened again in the middle', async () => {
  const database = open(false)
  database.exec(tables)
  const { here, gone } = await live(database, 5, async () => {})
  database.close()
  const factory = new SqliteAdapterFactory(file)
  const adapter = await factory.connect()
  const pragmas = vi.spyOn(Libsql.prototype, 'exec')
  let steps = 0
  const afterThree = async () => {
    steps += 1
    if (steps !== 3) return
    // A transaction fails, and SQLite cannot roll it back.
    const transaction = await adapter.startTransaction()
    pragmas.mockImplementationOnce(() => {
      throw new Error('the disk is away')
    })
    await transaction.rollback()
  }
  const looked = (factory.engine?.file as DatabaseFile).overwriteUnused(afterThree)
  expect(await looked).toBe(true)
  expect(pragmas).toHaveBeenCalledWith('PRAGMA journal_mode = WAL')
  pragmas.mockRestore()
  await (factory.engine?.file as DatabaseFile).emptyLog()
  expect(steps).toBeGreaterThan(3)
  expect(tracesOf(gone)).toEqual([])
  await adapter.dispose()
  expectWhole(here)
})
