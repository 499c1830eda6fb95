import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { describe, expect, test } from 'vitest'
import { migrate } from '../scripts/prepare.mjs'

const releases = readdirSync('tests/releases').filter((name) => name.endsWith('.sql'))

/** What a migrated file's tables and indexes are, in words that do not depend on how they came about. */
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
  test.each(releases)('from %s keeps every row, and has the tables of a new site', async (release) => {
    const [old, fresh] = [newFile(), newFile()]
    const client = createClient({ url: old })
    await client.executeMultiple(readFileSync(join('tests/releases', release), 'utf8'))
    client.close()
    await migrate(old)
    await migrate(fresh)
    expect(await shapeOf(old)).toEqual(await shapeOf(fresh))
    const updated = createClient({ url: old })
    const rows = await Promise.all(
      ['Learner', 'Session', 'Attempt', 'Visit'].map(async (table) => (await updated.execute(`SELECT * FROM "${table}"`)).rows.length),
    )
    updated.close()
    expect(rows).toEqual([1, 1, 1, 1])
  }, 60_000)

  test('has a release to update from', () => {
    expect(releases.length).toBeGreaterThan(0)
  })
})

test('nothing in the database can hold an e-mail, a telephone number, a name, an address or an hour of study', async () => {
  const url = newFile()
  await migrate(url)
  const columns = JSON.stringify(await shapeOf(url)).match(/\\"(\w+)\\"/g) ?? []
  expect(columns.length).toBeGreaterThan(20)
  for (const column of columns)
    expect(column).not.toMatch(/mail|phone|tele|firstName|lastName|realName|birth|address|agent|referr|ip\b|createdAt|answeredAt|openedAt/i)
})
