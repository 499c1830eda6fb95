import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { useTestFile } from '../../../tests/factories/test-database.ts'
import { storeLearner } from '../../../tests/factories/test-learner.ts'
import { versionOf } from '../../platform/cache-version.server.ts'
import { database } from '../../platform/database.server.ts'
import { SqliteConnection } from '../../platform/sqlite/connection.server.ts'
import { answerQuestions } from './answer-questions.server.ts'
import { questionsOf } from './chapter-questions.ts'

const site = useTestFile()
const course = await loadGoodCourse()
const chapter = course.chapters[0]!

let learnerId = ''
beforeEach(async () => {
  learnerId = await storeLearner({ isCounted: true })
  await (await database()).itemCounts.deleteMany()
})

const answer = () =>
  answerQuestions({
    chapter,
    questions: questionsOf(chapter, 'en', course.source),
    fields: new URLSearchParams('check=&q.alone=may-not&q.any-day=false&q.who-came=members'),
    learnerId,
    today: '2026-03-14',
  })

const nothing = { attempts: 0, cards: 0, counted: 0 }
const everything = { attempts: 3, cards: 3, counted: 3 }

/** How much there is of the learner's answers, of their cards and in the counts. */
async function stored(): Promise<typeof nothing> {
  const db = await database()
  const where = { learnerId }
  const { _sum } = await db.itemCounts.aggregate({ where: { part: '' }, _sum: { answered: true } })
  return {
    attempts: await db.attempt.count({ where }),
    cards: await db.reviewCard.count({ where }),
    counted: _sum.answered ?? 0,
  }
}

/** Has the n-th call of the connection fail. Returns how many calls there were. */
async function failAt(n: number, work: () => Promise<unknown>): Promise<number> {
  let calls = 0
  const spies = (['rows', 'query', 'execute', 'begin', 'commit'] as const).map((name) => {
    const call = SqliteConnection.prototype[name] as (...args: unknown[]) => unknown
    return vi.spyOn(SqliteConnection.prototype, name).mockImplementation(function (
      this: SqliteConnection,
      ...args: unknown[]
    ) {
      calls += 1
      if (calls === n)
        throw Object.assign(new Error('database or disk is full'), {
          code: 'SQLITE_FULL',
          rawCode: 13,
        })
      return call.apply(this, args) as never
    })
  })
  await work().finally(() => {
    for (const spy of spies) spy.mockRestore()
  })
  return calls
}

describe('the answers of a form, their cards and their counts', () => {
  test('are stored all or not at all, whichever statement fails, and the same form sent again stores them once', async () => {
    const calls = await failAt(0, answer)
    expect(await stored()).toEqual(everything)
    // The transaction's begin and commit, and three writes at least between them.
    expect(calls).toBeGreaterThan(4)
    for (let n = 1; n <= calls; n++) {
      learnerId = await storeLearner({ isCounted: true })
      await (await database()).itemCounts.deleteMany()
      const version = versionOf(learnerId)
      await expect(failAt(n, answer)).rejects.toMatchObject({
        name: 'DatabaseUnavailable',
        fault: 'disk full',
      })
      expect([n, await stored(), versionOf(learnerId)]).toEqual([n, nothing, version])
      await answer()
      expect(versionOf(learnerId)).toBeGreaterThan(version)
      await answer()
      expect([n, await stored()]).toEqual([n, everything])
    }
  })

  test('are stored all or not at all, between whichever two statements the process is killed', async () => {
    let isWhole = false
    for (let n = 1; !isWhole; n++) {
      learnerId = await storeLearner({ isCounted: true })
      await (await database()).itemCounts.deleteMany()
      const env = { ...process.env, DATABASE_URL: `file:${site.file}` }
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', 'tests/answer-process.ts', learnerId, String(n)],
        {
          env,
          stdio: ['ignore', 'ignore', 'inherit'],
        },
      )
      const [code, signal] = await once(child, 'exit')
      isWhole = code === 0
      if (!isWhole) expect([n, signal]).toEqual([n, 'SIGKILL'])
      expect([n, await stored()]).toEqual([n, isWhole ? everything : nothing])
      // Sent again: once, whether it had been stored or not.
      await answer()
      expect([n, await stored()]).toEqual([n, everything])
      if (isWhole) expect(n).toBeGreaterThan(4)
    }
  })
})
