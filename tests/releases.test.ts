import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { describe, expect, test } from 'vitest'
import { scheduleAnswer } from '../app/quizzes/review/review-schedule.ts'
import { migrate } from '../scripts/prepare.mjs'

const releases = readdirSync('tests/releases').filter((name) => name.endsWith('.sql'))

/**
 * What a migrated file's tables and indexes are, in words that do not depend on how they came
 * about.
 */
async function shapeOf(url: string): Promise<unknown> {
  const client = createClient({ url })
  const { rows } = await client.execute(
    "SELECT name, type, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE '_prisma%' ORDER BY name",
  )
  client.close()
  return rows.map(({ name, type, sql }) => [name, type, String(sql).replaceAll(/\s+/g, ' ')])
}

function newFile(): string {
  return `file:${join(mkdtempSync(join(tmpdir(), 'cirkel-release-')), 'site.db')}`
}

describe('a host who updates', () => {
  test.each(
    releases,
  )('from %s keeps every row, and has the tables of a new site', async (release) => {
    const [old, fresh] = [newFile(), newFile()]
    const client = createClient({ url: old })
    await client.executeMultiple(readFileSync(join('tests/releases', release), 'utf8'))
    client.close()
    await migrate(old)
    await migrate(fresh)
    expect(await shapeOf(old)).toEqual(await shapeOf(fresh))
    const updated = createClient({ url: old })
    const rows = await Promise.all(
      ['Learner', 'Session', 'Attempt', 'Visit'].map(
        async (table) => (await updated.execute(`SELECT * FROM "${table}"`)).rows.length,
      ),
    )
    const { rows: cards } = await updated.execute(
      'SELECT stability, difficulty, reviewedOn, dueOn FROM ReviewCard',
    )
    const { rows: answers } = await updated.execute('SELECT isRight, answeredOn FROM Attempt')
    updated.close()
    expect(rows).toEqual([1, 1, 1, 1])
    expect(cards.map((card) => ({ ...card }))).toEqual(
      answers.map(({ isRight, answeredOn }) =>
        scheduleAnswer(null, { isRight: Boolean(isRight), confidence: null }, String(answeredOn)),
      ),
    )
  })

  test('has a release to update from', () => {
    expect(releases.length).toBeGreaterThan(0)
  })
})

test('what was answered before there was a review comes back as after a first answer, right or wrong', async () => {
  const url = newFile()
  await migrate(url)
  const migration = readFileSync('prisma/migrations/20261122030000_reviews/migration.sql', 'utf8')
  const client = createClient({ url })
  await client.executeMultiple(`DELETE FROM ReviewCard;
    INSERT INTO Learner (id, pseudonym, pseudonymKey, passphraseHash, createdOn, lastSeenOn) VALUES ('l', 'l', 'l', 'x', '2026-03-01', '2026-03-01');
    INSERT INTO Attempt (learnerId, course, chapter, question, questionHash, answer, isRight, answeredOn) VALUES
      ('l', 'c', 'ch', 'q1', 'h', '{}', 0, '2026-03-13'), ('l', 'c', 'ch', 'q1', 'h', '{}', 1, '2026-03-14'),
      ('l', 'c', 'ch', 'q2', 'h', '{}', 0, '2026-03-14');
    ${migration.slice(migration.indexOf('INSERT INTO "ReviewCard"'))}`)
  const { rows } = await client.execute(
    'SELECT stability, difficulty, reviewedOn, dueOn FROM ReviewCard ORDER BY question',
  )
  client.close()
  expect(rows.map((row) => ({ ...row }))).toEqual(
    [true, false].map((isRight) =>
      scheduleAnswer(null, { isRight, confidence: null }, '2026-03-14'),
    ),
  )
})

test('what stood in the tables and columns of an older name stands in those of the new one', async () => {
  const url = newFile()
  const renaming = '20261130171500_plain_names'
  const client = createClient({ url })
  for (const name of readdirSync('prisma/migrations').sort())
    if (/^\d/.test(name) && name < renaming)
      await client.executeMultiple(readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8'))
  await client.executeMultiple(`
    INSERT INTO Learner (id, pseudonym, pseudonymKey, passphraseHash, createdOn, lastSeenOn) VALUES ('l', 'l', 'l', 'x', '2026-03-01', '2026-03-01');
    INSERT INTO Remains (id) VALUES ('note');
    INSERT INTO Attempt (learnerId, course, chapter, question, questionHash, answer, isRight, answeredOn, sureness) VALUES
      ('l', 'c', 'ch', 'q', 'h', '{}', 0, '2026-03-13', 'sure');
    INSERT INTO ReviewCard (learnerId, course, chapter, question, questionHash, stability, difficulty, reviewedOn, dueOn, isForgotten) VALUES
      ('l', 'c', 'ch', 'q', 'h', 1.5, 5, '2026-03-13', '2026-03-14', 1);
    INSERT INTO Tally VALUES ('c', 'ch', 'q', 'h', '', 21, 20, 1, 3, 2, 1.5, 1.25, 1);
    INSERT INTO SettledTally VALUES ('c', 'ch', 'q', 'h', '', 20, 19, 1, 3, 2, 1.5, 1.25, 1);
    ${readFileSync(`prisma/migrations/${renaming}/migration.sql`, 'utf8')}`)
  const read = async (sql: string) =>
    (await client.execute(sql)).rows.map((row) => Object.values({ ...row }))
  expect([
    await read('SELECT id FROM PendingErasure'),
    await read('SELECT question, confidence FROM Attempt'),
    await read('SELECT question, stability, isSuspended FROM ReviewCard'),
    await read('SELECT question, answered, "right", restRight FROM ItemCounts'),
    await read('SELECT question, answered, "right", restRight FROM PublishedItemCounts'),
  ]).toEqual([[['note']], [['q', 'sure']], [['q', 1.5, 1]], [['q', 21, 20, 1]], [['q', 20, 19, 1]]])
  client.close()
})

test('P2: nothing in the database can hold an e-mail, a phone number, a name, an address or an hour of study', async () => {
  const url = newFile()
  await migrate(url)
  const columns = JSON.stringify(await shapeOf(url)).match(/\\"(\w+)\\"/g) ?? []
  expect(columns.length).toBeGreaterThan(20)
  for (const column of columns)
    expect(column).not.toMatch(
      /mail|phone|tele|firstName|lastName|realName|birth|address|agent|referr|ip\b|createdAt|answeredAt|openedAt/i,
    )
})
