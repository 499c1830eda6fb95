import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { runs } from '../../../tests/seed.ts'
import type { WrittenPart } from '../../courses/model/chapter.ts'
import { parseQuestion } from '../types/question-types.ts'
import {
  holdsMore,
  isBegun,
  type QuestionState,
  readQuiz,
  stateWithSent,
  takeOtherButton,
} from './quiz-state.ts'

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

describe('a question that is not graded', () => {
  const open = { kind: 'open', chosen: {} } as const

  test.each([
    [open, false],
    [{ ...open, chosen: { may: 'yes' } }, true],
    [{ ...open, problem: 'quizzes:chooseFirst' }, true],
    [{ ...open, isUnderway: true }, true],
    [{ ...open, confidence: 'guessing' }, true],
  ] as const)('%j is begun: %s', (state, expected) => {
    expect(isBegun(state)).toBe(expected)
  })

  test('makes a page show the form again where it is begun, and only there', () => {
    const graded = readQuiz(questions, new URLSearchParams('check=alone&q.alone=may'))!.state
    expect(holdsMore(graded)).toBe(false)
    expect(holdsMore(new Map([['alone', { kind: 'changed' }]]))).toBe(false)
    expect(holdsMore(new Map())).toBe(false)
    expect(holdsMore(read('check=alone&q.alone=may&q.any-day=true')!.state)).toBe(true)
  })
})

describe('a situation that leads on', () => {
  const part = (
    kind: string,
    attributes: Record<string, string | true>,
    parts: WrittenPart[] = [],
  ) =>
    ({ kind, attributes: { reason: 'Why.', ...attributes }, text: 'Text', line: 1, parts }) as const
  const choice = (to: string) => part('Choice', { to })
  const situation = parseQuestion({
    id: 'door',
    type: 'scenario',
    see: 'here',
    prompt: 'What now?',
    line: 1,
    parts: [
      part('Step', { id: 'knock' }, [choice('talk'), choice('gone')]),
      part('Step', { id: 'talk' }, [choice('in'), choice('gone')]),
      part('End', { id: 'in', good: true }),
      part('End', { id: 'gone', bad: true }),
    ],
  })
  const stateAfter = (fields: string) =>
    readQuiz([situation], new URLSearchParams(fields))?.state.get('door')
  const chosen = { knock: 'talk' }

  test('is underway after a step that was sent, and only typed before', () => {
    expect(stateAfter('check=door&q.door.knock=talk')).toEqual({
      kind: 'open',
      chosen,
      isUnderway: true,
    })
    expect(stateAfter('q.door.knock=talk')).toEqual({ kind: 'open', chosen })
    expect(stateAfter('checked=door&q.door.knock=talk')).toEqual({ kind: 'open', chosen })
  })
})

describe('a button that stands inside the self-check and is not of it', () => {
  const take = (fields: string) => {
    const form = new URLSearchParams(fields)
    return { taken: takeOtherButton(form), left: [...form.keys()] }
  }
  const typed = ['q.alone']

  test.each([
    ['intent=answer&intent=bookmark:cafe&q.alone=may', { intent: 'bookmark', item: 'cafe' }],
    ['intent=bookmark:cafe&intent=answer&q.alone=may', { intent: 'bookmark', item: 'cafe' }],
    ['intent=bookmark:cafe&q.alone=may', { intent: 'bookmark', item: 'cafe' }],
    [
      'intent=note:a:b&check=alone&again=alone&checked=alone&q.alone=may',
      { intent: 'note', item: 'a:b' },
    ],
    // Two of them at once, or the form’s own twice, ask for nothing that is known.
    ['intent=answer&intent=note:a&intent=note:b&q.alone=may', { intent: '', item: '' }],
    ['intent=answer&intent=answer&q.alone=may', { intent: 'answer', item: '' }],
    ['q.alone=may', { intent: '', item: '' }],
  ])('is taken out of the form, which then holds what was typed: %s', (fields, taken) => {
    expect(take(fields)).toEqual({ taken, left: typed })
  })

  test('is none where the form is sent to be graded, and nothing is taken out', () => {
    expect(take('intent=answer&check=alone&checked=any-day&q.alone=may')).toEqual({
      taken: null,
      left: ['intent', 'check', 'checked', 'q.alone'],
    })
  })
})

describe('what is stored, with what was just sent in its place', () => {
  const graded = read('check=alone&q.alone=may')!.state.get('alone')!
  const typed: QuestionState = { kind: 'open', chosen: { true: 'yes' } }
  const empty: QuestionState = { kind: 'open', chosen: {} }
  const stored = new Map<string, QuestionState>([
    ['alone', { kind: 'changed' }],
    ['any-day', graded],
  ])

  test('is what is stored where nothing was sent, and is a copy', () => {
    const all = stateWithSent(stored, {})
    expect(all).toEqual(stored)
    all.clear()
    expect(stored.size).toBe(2)
  })

  test('has what was graded or begun, and not what is empty or was told to have changed', () => {
    const state = new Map<string, QuestionState>([
      ['alone', graded],
      ['any-day', empty],
      ['who-came', typed],
      ['in-order', { kind: 'changed' }],
    ])
    expect(stateWithSent(stored, { state })).toEqual(
      new Map([
        ['alone', graded],
        ['any-day', graded],
        ['who-came', typed],
      ]),
    )
  })

  test('opens the one that is tried again', () => {
    expect([...stateWithSent(stored, { again: 'any-day' }).keys()]).toEqual(['alone'])
    expect([...stateWithSent(stored, { again: null }).keys()]).toEqual(['alone', 'any-day'])
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
