import { beforeEach, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { useTestDatabase } from '../../../tests/factories/test-database.ts'
import { storeLearner } from '../../../tests/factories/test-learner.ts'
import { transaction } from '../../platform/transaction.server.ts'
import { readForecast } from './read-forecast.server.ts'
import { storeCards } from './review-store.server.ts'
import { suspendQuestion } from './suspend-question.server.ts'

useTestDatabase()

const course = await loadGoodCourse()
const [first] = course.chapters
const catalogue = { version: '1', courses: new Map([[course.id, course]]) }
const today = '2026-03-14'

let learnerId = ''
beforeEach(async () => {
  learnerId = await storeLearner()
})

const store = (cards: { question: string; dueOn: string; chapter?: string }[]) =>
  transaction((tx) =>
    storeCards(
      tx,
      learnerId,
      cards.map((card) => ({
        ...{ course: 'tiny', chapter: first!.slug, questionHash: 'h' },
        ...{ stability: 1, difficulty: 5, reviewedOn: '2026-03-01' },
        ...card,
      })),
      null,
    ),
  )

test('a learner sees when their questions come back, and in which chapter some wait', async () => {
  await store([
    { question: 'alone', dueOn: '2026-03-02' },
    { question: 'who-came', dueOn: '2026-03-15' },
  ])
  const found = await readForecast({ catalogue, learnerId, today })
  expect(found).toMatchObject({ now: 1, later: 0 })
  expect(found.weeks.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0])
  expect(found.waitingIn('tiny', first!.slug)).toBe(1)
  expect(found.waitingIn('tiny', 'another')).toBe(0)
})

test('what is gone from the course, suspended or somebody else’s does not come back', async () => {
  await store([
    { question: 'gone', dueOn: '2026-03-02' },
    { question: 'alone', dueOn: '2026-03-02', chapter: 'gone' },
    { question: 'any-day', dueOn: '2026-03-02' },
  ])
  await suspendQuestion({ learnerId, id: `tiny.${first!.slug}.any-day`, isSuspended: true })
  expect(await readForecast({ catalogue, learnerId, today })).toMatchObject({ now: 0, later: 0 })
  const other = await storeLearner()
  expect(await readForecast({ catalogue, learnerId: other, today })).toMatchObject({ now: 0 })
})
