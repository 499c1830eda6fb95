import { beforeEach, describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { catalogue } from '../../../tests/factories/catalogue.ts'
import { useTestDatabase } from '../../../tests/factories/test-database.ts'
import { storeLearner } from '../../../tests/factories/test-learner.ts'
import { database } from '../../platform/database.server.ts'
import { transaction } from '../../platform/transaction.server.ts'
import { answerQuestions } from '../chapter-quiz/answer-questions.server.ts'
import { questionsOf } from '../chapter-quiz/chapter-questions.ts'
import { countedIn, countFirstAnswers } from './count-first-answers.server.ts'
import {
  areAnswersCounted,
  countAnswersOf,
  stopCountingAnswersOf,
} from './counting-store.server.ts'
import { itemCountsOf } from './item-counts-store.server.ts'

useTestDatabase()

const willingLearner = () => storeLearner({ isCounted: true })
const course = await loadGoodCourse()
const chapter = course.chapters[0]!

const answer = (learnerId: string | null, fields: string, lang = 'en') =>
  answerQuestions({
    chapter,
    questions: questionsOf(chapter, lang, course.source),
    fields: new URLSearchParams(fields),
    learnerId,
    today: '2026-03-14',
  })
const counts = async (question: string, part = '') =>
  (await itemCountsOf('tiny')).find(
    (one) => one.question === question && one.part === part && one.chapter === 'first',
  )

beforeEach(async () => {
  await (await database()).itemCounts.deleteMany()
})

describe('the counts', () => {
  test('grow by each learner’s first answer, in whichever language it was given', async () => {
    for (const [choice, lang] of [
      ['may', 'en'],
      ['may', 'sv'],
      ['may-not', 'en'],
    ] as const)
      await answer(await willingLearner(), `check=alone&q.alone=${choice}`, lang)
    expect(await counts('alone')).toMatchObject({
      questionHash: chapter.questionHashes.get('alone'),
      answered: 3,
      right: 1,
    })
    expect(await counts('alone', 'may')).toMatchObject({ answered: 2, right: 0 })
    expect(await counts('alone', 'may-not')).toMatchObject({ answered: 1, right: 1 })
  })

  test('do not grow when a learner tries again', async () => {
    const learner = await willingLearner()
    for (const choice of ['may', 'may-not', 'may'])
      await answer(learner, `check=alone&q.alone=${choice}`)
    expect(await counts('alone')).toMatchObject({ answered: 1, right: 0 })
    expect(await counts('alone', 'may-not')).toBeUndefined()
  })

  test('count who was sure and wrong, and nobody who did not say so', async () => {
    await answer(await willingLearner(), 'check=alone&q.alone=may&sure.alone=sure')
    await answer(await willingLearner(), 'check=alone&q.alone=may')
    expect(await counts('alone')).toMatchObject({ answered: 2, right: 0, sureWrong: 1 })
  })

  test('know nothing of a learner who has not said that theirs are counted', async () => {
    const learner = await storeLearner()
    expect(await areAnswersCounted(learner)).toBe(false)
    await answer(learner, 'check=&q.alone=may-not&q.any-day=false&q.who-came=members')
    expect(await itemCountsOf('tiny')).toEqual([])
  })

  test('count what a learner answers first after they said so, and nothing from before or after they took it back', async () => {
    const learner = await storeLearner()
    await answer(learner, 'check=&q.alone=may-not&q.any-day=false&q.who-came=members')
    await countAnswersOf(learner)
    expect(await areAnswersCounted(learner)).toBe(true)
    await answer(learner, 'check=alone&q.alone=may')
    expect(await itemCountsOf('tiny')).toEqual([])
    await answer(learner, 'check=in-order&q.in-order.open=1&q.in-order.vote=2&q.in-order.close=3')
    expect(await counts('in-order')).toMatchObject({ answered: 1, right: 1 })
    await countAnswersOf(learner)
    await stopCountingAnswersOf(learner)
    await answer(
      learner,
      'check=who-does&q.who-does.chair=A&q.who-does.secretary=A&q.who-does.treasurer=A',
    )
    expect(await areAnswersCounted(learner)).toBe(false)
    expect((await itemCountsOf('tiny')).map(({ question, checks }) => [question, checks])).toEqual(
      Array((await itemCountsOf('tiny')).length).fill(['in-order', 0]),
    )
  })

  test('know nothing of a guest', async () => {
    await answer(null, 'check=alone&q.alone=may')
    expect(await itemCountsOf('tiny')).toEqual([])
  })

  test('set each question beside the rest when a learner has answered the whole check, on whatever day', async () => {
    const learner = await willingLearner()
    await answer(learner, 'check=&q.alone=may-not&q.any-day=false&q.who-came=members')
    await answer(learner, 'check=in-order&q.in-order.open=1&q.in-order.vote=2&q.in-order.close=3')
    expect(await counts('alone')).toMatchObject({ answered: 1, checks: 0 })
    await answer(
      learner,
      'check=who-does&q.who-does.chair=A&q.who-does.secretary=A&q.who-does.treasurer=A',
    )
    expect(await counts('alone')).toMatchObject({
      answered: 1,
      checks: 1,
      checksRight: 1,
      rest: 0.5,
      restSquared: 0.25,
      restRight: 0.5,
    })
    expect(await counts('who-came')).toMatchObject({
      answered: 1,
      checks: 1,
      checksRight: 0,
      rest: 0.75,
      restRight: 0,
    })
  })

  test('hold nothing of a reflection, which is private', async () => {
    const text = chapter.texts.get('en')!
    const thoughts = {
      id: 'thoughts',
      type: 'reflection',
      see: 'meeting',
      prompt: 'What would you do?',
      parts: [],
      line: 1,
    }
    const asked = {
      ...chapter,
      texts: new Map([['en', { ...text, questions: [...text.questions, thoughts] }]]),
      questionHashes: new Map([...chapter.questionHashes, ['thoughts', 'h']]),
    }
    expect(countedIn(asked).map(({ question }) => question)).toEqual(
      text.questions.map(({ id }) => id),
    )
    const grade = { isRight: true, share: 1, verdicts: { point: 'right' as const } }
    const learnerId = await willingLearner()
    await transaction((tx) =>
      countFirstAnswers(tx, {
        learnerId,
        answers: [{ chapter: asked, id: 'thoughts', grade, confidence: null }],
      }),
    )
    expect(await itemCountsOf('tiny')).toEqual([])
  })

  test('point at nobody, and stay as they are when a learner is erased', async () => {
    const db = await database()
    const learner = await willingLearner()
    await answer(learner, 'check=alone&q.alone=may')
    const before = await itemCountsOf('tiny')
    expect(JSON.stringify(before)).not.toContain(learner)
    await db.learner.delete({ where: { id: learner } })
    expect(await itemCountsOf('tiny')).toEqual(before)
    const { columns } = (await catalogue()).find(({ table }) => table === 'ItemCounts')!
    expect(columns.map(({ name }) => name).join()).not.toMatch(/learner|day|on$|month|text/i)
  })
})
