import { afterEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../tests/factories/catalogue.ts'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { database } from '../platform/database.server.ts'
import { learnerTables } from './learner-tables.ts'

useTestDatabase()

/**
 * Every column through which a row belongs to a learner: by its name, or by a foreign key to a
 * learner or to what belongs to one.
 */
async function columnsOfLearners(): Promise<string[]> {
  const covered = new Set<string>(learnerTables.map(({ table }) => table))
  return (await catalogue()).flatMap(({ table, columns, pointers }) => {
    const byName = columns
      .map(({ name }) => name)
      .filter((name) => /learner|owner|author|user/i.test(name) && name !== 'ownDevice')
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
    const found = new Map((await catalogue()).map(({ table, columns }) => [table, columns]))
    for (const { table, columns, withheld } of learnerTables) {
      expect([table, ...Object.keys(columns)]).toEqual([
        table,
        ...(found.get(table) ?? []).map(({ name }) => name),
      ])
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
