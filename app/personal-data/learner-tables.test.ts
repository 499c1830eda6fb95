import { afterEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { database } from '../platform/database.server.ts'
import { learnerTables } from './learner-tables.ts'

useTestDatabase()

interface TableInFile {
  table: string
  columns: string[]
  /** Which column points at which table. */
  pointers: { from: string; table: string }[]
}

async function tablesInFile(): Promise<TableInFile[]> {
  const db = await database()
  const tables = await db.$queryRawUnsafe<{ name: string }[]>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_prisma%'",
  )
  return Promise.all(
    tables.map(async ({ name: table }) => ({
      table,
      columns: (await db.$queryRawUnsafe<{ name: string }[]>(`PRAGMA table_info("${table}")`)).map(
        ({ name }) => name,
      ),
      pointers: await db.$queryRawUnsafe<{ from: string; table: string }[]>(
        `PRAGMA foreign_key_list("${table}")`,
      ),
    })),
  )
}

/**
 * Every column through which a row belongs to a learner: by its name, or by a foreign key to a
 * learner or to what belongs to one.
 */
async function columnsOfLearners(): Promise<string[]> {
  const covered = new Set<string>(learnerTables.map(({ table }) => table))
  return (await tablesInFile()).flatMap(({ table, columns, pointers }) => {
    const byName = columns.filter(
      (name) => /learner|owner|author|user/i.test(name) && name !== 'ownDevice',
    )
    const byKey = pointers.filter((pointer) => covered.has(pointer.table)).map(({ from }) => from)
    return [...new Set([...byName, ...byKey])].map((name) => `${table}.${name}`)
  })
}

const listed = learnerTables.map(({ table, owner }) => `${table}.${owner}`)

describe('the list of what belongs to a learner', () => {
  afterEach(async () => {
    await (await database()).$executeRawUnsafe('DROP TABLE IF EXISTS "Forgotten"')
  })

  test('P9: names every column of the database that points at a learner', async () => {
    expect(['Learner.id', ...(await columnsOfLearners())].sort()).toEqual([...listed].sort())
  })

  test('names every column of those tables, so that each is exported', async () => {
    const inFile = new Map((await tablesInFile()).map(({ table, columns }) => [table, columns]))
    for (const { table, columns, withheld } of learnerTables) {
      expect([table, ...Object.keys(columns)]).toEqual([table, ...(inFile.get(table) ?? [])])
      for (const name of Object.keys(withheld)) expect(Object.keys(columns)).toContain(name)
    }
  })

  test('would be found wanting with a new table that is neither erased nor exported', async () => {
    const db = await database()
    for (const column of [
      '"learnerId" TEXT',
      '"by" TEXT REFERENCES "Learner" ("id")',
      '"answer" INTEGER REFERENCES "Attempt" ("id")',
    ]) {
      await db.$executeRawUnsafe(`CREATE TABLE "Forgotten" ("id" TEXT, ${column})`)
      expect(
        (await columnsOfLearners()).filter((name) => !listed.includes(name as never)),
      ).toHaveLength(1)
      await db.$executeRawUnsafe('DROP TABLE "Forgotten"')
    }
  })
})
