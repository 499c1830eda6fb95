import { beforeEach, describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { useTestDatabase } from '../../../tests/factories/test-database.ts'
import { storeLearner } from '../../../tests/factories/test-learner.ts'
import { newId } from '../../platform/random.server.ts'
import { transaction } from '../../platform/transaction.server.ts'
import { answerQuestions } from '../chapter-quiz/answer-questions.server.ts'
import { questionsOf } from '../chapter-quiz/chapter-questions.ts'
import { cardsOf, storeCards } from './review-store.server.ts'
import { scheduleAnswers } from './schedule-answers.server.ts'

useTestDatabase()

const course = await loadGoodCourse()
const chapter = course.chapters[0]!
const place = (question: string) => ({ course: 'tiny', chapter: 'first', question })

let learnerId = ''
beforeEach(async () => {
  learnerId = await storeLearner()
})

const answer = (fields: string, today = '2026-03-14', lang = 'en') =>
  answerQuestions({
    chapter,
    questions: questionsOf(chapter, lang, 'en'),
    fields: new URLSearchParams(fields),
    learnerId,
    today,
  })
const dueOf = async (question: string) => (await cardsOf(learnerId, [place(question)]))[0]?.dueOn
const schedule = (
  given: { type?: string; questionHash?: string; isRight?: boolean },
  today = '2026-03-14',
) =>
  transaction((tx) =>
    scheduleAnswers(tx, {
      learnerId,
      answers: [
        {
          ...place('q'),
          type: 'single',
          questionHash: 'h',
          isRight: true,
          confidence: null,
          ...given,
        },
      ],
      today,
      askedOn: null,
    }),
  )

describe('a learner who answers in a chapter', () => {
  test('is asked again: soon where the answer was wrong, later where it was right', async () => {
    await answer('check=&q.alone=may&q.any-day=false')
    expect(await dueOf('alone')).toBe('2026-03-15')
    expect(await dueOf('any-day')).toBe('2026-03-17')
    expect(await dueOf('who-does')).toBeUndefined()
  })

  test('and says how sure they are is asked later where they were sure and right, sooner where they guessed', async () => {
    await answer('check=&q.alone=may-not&sure.alone=sure&q.any-day=false&sure.any-day=guessing')
    expect(await dueOf('alone')).toBe('2026-03-22')
    expect(await dueOf('any-day')).toBe('2026-03-16')
  })

  test('and tries again the same day is asked on the same day as before; another day, in any language, counts', async () => {
    await answer('check=alone&q.alone=may')
    await answer('check=alone&q.alone=may-not')
    expect(await dueOf('alone')).toBe('2026-03-15')
    await answer('check=alone&q.alone=may-not', '2026-03-16', 'sv')
    expect(((await dueOf('alone')) as string) > '2026-03-17').toBe(true)
  })
})

describe('a card', () => {
  test('is never made of a reflection', async () => {
    await schedule({ type: 'reflection' })
    expect(await dueOf('q')).toBeUndefined()
  })

  test('starts again when the question has changed its meaning, even on the same day', async () => {
    await schedule({}, '2026-03-01')
    await schedule({}, '2026-03-04')
    await schedule({ questionHash: 'other', isRight: false }, '2026-03-04')
    expect(await cardsOf(learnerId, [place('q')])).toMatchObject([
      { questionHash: 'other', stability: 0.212, dueOn: '2026-03-05' },
    ])
  })

  test('is the same when it is written twice, and is not moved by an answer that comes late', async () => {
    await schedule({}, '2026-03-10')
    const [card] = await cardsOf(learnerId, [place('q')])
    await transaction((tx) =>
      storeCards(
        tx,
        learnerId,
        [{ ...card!, stability: 99, reviewedOn: '2026-03-09', dueOn: '2026-09-01' }],
        null,
      ),
    )
    await transaction((tx) => storeCards(tx, learnerId, [card!], null))
    expect(await cardsOf(learnerId, [place('q')])).toEqual([card])
  })

  test('is the learner’s own', async () => {
    await schedule({})
    expect(await cardsOf(newId(), [place('q')])).toEqual([])
  })
})
