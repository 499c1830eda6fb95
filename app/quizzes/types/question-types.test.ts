import { describe, expect, test } from 'vitest'
import {
  accept,
  ask,
  blank,
  end,
  item,
  model,
  option,
  pair,
  point,
  right,
  step,
  wrong,
} from '../../../tests/factories/test-written.ts'
import { parseQuestion, questionTypes, typeOf } from './question-types.ts'

test('a learner who chose two answers where one is asked for is refused', () => {
  const question = parseQuestion(ask('single', [option('a', right), option('b')]))
  expect(typeOf(question).read(question, new URLSearchParams('q.q=a&q.q=b'))).toBeNull()
})

test('a learner who left out a line, or gave two the same place, is told so and keeps the rest', () => {
  const order = parseQuestion(ask('order', [item('a'), item('b'), item('c')]))
  expect(typeOf(order).read(order, new URLSearchParams('q.q.a=1&q.q.b=&q.q.c=2'))).toEqual({
    kind: 'incomplete',
    response: { a: '1', c: '2' },
    problem: 'quizzes:chooseForEach',
  })
  expect(typeOf(order).read(order, new URLSearchParams('q.q.a=1&q.q.b=1&q.q.c=02'))).toMatchObject({
    kind: 'incomplete',
    problem: 'quizzes:samePlaceTwice',
  })
  const match = parseQuestion(ask('match', [pair('a'), pair('b'), pair('c')]))
  expect(typeOf(match).read(match, new URLSearchParams('q.q.a=A'))).toMatchObject({
    kind: 'incomplete',
    problem: 'quizzes:chooseForEach',
  })
})

test('with one answer, the share is all or nothing; with several, each option counts', () => {
  const single = parseQuestion(ask('single', [option('a', right), option('b'), option('c')]))
  expect(typeOf(single).grade(single, { b: 'yes' })).toMatchObject({
    isRight: false,
    share: 0,
    verdicts: { a: 'missed', b: 'wrong', c: 'left' },
  })
  const several = parseQuestion(
    ask('multiple', [option('a', right), option('b'), option('c'), option('d', right)]),
  )
  expect(typeOf(several).grade(several, { a: 'yes', b: 'yes' })).toMatchObject({
    isRight: false,
    share: 0.5,
    verdicts: { a: 'right', b: 'wrong', c: 'left', d: 'missed' },
  })
})

describe('a gap', () => {
  const question = parseQuestion(
    ask('fill-in', [
      blank('a', [accept('100,000'), accept('one hundred thousand'), wrong('10,000')]),
      blank('b', [accept('quorum')]),
    ]),
  )
  const type = typeOf(question)
  const verdicts = (a: string, b: string) => Object.values(type.grade(question, { a, b }).verdicts)

  test('is filled rightly whatever the accent, the digits and the spaces', () => {
    for (const a of ['100000', '100 000', '၁၀၀၀၀၀', '１００，０００', 'One  hundred THOUSAND.'])
      expect(verdicts(a, ' Quórum ')).toEqual(['right', 'right'])
    expect(verdicts('10,000', 'quora')).toEqual(['wrong', 'wrong'])
  })

  test('that is left empty is asked for, and what stands in the other one stays', () => {
    expect(type.read(question, new URLSearchParams('q.q.a=100000&q.q.b=+'))).toEqual({
      kind: 'incomplete',
      response: { a: '100000' },
      problem: 'quizzes:fillEach',
    })
    expect(
      type.read(question, new URLSearchParams({ 'q.q.a': 'x'.repeat(101), 'q.q.b': 'y' })),
    ).toMatchObject({
      problem: 'quizzes:tooLong',
    })
  })
})

describe('a situation that branches', () => {
  const question = parseQuestion(
    ask('scenario', [
      step('s', 't', 'u'),
      step('t', 'good', 'bad'),
      step('u', 'bad', 'worse'),
      end('good', 'good'),
      end('bad', 'bad'),
      end('worse', 'bad'),
    ]),
  )
  const type = typeOf(question)
  const read = (fields: string) => type.read(question, new URLSearchParams(fields))

  test('leads on with each choice, until an end', () => {
    expect(read('q.q=s&q.q.s=t')).toEqual({ kind: 'underway', response: { s: 't' } })
    expect(read('q.q=t&q.q.s=t')).toEqual({
      kind: 'incomplete',
      response: { s: 't' },
      problem: 'quizzes:chooseFirst',
    })
    expect(read('q.q=t&q.q.s=t&q.q.t=good')).toEqual({
      kind: 'answer',
      response: { s: 't', t: 'good' },
    })
    expect(read('q.q=s')).toEqual({ kind: 'nothing' })
  })

  test('follows an earlier choice that is changed, and forgets what came after it', () => {
    expect(read('q.q=t&q.q.s=u&q.q.t=good')).toEqual({ kind: 'underway', response: { s: 'u' } })
  })

  test('is refused where a choice is not one of its step, or comes twice', () => {
    for (const fields of [
      'q.q.s=good',
      'q.q.s=s',
      'q.q.s=t&q.q.s=u',
      'q.q=nowhere&q.q.s=t',
      'q.q.nowhere=t',
    ])
      expect(read(fields)).toBeNull()
  })

  test('says at which choice it turned: after it, no good end can be reached', () => {
    expect(type.grade(question, { s: 'u', u: 'bad' })).toEqual({
      isRight: false,
      share: 0,
      verdicts: { s: 'wrong', t: 'left', u: 'left', good: 'left', bad: 'wrong', worse: 'left' },
    })
    expect(type.grade(question, { s: 't', t: 'good' })).toMatchObject({
      isRight: true,
      share: 1,
      verdicts: { s: 'right', t: 'right', good: 'right' },
    })
    expect(type.grade(question, { s: 't' })).toMatchObject({ isRight: false })
  })
})

describe('one’s own words', () => {
  const question = parseQuestion(ask('reflection', [model, point('a'), point('b')]))
  const type = typeOf(question)
  const read = (fields: Record<string, string>) => type.read(question, new URLSearchParams(fields))

  test('are kept as they were written, over several lines, without what is no character', () => {
    expect(read({ 'q.q.text': '  One.\r\n\r\nTwo\u0007 & <b>three</b>.\r ' })).toEqual({
      kind: 'answer',
      response: { text: 'One.\n\nTwo & <b>three</b>.' },
    })
  })

  test('are at an end only when they have been compared, with or without a point that fits', () => {
    expect(type.grade(question, { text: 'Mine.' }).isRight).toBe(false)
    expect(type.grade(question, { text: 'Mine.', compared: 'yes' })).toEqual({
      isRight: true,
      share: 1,
      verdicts: { a: 'left', b: 'left' },
    })
    expect(type.grade(question, { text: 'Mine.', compared: 'yes', b: 'yes' }).verdicts).toEqual({
      a: 'left',
      b: 'right',
    })
  })

  test('of more than 2,000 characters are not cut, but given back to be shortened', () => {
    const text = 'x'.repeat(2001)
    expect(read({ 'q.q.text': text })).toEqual({
      kind: 'incomplete',
      response: { text },
      problem: 'quizzes:tooLong',
    })
    expect(read({ 'q.q.text': 'x'.repeat(2000) })).toMatchObject({ kind: 'answer' })
  })

  test('are nothing without words, and a box says yes or is refused', () => {
    expect(read({ 'q.q.text': ' \n ', 'q.q.a': 'yes' })).toEqual({ kind: 'nothing' })
    expect(read({ 'q.q.text': 'Mine.', 'q.q.a': 'no' })).toBeNull()
  })
})

test('of all types, only one’s own words are private', () => {
  expect(
    [...questionTypes.values()].filter(({ isPrivate }) => isPrivate).map(({ name }) => name),
  ).toEqual(['reflection'])
})

describe('a number before a printed unit', () => {
  const question = parseQuestion(
    ask('fill-in', [blank('a', [accept('45')], 'A study hour is ___ minutes.')]),
  )
  const isRight = (answer: string) => typeOf(question).grade(question, { a: answer }).isRight

  test.each([
    '45',
    '45 min',
    '45min',
    '45 min.',
    '45 minutes',
    '45 Minutes.',
    '٤٥ minutes',
  ])('is right as “%s”, with the unit typed along', (answer) => {
    expect(isRight(answer)).toBe(true)
  })

  test.each([
    '45 hours',
    '450',
    '45 0',
    '45.5',
    '45,5 min',
    '4',
    'min 45',
    '45 minx',
  ])('is not right as “%s”', (answer) => {
    expect(isRight(answer)).toBe(false)
  })

  test('is a word too, with whole words after it only', () => {
    const word = parseQuestion(
      ask('fill-in', [blank('a', [accept('annual')], 'The ___ meeting decides.')]),
    )
    const grade = (answer: string) => typeOf(word).grade(word, { a: answer }).isRight
    expect(
      ['annual', 'annual meeting', 'annual mee', 'annually', 'annual party'].map(grade),
    ).toEqual([true, true, false, false, false])
  })
})

test('an order tells of each place whether it is the right one, and is right only as a whole', () => {
  const order = parseQuestion(ask('order', [item('a'), item('b'), item('c')]))
  expect(typeOf(order).grade(order, { a: '1', b: '3', c: '2' })).toEqual({
    isRight: false,
    share: 1 / 3,
    verdicts: { a: 'right', b: 'wrong', c: 'wrong' },
  })
  expect(typeOf(order).grade(order, { a: '2', b: '3', c: '1' }).verdicts).toEqual({
    a: 'wrong',
    b: 'wrong',
    c: 'wrong',
  })
})
