import { expect, test, vi } from 'vitest'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { database } from './database.server.ts'

useTestDatabase()

/** Everything that a piece of work has the log say. */
async function loggedOf(error: unknown): Promise<string> {
  vi.resetModules()
  const lines: string[] = []
  vi.doMock('pino', async (original) => {
    const { default: pino } = await original<{ default: typeof import('pino').pino }>()
    return {
      default: (options: import('pino').LoggerOptions) =>
        pino({ ...options, level: 'error' }, { write: (line: string) => lines.push(line) }),
    }
  })
  const { log } = await import('./log.server.ts')
  log.error({ error }, 'a page failed')
  return lines.join('')
}

test('P4: an error of the database is logged without anything that was asked or stored', async () => {
  const db = await database()
  const secret = 'what somebody told'
  const failing = [
    () => db.learner.findUnique({ where: { pseudonymKey: secret, unknown: secret } as never }),
    () => db.learner.create({ data: { id: secret, pseudonym: secret } as never }),
    () =>
      db.visit.create({
        data: { learnerId: secret, course: secret, chapter: secret, openedOn: secret, turn: 1 },
      }),
    () => db.learner.findMany({ where: { id: `${secret}\ud800` } }),
    () => db.$executeRaw`INSERT INTO Learner (id) VALUES (${secret})`,
    () => db.$executeRaw`INSERT INTO Nowhere VALUES (${secret})`,
  ]
  for (const work of failing) {
    const error = await (work() as Promise<unknown>).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    const line = await loggedOf(error)
    // Vitest's own run of Prisma also quotes the source around the call, in which the text stands.
    expect(line).toMatch(/"name":"PrismaClient\w+","stack":".*\bat /)
    expect(line.replaceAll(/const told = '[^']*'/g, '')).not.toContain(secret)
  }
})

test('an error of another kind keeps its words, and what is no error is named by its type', async () => {
  expect(await loggedOf(new TypeError('no such part'))).toContain('TypeError: no such part')
  expect(await loggedOf('a text that was thrown')).toContain('"error":{"name":"string"}')
})
