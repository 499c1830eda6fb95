import { describe, expect, test } from 'vitest'
import type { Chapter } from '../courses/model/chapter.ts'
import { type AnsweredQuestion, progressIn, type StoredVisit, whereToContinue } from './progress.ts'

const chapter = (slug: string, questions = ['q1', 'q2']): Chapter => ({
  course: 'tiny',
  slug,
  number: 1,
  part: 'start',
  texts: new Map(),
  guides: new Map(),
  questionHashes: new Map(questions.map((id) => [id, `hash of ${id}`])),
})
const visit = (slug: string, more: Partial<StoredVisit> = {}): StoredVisit => ({
  chapter: slug,
  openedOn: '2026-03-14',
  readOn: null,
  section: null,
  turn: 1,
  ...more,
})
const answered = (
  slug: string,
  question: string,
  more: Partial<AnsweredQuestion> = {},
): AnsweredQuestion => ({
  chapter: slug,
  question,
  questionHash: `hash of ${question}`,
  isRight: true,
  ...more,
})
const allRight = (slug: string) => [answered(slug, 'q1'), answered(slug, 'q2')]
const finished = (slug: string, turn = 1) => visit(slug, { readOn: '2026-03-15', turn })

describe('how far a learner has come', () => {
  const a = chapter('a')

  test('is nowhere in a chapter that they have not opened', () => {
    expect(progressIn(a, undefined, [])).toEqual({
      openedOn: null,
      readOn: null,
      bookmark: null,
      right: 0,
      questions: 2,
      isFinished: false,
    })
  })

  test('is told by the day they opened it, where the bookmark lies, and what they answered right once', () => {
    expect(progressIn(a, visit('a', { section: 'meeting' }), [answered('a', 'q1')])).toMatchObject({
      openedOn: '2026-03-14',
      bookmark: 'meeting',
      right: 1,
      isFinished: false,
    })
  })

  test('is finished when they say that they have read it and each question was right once', () => {
    expect(progressIn(a, finished('a'), allRight('a')).isFinished).toBe(true)
    expect(progressIn(a, visit('a'), allRight('a')).isFinished).toBe(false)
    expect(
      progressIn(a, finished('a'), [answered('a', 'q1'), answered('a', 'q1')]).isFinished,
    ).toBe(false)
  })

  test('does not shrink when they answer wrongly later', () => {
    expect(
      progressIn(a, finished('a'), [...allRight('a'), answered('a', 'q1', { isRight: false })]),
    ).toMatchObject({
      right: 2,
      isFinished: true,
    })
  })

  test('counts no answer to an earlier wording, to another chapter or to a question that is gone', () => {
    const others = [
      answered('a', 'q1', { questionHash: 'older' }),
      answered('b', 'q1'),
      answered('a', 'gone'),
    ]
    expect(progressIn(a, visit('a'), others).right).toBe(0)
  })

  test('in a chapter without questions is finished by reading', () => {
    expect(progressIn(chapter('a', []), finished('a'), []).isFinished).toBe(true)
  })
})

describe('a learner who comes back', () => {
  const chapters = ['a', 'b', 'c'].map((slug) => chapter(slug))
  const next = (visits: StoredVisit[], answers: AnsweredQuestion[] = []) => {
    const found = whereToContinue(chapters, visits, answers)
    return found && { ...found, chapter: found.chapter.slug }
  }

  test('and has opened nothing is sent nowhere', () => {
    expect(next([])).toBeNull()
  })

  test('goes on in the chapter that they visited last, at the bookmark', () => {
    expect(
      next([
        visit('a', { turn: 1 }),
        visit('c', { turn: 3, section: 'end' }),
        visit('b', { turn: 2 }),
      ]),
    ).toEqual({
      chapter: 'c',
      place: 'end',
    })
  })

  test('and has begun with the questions goes on at the first that is left', () => {
    const answer = (question: string, isRight: boolean) => ({
      chapter: 'a',
      question,
      questionHash: `hash of ${question}`,
      isRight,
    })
    expect(next([visit('a')], [answer('q1', true)])).toEqual({ chapter: 'a', place: 'q2' })
    expect(next([visit('a')], [answer('q1', false), answer('q2', true)])).toEqual({
      chapter: 'a',
      place: 'q1',
    })
    expect(next([visit('a', { section: 'middle' })], [answer('q1', true)])).toEqual({
      chapter: 'a',
      place: 'middle',
    })
  })

  test('and has begun with the questions of another chapter only is sent to no question of this one', () => {
    expect(next([visit('a', { turn: 2 })], [answered('b', 'q1')])).toEqual({
      chapter: 'a',
      place: null,
    })
    expect(next([visit('a', { turn: 2 })], [answered('a', 'q2'), answered('b', 'q1')])).toEqual({
      chapter: 'a',
      place: 'q1',
    })
  })

  test('and has answered everything, but not said that it is read, goes on in it', () => {
    expect(next([visit('a')], allRight('a'))).toEqual({ chapter: 'a', place: null })
  })

  test('has not answered a question by answering another one of the same words', () => {
    const twins = {
      ...chapter('a'),
      questionHashes: new Map([
        ['q1', 'same'],
        ['q2', 'same'],
      ]),
    }
    expect(
      whereToContinue([twins], [visit('a')], [answered('a', 'q2', { questionHash: 'same' })])
        ?.place,
    ).toBe('q1')
  })

  test('and has finished that one goes to the next', () => {
    expect(next([finished('a')], allRight('a'))).toEqual({ chapter: 'b', place: null })
  })

  test('passes over a next one that is finished', () => {
    expect(
      next([finished('a', 5), finished('b', 2)], [...allRight('a'), ...allRight('b')]),
    ).toMatchObject({ chapter: 'c' })
  })

  test('and has finished the last chapter goes to the first that is left', () => {
    expect(next([finished('c', 2), visit('b', { section: 'middle' })], allRight('c'))).toEqual({
      chapter: 'a',
      place: null,
    })
    expect(
      next(
        [finished('c', 3), finished('a'), visit('b', { section: 'middle' })],
        [...allRight('c'), ...allRight('a')],
      ),
    ).toEqual({
      chapter: 'b',
      place: 'middle',
    })
  })

  test('and has finished everything is sent nowhere', () => {
    expect(
      next(
        ['a', 'b', 'c'].map((slug, i) => finished(slug, i)),
        ['a', 'b', 'c'].flatMap(allRight),
      ),
    ).toBeNull()
  })

  test('is sent to the first question whose present wording they have not answered right, whatever they answered to an older one', () => {
    const chapters = [chapter('a')]
    const older = answered('a', 'q1', { questionHash: 'older' })
    expect(whereToContinue(chapters, [visit('a')], [older])?.place).toBe('q1')
    expect(whereToContinue(chapters, [visit('a')], [older, answered('a', 'q1')])?.place).toBe('q2')
  })

  test('after a question has changed is sent to it again', () => {
    const answers = ['a', 'b', 'c'].flatMap(allRight)
    const changed = answers.map((one) =>
      one.chapter === 'b' && one.question === 'q2' ? { ...one, questionHash: 'older' } : one,
    )
    expect(
      next(
        ['a', 'b', 'c'].map((slug, i) => finished(slug, i)),
        changed,
      ),
    ).toMatchObject({ chapter: 'b' })
  })

  test('and last saw a chapter that is no longer in the course is sent nowhere', () => {
    expect(next([visit('gone', { turn: 9 })])).toBeNull()
  })
})
