import { beforeEach, describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { useTestDatabase } from '../../../tests/factories/test-database.ts'
import { storeLearner } from '../../../tests/factories/test-learner.ts'
import { type Database, database } from '../../platform/database.server.ts'
import { newId } from '../../platform/random.server.ts'
import {
  answersAfter,
  checkOf,
  type StoredCheck,
  storeCourseQuiz,
} from '../course-quiz/course-quiz-store.server.ts'
import { answerQuestions } from './answer-questions.server.ts'
import { answeredInCourse, attemptsInChapter } from './attempt-store.server.ts'
import { questionsOf } from './chapter-questions.ts'

useTestDatabase()

const course = await loadGoodCourse()
const chapter = course.chapters[0]!
const processState = globalThis as { cirkelDatabase?: Promise<Database> }

let learnerId = ''
beforeEach(async () => {
  learnerId = await storeLearner()
})

const answer = (
  fields: string,
  who: string | null = learnerId,
  lang = 'en',
  today = '2026-03-14',
) =>
  answerQuestions({
    chapter,
    questions: questionsOf(chapter, lang, course.source),
    fields: new URLSearchParams(fields),
    learnerId: who,
    today,
  })
const place = () => ({ learnerId, course: 'tiny', chapter: 'first' })
const stored = () => attemptsInChapter(place())

describe('a learner who answers', () => {
  test('finds the answer stored when the page comes, with the wording that it was given to', async () => {
    expect(await answer('check=alone&q.alone=may')).toMatchObject({ kind: 'answered', graded: 1 })
    expect(await stored()).toEqual([
      {
        course: 'tiny',
        chapter: 'first',
        question: 'alone',
        questionHash: chapter.questionHashes.get('alone'),
        answer: '{"may":"yes"}',
        isRight: false,
      },
    ])
  })

  test('has what they say of being sure stored beside the answer, and nothing where they say nothing', async () => {
    await answer('check=&q.alone=may&sure.alone=guessing&q.any-day=true')
    const rows = await (await database()).attempt.findMany({
      where: place(),
      orderBy: { id: 'asc' },
    })
    expect(rows.map(({ question, confidence }) => [question, confidence])).toEqual([
      ['alone', 'guessing'],
      ['any-day', null],
    ])
    expect(await answer('check=alone&q.alone=may&sure.alone=very')).toEqual({ kind: 'refused' })
    expect(await answer('check=alone&q.alone=may&sure.alone=sure&sure.alone=fairly')).toEqual({
      kind: 'refused',
    })
    expect(await answer('check=alone&q.alone=may&sure.gone=sure')).toEqual({ kind: 'refused' })
  })

  test('in another language has answered the same question', async () => {
    await answer('check=alone&q.alone=may', learnerId, 'sv')
    await answer('check=alone&q.alone=may-not', learnerId, 'en')
    const [first, second] = await stored()
    expect(first?.questionHash).toBe(second?.questionHash)
    expect((await stored()).map(({ isRight }) => isRight)).toEqual([false, true])
  })

  test('all at once has all of them stored, and the day but no hour', async () => {
    expect(await answer('check=&q.alone=may-not&q.any-day=false&q.who-came=members')).toMatchObject(
      { graded: 3 },
    )
    expect((await stored()).map(({ question, isRight }) => [question, isRight])).toEqual([
      ['alone', true],
      ['who-came', false],
      ['any-day', true],
    ])
    expect(
      await (await database()).attempt.findMany({
        where: place(),
        distinct: ['answeredOn'],
        select: { answeredOn: true },
      }),
    ).toEqual([{ answeredOn: '2026-03-14' }])
  })

  test('only half, or tries again, has nothing stored', async () => {
    expect(await answer('check=in-order&q.in-order.open=1')).toMatchObject({
      kind: 'answered',
      graded: 0,
    })
    expect(await answer('again=alone')).toMatchObject({ graded: 0 })
    expect(await stored()).toEqual([])
  })

  test('with a form that does not fit the chapter is refused, and nothing is stored', async () => {
    expect(await answer('check=&q.alone=may&q.gone=x')).toEqual({ kind: 'refused' })
    expect(await answer('check=&q.alone=may&q.any-day=maybe')).toEqual({ kind: 'refused' })
    expect(await stored()).toEqual([])
  })

  test('never gets another’s answers', async () => {
    await answer('check=alone&q.alone=may')
    expect(await attemptsInChapter({ ...place(), learnerId: newId() })).toEqual([])
    expect(await answeredInCourse(newId(), 'tiny')).toEqual([])
  })

  test('and sends a form again has each answer stored once; another answer, another day and how sure are new', async () => {
    for (const choice of ['may', 'may', 'may-not', 'may-not', 'may'])
      await answer(`check=alone&q.alone=${choice}`)
    expect((await stored()).map((row) => row.answer)).toEqual([
      '{"may":"yes"}',
      '{"may-not":"yes"}',
      '{"may":"yes"}',
    ])
    for (let n = 0; n < 2; n++) await answer('check=alone&q.alone=may&sure.alone=sure')
    expect(await stored()).toHaveLength(4)
    for (let n = 0; n < 2; n++)
      await answer('check=alone&q.alone=may&sure.alone=sure', learnerId, 'en', '2026-03-15')
    expect(await stored()).toHaveLength(5)
    expect(
      (await answeredInCourse(learnerId, 'tiny')).map(({ question, isRight }) => [
        question,
        isRight,
      ]),
    ).toEqual([['alone', true]])
  })

  test('in a course’s check that was drawn since has the same answer counted there, once', async () => {
    await answer('check=alone&q.alone=may')
    await storeCourseQuiz(learnerId, 'tiny', 'seed', '2026-03-14')
    for (let n = 0; n < 2; n++) await answer('check=alone&q.alone=may')
    expect(await stored()).toHaveLength(2)
    const { lastAttempt } = (await checkOf(learnerId, 'tiny')) as StoredCheck
    expect(await answersAfter(learnerId, 'tiny', lastAttempt)).toMatchObject([
      { question: 'alone' },
    ])
  })
})

test('a guest is answered without a database, and nothing is stored', async () => {
  const opened = processState.cirkelDatabase
  const unreachable = Promise.reject(new Error('A guest opened the database.'))
  unreachable.catch(() => {})
  processState.cirkelDatabase = unreachable
  try {
    const answered = await answer('check=alone&q.alone=may-not', null)
    expect(answered).toMatchObject({ kind: 'answered', graded: 1 })
    await expect(answer('check=alone&q.alone=may-not')).rejects.toThrow(
      'A guest opened the database.',
    )
  } finally {
    processState.cirkelDatabase = opened
  }
  expect(await (await database()).attempt.count({ where: { learnerId } })).toBe(0)
})
