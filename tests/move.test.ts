import Libsql from 'libsql'
import { describe, expect, test } from 'vitest'
import {
  kindDeclared,
  kindOnServer,
  readServer,
  readSqlite,
  UnfitValue,
  writeServer,
  writeSqlite,
} from '../scripts/move/canonical.ts'
import { contentOf, isMoved } from '../scripts/move/side.ts'
import { SqliteSide } from '../scripts/move/sqlite-side.ts'
import { runCommand, siteFile } from './backup-process.ts'

describe('a value that is moved', () => {
  test('is the same from both engines, whatever form they give it', () => {
    const bytes = (text: string) => Buffer.from(text)
    const same = [
      ['text', bytes('Ç e\u0301 \ufeff\ud83d\ude00 \u202e'), 'Ç e\u0301 \ufeff\ud83d\ude00 \u202e'],
      ['text', bytes(''), ''],
      ['integer', 9007199254740993n, '9007199254740993'],
      ['real', 1e20, '1e+20'],
      ['real', 2n, '2'],
      ['real', 0.1 + 0.2, '0.30000000000000004'],
      ['real', -0, '-0'],
      ['truth', 1n, 'true'],
      ['truth', 0n, 'false'],
      ['moment', '2026-11-30T23:59:59.120+00:00', '2026-11-30 23:59:59.12'],
      ['moment', '2026-12-01T01:59:59.120+02:00', '2026-11-30 23:59:59.12'],
      ['moment', 1764547199120n, '2025-11-30 23:59:59.12'],
      [
        'json',
        bytes('{"b":[1,{"d":null,"c":"é"}],"a":2}'),
        '{"a": 2, "b": [1, {"c": "é", "d": null}]}',
      ],
      ['bytes', Buffer.from([0, 255]), '\\x00ff'],
      ['text', null, null],
      ['truth', null, null],
    ] as const
    for (const [kind, inFile, onServer] of same) {
      const canonical = readSqlite(kind, inFile)
      expect([kind, readServer(kind, onServer)]).toEqual([kind, canonical])
      // And what is written of it is read as the same again.
      const again = writeSqlite(kind, canonical)
      const asRead =
        kind === 'text' || kind === 'json' ? (again === null ? null : bytes(String(again))) : again
      expect(readSqlite(kind, asRead)).toBe(canonical)
    }
    expect(writeServer('moment', '2026-11-30T23:59:59.120Z')).toBe('2026-11-30T23:59:59.120')
    expect(writeServer('bytes', '00ff')).toBe('\\x00ff')
    expect(writeServer('text', null)).toBe(null)
  })

  test('and does not fit its column, or cannot be stored on the other side, is refused', () => {
    for (const [kind, value] of [
      ['text', Buffer.from('a\0b')],
      ['text', Buffer.from([0x61, 0xff])],
      ['text', Buffer.from('\ud800', 'utf16le').subarray(0, 1).fill(0xed)],
      ['json', Buffer.from('"\\u0000"')],
      ['truth', 2n],
      ['integer', 1.5],
      ['integer', 'many'],
      ['moment', 'yesterday'],
    ] as const)
      expect(() => readSqlite(kind, value), `${kind} ${value}`).toThrow(UnfitValue)
    expect(() => kindDeclared('POINT')).toThrow(/POINT/)
    expect(() => kindOnServer('tsvector')).toThrow(/tsvector/)
  })
})

test('the checksum of a table tells one changed value, and a NULL from nothing', async () => {
  const database = new Libsql(':memory:')
  database.exec(`CREATE TABLE "Note" ("id" INTEGER PRIMARY KEY, "text" TEXT, "isRight" BOOLEAN);
    INSERT INTO "Note" VALUES (1, 'a', 1), (2, NULL, 0)`)
  const side = new SqliteSide(database)
  const [table] = await side.tables()
  const checksums = new Set<string>()
  const read = async () => {
    const { rows, checksum } = await contentOf(side, table!)
    checksums.add(checksum)
    return rows
  }
  expect(await read()).toBe(2)
  const changes = [
    `UPDATE "Note" SET "text" = 'b' WHERE "id" = 1`,
    `UPDATE "Note" SET "text" = '' WHERE "id" = 2`,
    `UPDATE "Note" SET "isRight" = 0`,
    `UPDATE "Note" SET "id" = 3 WHERE "id" = 2`,
    `DELETE FROM "Note" WHERE "id" = 3`,
  ]
  for (const change of changes) {
    database.exec(change)
    await read()
  }
  expect(checksums.size).toBe(changes.length + 1)
})

test('every table is moved but the notes of migrations and what tells servers of changes', () => {
  const names = ['Learner', 'Attempt', 'ChangeCount', '_prisma_migrations', '_cirkel_migrations']
  expect(names.filter(isMoved)).toEqual(['Learner', 'Attempt'])
})

test(
  'a move without a target, or within one engine, ends with a sentence',
  { timeout: 120_000 },
  async () => {
    const { url } = await siteFile()
    const move = async (...words: string[]) => {
      const { code, said, complained } = await runCommand('database-move', words, {
        DATABASE_URL: url,
      })
      expect([code, said]).toEqual([1, ''])
      return complained
    }
    expect(await move()).toMatch(/^Usage: npm run database:move -- --from file:… --to postgresql:/)
    expect(await move('--to', `${url}-2`)).toMatch(/^Both addresses are of the same engine\./)
    expect(await move('--to', 'mysql://a/b')).toMatch(/^--to must be a SQLite file, .* postgresql:/)
    expect(await move('--to', 'postgresql://a/b?sslmode=prefer')).toMatch(/^--to must say sslmode=/)
  },
)
