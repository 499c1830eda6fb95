import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { runs } from '../../../tests/seed.ts'
import { parseQuestion } from '../types/question-types.ts'
import { readQuiz } from './quiz-state.ts'

const questions = (await loadGoodCourse()).chapters[0]!.texts.get('en')!.questions.map(
  parseQuestion,
)
const read = (fields: string) => readQuiz(questions, new URLSearchParams(fields))
const gradedIds = (fields: string) => read(fields)?.graded.map(({ question }) => question.id)

describe('a guest’s self-check', () => {
  test('is open where nothing was asked for', () => {
    expect(read('intent=answer')?.graded).toEqual([])
    expect(read('')?.state.get('alone')).toEqual({ kind: 'open', chosen: {} })
  })

  test('keeps what was chosen and not yet checked', () => {
    expect(read('q.alone=may&check=any-day&q.any-day=true')?.state.get('alone')).toEqual({
      kind: 'open',
      chosen: { may: 'yes' },
    })
  })

  test('grades the one question whose button was pressed', () => {
    const result = read('intent=answer&check=alone&q.alone=may-not&q.any-day=true')
    expect(result?.state.get('alone')).toMatchObject({
      kind: 'graded',
      chosen: { 'may-not': 'yes' },
      grade: { isRight: true },
    })
    expect(result?.state.get('any-day')).toMatchObject({ kind: 'open' })
    expect(result?.graded.map(({ question }) => question.id)).toEqual(['alone'])
  })

  test('grades all that have an answer when all are asked for, and scolds nobody for the rest', () => {
    const result = read('check=&q.alone=may&q.who-came=members&q.who-came=guests')
    expect(result?.graded.map(({ question, grade }) => [question.id, grade.isRight])).toEqual([
      ['alone', false],
      ['who-came', false],
    ])
    expect(result?.state.get('any-day')).toEqual({ kind: 'open', chosen: {} })
  })

  test('says so when nothing was chosen', () => {
    expect(read('check=alone')?.state.get('alone')).toEqual({
      kind: 'open',
      chosen: {},
      problem: 'quizzes:chooseFirst',
    })
  })

  test('says what is missing in an answer that was asked for, and only there', () => {
    const half = 'q.in-order.open=1'
    expect(read(`check=in-order&${half}`)?.state.get('in-order')).toEqual({
      kind: 'open',
      chosen: { open: '1' },
      problem: 'quizzes:chooseForEach',
    })
    expect(read(`check=alone&${half}`)?.state.get('in-order')).toEqual({
      kind: 'open',
      chosen: { open: '1' },
    })
    expect(
      read(`check=in-order&${half}&q.in-order.vote=1&q.in-order.close=2`)?.state.get('in-order'),
    ).toMatchObject({
      problem: 'quizzes:samePlaceTwice',
    })
  })

  test('says how sure of each answer a learner is, keeps it where something is missing, and takes nothing else for it', () => {
    expect(
      read('check=&q.alone=may&sure.alone=sure&q.any-day=true')?.graded.map(
        ({ confidence }) => confidence,
      ),
    ).toEqual(['sure', null])
    expect(
      read('check=in-order&q.in-order.open=1&sure.in-order=guessing')?.state.get('in-order'),
    ).toMatchObject({ confidence: 'guessing' })
    expect(read('check=&q.alone=may&sure.alone=certain')).toBeNull()
    expect(read('check=&q.alone=may&sure.alone=sure&sure.alone=sure')).toBeNull()
    expect(read('sure.nowhere=sure')).toBeNull()
  })

  test('still shows what was graded before, without grading it again', () => {
    const result = read('checked=alone&q.alone=may&check=any-day&q.any-day=false')
    expect(result?.state.get('alone')).toMatchObject({ kind: 'graded', grade: { isRight: false } })
    expect(result?.graded.map(({ question }) => question.id)).toEqual(['any-day'])
    expect(gradedIds('checked=alone&q.alone=may&check=alone')).toEqual([])
    expect(gradedIds('checked=alone&q.alone=may&check=')).toEqual([])
  })

  test('forgets the answer to a question that is tried again', () => {
    const result = read('checked=alone&q.alone=may&checked=any-day&q.any-day=true&again=alone')
    expect(result?.state.get('alone')).toEqual({ kind: 'open', chosen: {} })
    expect(result?.state.get('any-day')).toMatchObject({ kind: 'graded' })
    expect(result?.graded).toEqual([])
  })

  test.each([
    'q.nowhere=1',
    'name=value',
    'check=nowhere',
    'again=nowhere',
    'checked=alone&checked=nowhere',
    'q.alone=nobody',
    'q.alone.may=1',
    'q.in-order=1',
    'q.in-order.dance=1',
    'q.who-does.chair=D',
    '__proto__=1',
    'q.=1',
  ])('is refused where it names what is not there: %s', (fields) => {
    expect(read(fields)).toBeNull()
  })
})

test('whatever a form holds, it is read or refused, and only what was asked for is graded', () => {
  const fitting = fc
    .constantFrom(
      ...[
        'check=',
        'check=alone',
        'check=in-order',
        'again=alone',
        'checked=alone',
        'checked=any-day',
        'q.alone=may',
        'q.alone=may-not',
        'q.any-day=true',
      ],
      ...[
        'q.who-came=members',
        'q.who-came=guests',
        'q.in-order.open=1',
        'q.in-order.vote=2',
        'q.in-order.close=3',
        'q.who-does.chair=A',
        'q.who-does.secretary=',
      ],
    )
    .map((pair) => pair.split('=') as [string, string])
  const forms = fc.oneof(
    fc.array(fitting, { maxLength: 10 }),
    fc.array(
      fc.oneof(
        fitting,
        fc.tuple(fc.string(), fc.string()),
        fc.tuple(
          fc.constantFrom('check', 'q.alone', 'q.in-order.open', 'q.who-does.chair'),
          fc.string(),
        ),
      ),
      { maxLength: 6 },
    ),
  )
  let graded = 0
  fc.assert(
    fc.property(forms, (pairs) => {
      const fields = new URLSearchParams(pairs)
      const result = readQuiz(questions, fields)
      if (!result) return
      graded += result.graded.length
      expect(result.state.size).toBe(questions.length)
      for (const { question, grade } of result.graded) {
        expect(['', question.id]).toContain(fields.get('check'))
        expect(fields.getAll('checked')).not.toContain(question.id)
        expect(fields.get('again')).not.toBe(question.id)
        expect(result.state.get(question.id)).toMatchObject({ kind: 'graded', grade })
      }
    }),
    runs(1000),
  )
  expect(graded).toBeGreaterThan(0)
})
