import { beforeEach, describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { useTestDatabase } from '../../../tests/factories/test-database.ts'
import { storeLearner } from '../../../tests/factories/test-learner.ts'
import type { Catalogue } from '../../courses/model/chapter.ts'
import { findLanguage } from '../../i18n/languages.ts'
import { database } from '../../platform/database.server.ts'
import { newId } from '../../platform/random.server.ts'
import { transaction } from '../../platform/transaction.server.ts'
import { answerQuestions } from '../chapter-quiz/answer-questions.server.ts'
import { answeredInCourse } from '../chapter-quiz/attempt-store.server.ts'
import { questionsOf } from '../chapter-quiz/chapter-questions.ts'
import { answerCrossChapter } from '../cross-chapter/answer-cross-chapter.server.ts'
import { renderCrossChapterQuestion } from '../cross-chapter/render-question.server.tsx'
import { openReview, renderReview } from './open-review.server.tsx'
import { storeCards } from './review-store.server.ts'
import { suspendQuestion } from './suspend-question.server.ts'

useTestDatabase()

const course = await loadGoodCourse()
const first = course.chapters[0]!
const catalogue: Catalogue = { version: '1', courses: new Map([[course.id, course]]) }

let learnerId = ''
beforeEach(async () => {
  learnerId = await storeLearner()
})

const answerIn = (chapter: typeof first, fields: string, today: string) =>
  answerQuestions({
    chapter,
    questions: questionsOf(chapter, 'en', 'en'),
    fields: new URLSearchParams(fields),
    learnerId,
    today,
  })
const open = (today: string, { lang = 'en', after = 0, who = learnerId } = {}) =>
  openReview({ catalogue, learnerId: who, language: findLanguage(lang)!, today, after })
const answer = (fields: string, today: string) =>
  answerCrossChapter({
    catalogue,
    learnerId,
    language: findLanguage('en')!,
    fields: new URLSearchParams(fields),
    today,
    askedOn: today,
  })
const idsOf = ({ view }: Awaited<ReturnType<typeof open>>) =>
  view.questions.map(({ question }) => question.id)

/** Cards that have waited since long ago, the first the longest. */
async function wait(count: number, chapter = first.slug, hash?: string) {
  const questions =
    chapter === first.slug ? ['alone', 'who-came', 'any-day', 'in-order', 'who-does'] : []
  const cards = Array.from({ length: count }, (_, n) => ({
    course: 'tiny',
    chapter,
    question: questions[n] ?? `gone-${n}`,
    questionHash: hash ?? first.questionHashes.get(questions[n] ?? '') ?? 'h',
    stability: 1,
    difficulty: 5,
    reviewedOn: '2026-03-01',
    dueOn: '2026-03-02',
  }))
  await transaction((tx) => storeCards(tx, learnerId, cards, null))
}

describe('a learner who opens the review', () => {
  test('and has answered nothing yet finds nothing, and no card', async () => {
    expect(await open('2026-03-14')).toMatchObject({
      counts: { cards: 0, waiting: 0, nextOn: null },
      view: { questions: [] },
      left: 0,
    })
  })

  test('is asked on the day on which a question comes back, and told of that day before', async () => {
    await answerIn(first, 'check=&q.alone=may&q.any-day=false', '2026-03-14')
    expect(await open('2026-03-14')).toMatchObject({
      counts: { cards: 2, waiting: 0, nextOn: '2026-03-15' },
      view: { questions: [] },
    })
    expect(idsOf(await open('2026-03-15'))).toEqual(['tiny.first.alone'])
    expect(idsOf(await open('2026-03-17')).sort()).toEqual([
      'tiny.first.alone',
      'tiny.first.any-day',
    ])
  })

  test(
    'sees the same questions in the same order when the page is loaded again and in another ' +
      'language, with what was answered',
    async () => {
      await wait(5)
      const before = await open('2026-03-14')
      expect(idsOf(before)).toHaveLength(5)
      expect(
        await answer('check=tiny.first.alone&q.tiny.first.alone=may', '2026-03-14'),
      ).toMatchObject({ kind: 'answered', graded: 1 })
      const after = await open('2026-03-14')
      expect(idsOf(after)).toEqual(idsOf(before))
      expect(after.view.state.get('tiny.first.alone')).toMatchObject({
        kind: 'graded',
        grade: { isRight: false },
      })
      expect(after).toMatchObject({ left: 4, answered: 1, counts: { waiting: 4 } })
      const swedish = await open('2026-03-14', { lang: 'sv' })
      expect(idsOf(swedish)).toEqual(idsOf(before))
      expect(renderReview(swedish, findLanguage('sv')!)).toContain(
        'REASON-MAY-NOT: det krävs fler än en.',
      )
      expect(renderReview(swedish, findLanguage('sv')!)).not.toContain('REASON-TRUE')
    },
  )

  test('has the answer stored as an answer to that question of its chapter, and is led into the chapter where it was wrong', async () => {
    await wait(1)
    await answer('check=tiny.first.alone&q.tiny.first.alone=may-not', '2026-03-14')
    expect(await (await database()).attempt.findMany({ where: { learnerId } })).toMatchObject([
      {
        course: 'tiny',
        chapter: 'first',
        question: 'alone',
        answer: '{"may-not":"yes"}',
        isRight: true,
        answeredOn: '2026-03-14',
      },
    ])
    const review = await open('2026-03-14')
    const readAgain = '<a href="/en/courses/tiny/first#meeting">Read again: First: The meeting</a>'
    expect(
      renderCrossChapterQuestion(review.view, 'tiny.first.alone', findLanguage('en')!),
    ).not.toContain(readAgain)
    await answer('check=tiny.first.alone&q.tiny.first.alone=may', '2026-03-14')
    const { view } = await open('2026-03-14')
    expect(renderCrossChapterQuestion(view, 'tiny.first.alone', findLanguage('en')!)).toContain(
      readAgain,
    )
    expect(review.counts.waiting).toBe(0)
  })

  test('and has all questions of the types answered, each kept as its chapter would', async () => {
    await wait(5)
    const fields = [
      'check=',
      'q.tiny.first.alone=may-not',
      'q.tiny.first.who-came=members&q.tiny.first.who-came=deputies',
      'q.tiny.first.any-day=false',
      'q.tiny.first.in-order.open=1&q.tiny.first.in-order.vote=2&q.tiny.first.in-order.close=3',
    ].join('&')
    expect(await answer(fields, '2026-03-14')).toMatchObject({ kind: 'answered', graded: 4 })
    const { view } = await open('2026-03-14')
    for (const id of ['alone', 'who-came', 'any-day', 'in-order'])
      expect([id, view.state.get(`tiny.first.${id}`)]).toMatchObject([
        id,
        { kind: 'graded', grade: { isRight: true } },
      ])
    const kept = (await answeredInCourse(learnerId, 'tiny')).filter(({ isRight }) => isRight)
    expect(kept.map(({ question }) => question).sort()).toEqual([
      'alone',
      'any-day',
      'in-order',
      'who-came',
    ])
  })

  test('finds what is no more dropped, and is told how many', async () => {
    await wait(8)
    const review = await open('2026-03-14')
    expect([review.gone, idsOf(review).length]).toEqual([3, 5])
    expect((await open('2026-03-14')).gone).toBe(0)
    await wait(2, 'a-chapter-that-is-gone')
    expect((await open('2026-03-14')).gone).toBe(2)
  })

  test('is told of a question that has changed, and starts again with it', async () => {
    await wait(1, first.slug, 'older')
    expect((await open('2026-03-14')).view.state.get('tiny.first.alone')).toEqual({
      kind: 'changed',
    })
    await answer('check=tiny.first.alone&q.tiny.first.alone=may-not', '2026-03-14')
    expect((await open('2026-03-14')).view.state.get('tiny.first.alone')).toMatchObject({
      kind: 'graded',
    })
    expect((await open('2026-03-14')).counts.nextOn).toBe('2026-03-17')
  })

  test('can forget a question, which is then never asked, also after it is answered in its chapter; and can take that back', async () => {
    await wait(2)
    expect(await suspendQuestion({ learnerId, id: 'tiny.first.alone', isSuspended: true })).toBe(
      true,
    )
    await answerIn(first, 'check=alone&q.alone=may', '2026-03-14')
    const review = await open('2026-03-20')
    expect(idsOf(review)).toEqual(['tiny.first.who-came'])
    expect(review.forgotten.map(({ place }) => place.question)).toEqual(['alone'])
    expect(review.counts.cards).toBe(1)
    await suspendQuestion({ learnerId, id: 'tiny.first.alone', isSuspended: false })
    expect(idsOf(await open('2026-03-20'))).toHaveLength(2)
  })

  test('never sees, answers or forgets another’s', async () => {
    await wait(3)
    const stranger = newId()
    expect(idsOf(await open('2026-03-14', { who: stranger }))).toEqual([])
    expect(
      await suspendQuestion({ learnerId: stranger, id: 'tiny.first.alone', isSuspended: true }),
    ).toBe(false)
    expect(idsOf(await open('2026-03-14'))).toHaveLength(3)
  })

  test('with a form of a question that is no more, or of no question, is refused, and nothing is stored', async () => {
    for (const fields of [
      'check=tiny.first.gone&q.tiny.first.gone=x',
      'check=&q.tiny.first.alone=nobody',
      'check=&q.alone=may',
      'check=&q.tiny.first.alone=may&more=1',
      'check=&__proto__=x',
    ])
      expect([fields, (await answer(fields, '2026-03-14')).kind]).toEqual([fields, 'refused'])
    expect(await (await database()).attempt.count({ where: { learnerId } })).toBe(0)
  })
})
