import { beforeEach, describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { useTestDatabase } from '../../../tests/factories/test-database.ts'
import { storeLearner } from '../../../tests/factories/test-learner.ts'
import { rightAnswer } from '../../../tests/factories/test-questions.ts'
import { findLanguage } from '../../i18n/languages.ts'
import { database } from '../../platform/database.server.ts'
import { newId } from '../../platform/random.server.ts'
import { answerQuestions } from '../chapter-quiz/answer-questions.server.ts'
import { questionsOf } from '../chapter-quiz/chapter-questions.ts'
import { answerCrossChapter } from '../cross-chapter/answer-cross-chapter.server.ts'
import { typeOf } from '../types/question-types.ts'
import { checkOf } from './course-quiz-store.server.ts'
import {
  checkAddress,
  hasFinishedCourseQuiz,
  openCourseQuiz,
  recordIfFinished,
  startCourseQuiz,
} from './open-course-quiz.server.tsx'

useTestDatabase()

const course = await loadGoodCourse()
const first = course.chapters[0]!
const catalogue = { version: '1', courses: new Map([[course.id, course]]) }
const today = '2026-03-14'

let learnerId = ''
beforeEach(async () => {
  learnerId = await storeLearner()
})

const optionsFor = (lang = 'en', who: string | null = learnerId, seed: string | null = null) => ({
  catalogue,
  course,
  language: findLanguage(lang)!,
  learnerId: who,
  seed,
})
const send = (fields: URLSearchParams, who: string | null = learnerId) =>
  answerCrossChapter({
    catalogue,
    learnerId: who,
    language: findLanguage('en')!,
    fields,
    today,
    askedOn: null,
  })

type Check = NonNullable<Awaited<ReturnType<typeof openCourseQuiz>>>

/** The fields that answer some of a check's questions, right or, for a choice, wrong. */
function answers({ view }: Check, count: number, { isRight = true } = {}) {
  const fields = new URLSearchParams({ check: '' })
  for (const { place, chapter, question } of view.questions.slice(0, count)) {
    const written = chapter.texts.get('en')!.questions.find(({ id }) => id === place.question)!
    const right = rightAnswer(written)
    const wrong = {
      [written.parts.find(({ attributes }) => !attributes.correct)?.attributes.id as string]: 'yes',
    }
    const isChoice = written.type === 'single' || written.type === 'true-false'
    for (const [name, value] of typeOf(question).write(
      question,
      isRight || !isChoice ? right : wrong,
    ))
      fields.append(name, value)
  }
  return fields
}

describe('a learner’s check over a course', () => {
  test('is none until it is drawn, then the same at each load and in each language', async () => {
    expect(await openCourseQuiz(optionsFor())).toBeNull()
    expect(await startCourseQuiz({ ...optionsFor(), today })).toBe('/en/courses/tiny/check')
    const check = (await openCourseQuiz(optionsFor())) as Check
    const ids = (one: Check | null) => one?.view.questions.map(({ question }) => question.id)
    expect(check.view.questions.length).toBeGreaterThan(2)
    expect(ids(await openCourseQuiz(optionsFor()))).toEqual(ids(check))
    expect(ids(await openCourseQuiz(optionsFor('sv')))).toEqual(ids(check))
  })

  test('can be answered in several sittings, and is then noted as finished, once and for all', async () => {
    await startCourseQuiz({ ...optionsFor(), today })
    const before = (await openCourseQuiz(optionsFor())) as Check
    await send(answers(before, 1))
    const between = (await openCourseQuiz(optionsFor())) as Check
    expect(between.left).toBe(before.view.questions.length - 1)
    await recordIfFinished(optionsFor(), between, today)
    expect(await hasFinishedCourseQuiz(learnerId, 'tiny')).toBe(false)
    await send(answers(before, 9))
    const after = (await openCourseQuiz(optionsFor())) as Check
    expect([after.left, after.readAgain]).toEqual([0, []])
    await recordIfFinished(optionsFor(), after, today)
    await recordIfFinished(optionsFor(), after, '2026-04-01')
    expect((await checkOf(learnerId, 'tiny'))?.finishedOn).toBe(today)
    await startCourseQuiz({ ...optionsFor(), today: '2026-05-01' })
    expect((await openCourseQuiz(optionsFor()))?.left).toBe(before.view.questions.length)
    expect(await hasFinishedCourseQuiz(learnerId, 'tiny')).toBe(true)
  })

  test('counts no answer from before it was drawn', async () => {
    const questions = questionsOf(first, 'en', 'en')
    const fields = new URLSearchParams('check=&q.alone=may&q.any-day=false&q.who-came=members')
    await answerQuestions({ chapter: first, questions, fields, learnerId, today })
    await startCourseQuiz({ ...optionsFor(), today })
    const check = (await openCourseQuiz(optionsFor())) as Check
    expect(check.left).toBe(check.view.questions.length)
  })

  test('says which sections to read again, by chapter, with the way there', async () => {
    let check: Check
    do {
      await startCourseQuiz({ ...optionsFor(), today })
      check = (await openCourseQuiz(optionsFor())) as Check
    } while (!check.view.questions.some(({ question }) => question.id === 'tiny.first.alone'))
    await send(new URLSearchParams('check=&q.tiny.first.alone=may'))
    expect((await openCourseQuiz(optionsFor()))?.readAgain).toEqual([
      {
        chapter: 'First',
        address: '/en/courses/tiny/first',
        sections: [{ title: 'The meeting', address: '/en/courses/tiny/first#meeting' }],
      },
    ])
    await send(new URLSearchParams('check=&q.tiny.first.alone=may-not'))
    expect((await openCourseQuiz(optionsFor()))?.readAgain).toEqual([])
  })

  test('names a section once, from its beginning where two places in it are to be read again', async () => {
    const en = first.texts.get('en')!
    const paragraphs = ['meeting-first', 'meeting-next'].map((id) => ({ id, section: 'meeting' }))
    const questions = en.questions
      .filter(({ id }) => id === 'alone' || id === 'any-day')
      .map((question, i) => ({ ...question, see: paragraphs[i]!.id }))
    const chapter = {
      ...first,
      texts: new Map([['en', { ...en, paragraphs: [...en.paragraphs, ...paragraphs], questions }]]),
    }
    const other = { ...course, chapters: [chapter] }
    const of = {
      ...optionsFor(),
      course: other,
      catalogue: { version: '1', courses: new Map([[other.id, other]]) },
    }
    await startCourseQuiz({ ...of, today })
    const sections = async () =>
      (await openCourseQuiz(of))?.readAgain.flatMap((one) => one.sections)
    await send(new URLSearchParams('check=&q.tiny.first.alone=may'))
    expect(await sections()).toEqual([
      { title: 'The meeting', address: '/en/courses/tiny/first#meeting-first' },
    ])
    await send(new URLSearchParams('check=&q.tiny.first.any-day=true'))
    expect(await sections()).toEqual([
      { title: 'The meeting', address: '/en/courses/tiny/first#meeting' },
    ])
  })

  test('is nobody else’s', async () => {
    await startCourseQuiz({ ...optionsFor(), today })
    expect(await openCourseQuiz(optionsFor('en', newId()))).toBeNull()
  })
})

describe('a guest’s check over a course', () => {
  test('has its questions in its address, its answers in its form, and nothing in the database', async () => {
    const rows = async () => {
      const db = await database()
      return [
        await db.attempt.count(),
        await db.courseCheck.count(),
        await db.reviewCard.count(),
        await db.itemCounts.count(),
      ]
    }
    const before = await rows()
    const address = await startCourseQuiz({ ...optionsFor('en', null), today })
    expect(address).toMatch(/^\/en\/courses\/tiny\/check\?draw=[a-z0-9]{8}$/)
    const guest = optionsFor('en', null, address.slice(-8))
    const check = (await openCourseQuiz(guest)) as Check
    const answered = await send(answers(check, 9), null)
    if (answered.kind === 'refused') throw new Error('refused')
    const after = (await openCourseQuiz(guest, { state: answered.state })) as Check
    expect([after.left, after.view.address]).toEqual([0, checkAddress(guest)])
    await recordIfFinished(guest, after, today)
    expect(await rows()).toEqual(before)
  })
})
