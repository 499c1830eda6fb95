import { beforeAll, describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../tests/broken-courses/course.ts'
import { newId } from '../platform/chance.server.ts'
import { useTestDatabase } from '../platform/test-database.ts'
import { storeLearner } from '../platform/test-learner.ts'
import { addAttempts } from './attempt-store.server.ts'
import { mostMissed } from './most-missed.server.ts'

useTestDatabase()

const course = await loadGoodCourse()
const hashes = course.chapters[0]!.questionHashes

async function someone(answers: [question: string, isRight: boolean, questionHash?: string][]): Promise<string> {
  const id = await storeLearner()
  const attempts = answers.map(([question, isRight, questionHash = hashes.get(question) as string]) => ({
    course: 'tiny',
    chapter: 'first',
    question,
    questionHash,
    answer: '{}',
    isRight,
  }))
  for (const attempt of attempts) await addAttempts(id, [attempt], '2026-03-14')
  return id
}

const missed = async (learnerIds: string[], limit = 10) =>
  (await mostMissed({ course, chapters: ['first'], learnerIds, limit })).map(({ question }) => question)

let circle: string[] = []
beforeAll(async () => {
  circle = await Promise.all([
    someone([
      ['alone', false],
      ['any-day', false],
      ['who-does', true],
      ['in-order', false],
      ['who-came', false, 'an older wording'],
    ]),
    someone([
      ['alone', false],
      ['any-day', false],
      ['who-does', true],
      ['in-order', false],
      ['who-came', false, 'an older wording'],
    ]),
    someone([
      ['alone', false],
      ['any-day', true],
      ['who-does', true],
      ['in-order', false],
      ['who-came', false, 'an older wording'],
    ]),
    someone([
      ['alone', true],
      ['alone', false],
      ['any-day', true],
      ['who-does', true],
      ['in-order', false],
      ['who-came', false],
    ]),
    someone([
      ['alone', false],
      ['alone', true],
      ['any-day', true],
      ['who-does', false],
      ['who-does', true],
      ['who-came', false],
    ]),
  ])
})

describe('what a circle remembers least', () => {
  test('is told as questions in order, the one that most of it missed at last first', async () => {
    expect(await missed(circle)).toEqual(['alone', 'any-day'])
    expect(await missed(circle, 1)).toEqual(['alone'])
  })

  test('carries nothing but the place of each question', async () => {
    expect(await mostMissed({ course, chapters: ['first'], learnerIds: circle, limit: 1 })).toEqual([
      { course: 'tiny', chapter: 'first', question: 'alone' },
    ])
  })

  test('P12: is not told of fewer than five people, nor of one person five times', async () => {
    expect(await missed(circle.slice(0, 4))).toEqual([])
    expect(await missed(Array.from({ length: 5 }, () => circle[0] as string))).toEqual([])
    expect(await missed([...circle.slice(0, 4), newId()])).toEqual([])
  })

  test('leaves out other chapters, and answers to a wording that is no more', async () => {
    expect(await mostMissed({ course, chapters: ['second'], learnerIds: circle, limit: 10 })).toEqual([])
    expect(await missed(circle)).not.toContain('who-came')
  })
})
