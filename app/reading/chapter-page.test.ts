import { beforeEach, describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../tests/broken-courses/course.ts'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { storeLearner } from '../../tests/factories/test-learner.ts'
import { findLanguage, languages } from '../i18n/languages.ts'
import { type Database, database } from '../platform/database.server.ts'
import { bytesOf } from '../platform/pieces/piece.server.ts'
import { readCourseProgress } from '../progress/course-progress.server.ts'
import { answerQuestions } from '../quizzes/chapter-quiz/answer-questions.server.ts'
import { questionsOf } from '../quizzes/chapter-quiz/chapter-questions.ts'
import { takeOtherButton } from '../quizzes/chapter-quiz/quiz-state.ts'
import { changeChapter } from './change-chapter.server.ts'
import { readChapter as readPieces, renderAnswer } from './chapter-page.server.tsx'
import { listContents } from './contents.server.ts'
import type { Reading } from './reading.ts'

useTestDatabase()

const course = await loadGoodCourse()
const [first, second] = course.chapters as [
  (typeof course.chapters)[0],
  (typeof course.chapters)[0],
]
const today = '2026-03-14'
const processState = globalThis as { cirkelDatabase?: Promise<Database> }

let learnerId = ''
beforeEach(async () => {
  learnerId = await storeLearner()
})

const reading = (lang = 'en', who: string | null = learnerId, chapter = first): Reading => ({
  course,
  chapter,
  language: findLanguage(lang)!,
  languages,
  learnerId: who,
})
async function readChapter(...how: Parameters<typeof readPieces>) {
  const { text, progress } = await readPieces(...how)
  return { html: bytesOf(text).toString(), progress }
}
const open = (lang = 'en', chapter = first) =>
  readChapter(reading(lang, learnerId, chapter), { country: null, today })
const answer = (fields: string, lang = 'en') =>
  answerQuestions({
    chapter: first,
    questions: questionsOf(first, lang, 'en'),
    fields: new URLSearchParams(fields),
    learnerId,
    today,
  })
const change = (fields: string, lang = 'en') =>
  changeChapter({
    reading: reading(lang),
    learnerId,
    button: takeOtherButton(new URLSearchParams(fields))!,
    today,
  })

/** Runs some work in which to touch the database is a failure. */
async function withoutDatabase<T>(work: () => Promise<T>): Promise<T> {
  const opened = processState.cirkelDatabase
  const unreachable = Promise.reject(new Error('The database was touched.'))
  unreachable.catch(() => {})
  processState.cirkelDatabase = unreachable
  try {
    return await work()
  } finally {
    processState.cirkelDatabase = opened
  }
}

describe('a guest', () => {
  test('reads a chapter and the contents without a database', async () => {
    const page = await withoutDatabase(() =>
      readChapter(reading('en', null), { country: null, today }),
    )
    expect(page.progress).toBeNull()
    expect(page.html).toContain('Nine people have come')
    expect(page.html).not.toContain('bookmark')
    expect(page.html).not.toContain('REASON-')
    expect((await withoutDatabase(() => listContents(course, languages[0]!, null))).next).toBeNull()
    await expect(withoutDatabase(() => open())).rejects.toThrow('The database was touched.')
  })

  test('can read each section in the other language, at the same place', async () => {
    const { html } = await readChapter(reading('en', null), { country: null, today })
    expect(html).toContain('href="/sv/courses/tiny/first#meeting"')
    expect((await readChapter(reading('sv', null), { country: null, today })).html).toContain(
      'href="/en/courses/tiny/first#meeting"',
    )
  })

  test('is led to other chapters in their own language', async () => {
    expect((await readChapter(reading('sv', null), { country: null, today })).html).toContain(
      '<a href="/sv/courses/tiny/second#only">nästa kapitel</a>',
    )
  })

  test('who wants one country’s comments gets only those', async () => {
    const other = await readChapter(reading('en', null), { country: 'IN', today })
    expect(other.html).not.toContain('id="za-rule"')
    expect((await readChapter(reading('en', null), { country: 'ZA', today })).html).toContain(
      'id="za-rule"',
    )
  })

  test('gets the figures that the pictures place, once', async () => {
    const { html } = await readChapter(reading('en', null), { country: null, today })
    expect(html.match(/<symbol id="figure-person"/g)).toHaveLength(1)
    expect(
      (await readChapter(reading('en', null, second), { country: null, today })).html,
    ).not.toContain('<symbol')
  })
})

describe('a learner', () => {
  test('who opens a chapter has it noted once, however often they reload', async () => {
    for (let n = 0; n < 3; n++) await open()
    const turn = async (slug: string) =>
      (await (await database()).visit.findFirst({ where: { learnerId, chapter: slug } }))?.turn
    expect(await turn('first')).toBe(1)
    await open('en', second)
    await open()
    expect([await turn('first'), await turn('second')]).toEqual([3, 2])
  })

  test('keeps place, marks and answers when the language changes', async () => {
    await open('en')
    await answer('check=alone&q.alone=may-not')
    await change('intent=bookmark:cafe')
    await change('intent=read')
    const [english, swedish] = [await open('en'), await open('sv')]
    expect(swedish.progress).toEqual(english.progress)
    expect(swedish.progress).toMatchObject({
      right: 1,
      questions: 5,
      bookmark: 'cafe',
      readOn: today,
      isFinished: false,
    })
    expect(swedish.html).toContain('REASON-MAY-NOT: det krävs fler än en.')
    expect(swedish.html).not.toContain('REASON-TRUE')
  })

  test('who finishes in two languages is led on', async () => {
    await open()
    await answer('check=&q.alone=may-not&q.who-came=members&q.who-came=deputies&q.any-day=false')
    await answer('check=&q.in-order.open=1&q.in-order.vote=2&q.in-order.close=3', 'sv')
    const match = [
      ...(await open()).html.matchAll(/<li>([^<]+)<\/li>(?=(?:<li>[^<]+<\/li>)*<\/ol><div)/g),
    ].map(([, text]) => text)
    const letter = (right: string) => 'ABC'[match.indexOf(right)]
    await answer(
      `check=&q.who-does.chair=${letter('Leads the talk')}` +
        `&q.who-does.secretary=${letter('Writes the minutes')}` +
        `&q.who-does.treasurer=${letter('Keeps the accounts')}`,
    )
    expect((await readCourseProgress(course, learnerId)).next?.chapter.slug).toBe('first')
    await change('intent=read', 'sv')
    expect((await open()).progress?.isFinished).toBe(true)
    expect((await listContents(course, languages[1]!, learnerId)).next).toEqual({
      title: 'Second',
      address: '/sv/courses/tiny/second',
    })
  })

  test('tries a question again without losing the others', async () => {
    await answer('check=&q.alone=may&q.any-day=false')
    const again = await readChapter(reading(), { country: null, today, again: 'alone' })
    expect(again.html).not.toContain('REASON-MAY')
    expect(again.html).toContain('REASON-FALSE')
  })

  test('sends one question in place and gets that one, with the sum of all', async () => {
    const answered = await answer('check=alone&q.alone=may')
    if (answered.kind !== 'answered') throw new Error('It was refused.')
    const html = await renderAnswer(reading(), answered.state, 'alone')
    expect(html).toMatch(/^<div class="question" id="alone"[\s\S]*REASON-MAY:/)
    expect(html?.match(/data-question/g)).toHaveLength(1)
    expect(html).toContain('0 right so far, 4 questions left.')
    expect(await renderAnswer(reading(), answered.state, 'gone')).toBeNull()
    // What was answered before is in the sum, though the form no longer sends it.
    const next = await answer('check=any-day&q.any-day=false')
    if (next.kind !== 'answered') throw new Error('It was refused.')
    expect(await renderAnswer(reading(), next.state, 'any-day')).toContain('3 questions left.')
  })
})

describe('the marks of a learner', () => {
  test('go on and off, and lead back to where they were set', async () => {
    expect(await change('intent=bookmark:cafe')).toBe('#cafe')
    expect(await change('intent=read')).toBe('#read')
    expect((await open()).progress).toMatchObject({ bookmark: 'cafe', readOn: today })
    await change('intent=unbookmark')
    await change('intent=unread')
    expect((await open()).progress).toMatchObject({ bookmark: null, readOn: null, openedOn: today })
  })

  test.each([
    'intent=bookmark:nowhere',
    'intent=bookmark',
    'intent=read:cafe',
    'intent=read&intent=unread',
    'intent=erase',
    '',
  ])('are refused where they make no sense: %s', async (fields) => {
    await expect(change(fields)).rejects.toMatchObject({ status: 400 })
    expect(
      await (await database()).visit.count({ where: { learnerId, section: { not: null } } }),
    ).toBe(0)
  })
})
