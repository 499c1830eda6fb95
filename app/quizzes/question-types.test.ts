import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import type { WrittenPart, WrittenQuestion } from '../courses/chapter.ts'
import { i18nFor, translate } from '../i18n/i18n.ts'
import { languages } from '../i18n/languages.ts'
import { type Chosen, fieldName, type Question, type QuestionType } from './question-type.ts'
import { checkQuestion, parseQuestion, questionTypes, typeOf } from './question-types.ts'
import { anyAnswer, anyQuestion, rightAnswer } from './test-questions.ts'

const option = (id: string, more: Record<string, string | true> = {}, text = 'Text'): WrittenPart => ({
  kind: 'Option',
  attributes: { id, reason: 'Why.', ...more },
  text,
  line: 5,
})
const item = (id: string, text = 'Text'): WrittenPart => ({ kind: 'Item', attributes: { id, reason: 'Why.' }, text, line: 5 })
const pair = (id: string, left = id, right = `${id}!`): WrittenPart => ({
  kind: 'Pair',
  attributes: { id, left, right, reason: 'Why.' },
  text: '',
  line: 5,
})
const right = { correct: true } as const
const ask = (type: string, parts: WrittenPart[], prompt = 'Which?'): WrittenQuestion => ({
  id: 'q',
  type,
  see: 's',
  prompt,
  parts,
  line: 4,
})

describe('an author is told of', () => {
  test.each<[string, WrittenQuestion, string]>([
    [
      'a type that does not exist',
      ask('essay', []),
      '4: the type "essay" does not exist; there are single, multiple, true-false, order, match, fill-in, scenario, reflection.',
    ],
    ['a question without a text', ask('single', [option('a', right), option('b')], ''), '4: it has no text.'],
    [
      'a part of another type',
      ask('single', [option('a', right), option('b'), item('c')]),
      '5: a question of the type single has <Option>, not <Item>.',
    ],
    [
      'an option without its reason',
      ask('single', [option('a', right), option('b', { reason: '' })]),
      '5: <Option id="b"> lacks its reason.',
    ],
    ['an id that stands twice', ask('single', [option('a', right), option('b'), option('b')]), '4: the id "b" stands twice.'],
    ['an option without a text', ask('single', [option('a', right), option('b', {}, '')]), '5: <Option id="b"> has no text.'],
    ['no right option', ask('single', [option('a'), option('b')]), '4: exactly one <Option> must be correct; 0 are.'],
    ['two right options', ask('single', [option('a', right), option('b', right)]), '4: exactly one <Option> must be correct; 2 are.'],
    ['a single option', ask('single', [option('a', right)]), '4: it needs 2 of <Option> at least.'],
    [
      'several of which none is right',
      ask('multiple', [option('a'), option('b'), option('c')]),
      '4: at least one <Option> must be correct, and at least one not.',
    ],
    [
      'several of which all are right',
      ask('multiple', [option('a', right), option('b', right), option('c', right)]),
      '4: at least one <Option> must be correct, and at least one not.',
    ],
    ['several that are two', ask('multiple', [option('a', right), option('b')]), '4: it needs 3 of <Option> at least.'],
    [
      'true and maybe',
      ask('true-false', [option('true', right), option('maybe')]),
      '4: it has exactly <Option id="true"> and <Option id="false">.',
    ],
    [
      'true, false and maybe',
      ask('true-false', [option('true', right), option('false'), option('maybe')]),
      '4: it has exactly <Option id="true"> and <Option id="false">.',
    ],
    [
      'both true and false',
      ask('true-false', [option('true', right), option('false', right)]),
      '4: exactly one of true and false must be correct.',
    ],
    ['an item without a text', ask('order', [item('a'), item('b'), item('c', '')]), '5: <Item id="c"> has no text.'],
    ['an order of two', ask('order', [item('a'), item('b')]), '4: it needs 3 of <Item> at least.'],
    ['two pairs', ask('match', [pair('a'), pair('b')]), '4: it needs 3 of <Pair> at least.'],
    [
      'a right side that fits two',
      ask('match', [pair('a', 'x', 'y'), pair('b', 'z', 'y'), pair('c')]),
      '4: two pairs have the same right side.',
    ],
    [
      'a left side that stands twice',
      ask('match', [pair('a', 'x', 'y'), pair('b', 'x', 'z'), pair('c')]),
      '4: two pairs have the same left side.',
    ],
  ])('%s', (_, written, problem) => {
    expect(checkQuestion(written).map(({ line, message }) => `${line}: ${message}`)).toEqual([problem])
  })

  test('nothing in true and false without texts: the page has its own words for them', () => {
    expect(checkQuestion(ask('true-false', [option('true', {}, ''), option('false', right, '')]))).toEqual([])
  })
})

/** Whether an answer is right as a whole, said without the types' own grading. */
function isRightWhole(written: WrittenQuestion, chosen: Chosen): boolean {
  const asFields = (answer: Chosen) => new URLSearchParams(Object.entries(answer).sort()).toString()
  if (written.type === 'reflection') return chosen.compared === 'yes'
  if (written.type !== 'fill-in') return asFields(chosen) === asFields(rightAnswer(written))
  const isAccepted = (id: string, text: string) =>
    [`right ${id}`, `also ${id}`].includes(text.toLowerCase().replace(/ +/g, ' ').replace(/\.$/, ''))
  return Object.entries(chosen).every(([id, text]) => isAccepted(id, text))
}

describe.each([...questionTypes.keys()])('a question of the type %s', (name) => {
  const asked = anyQuestion[name]!.map((written) => ({
    written,
    question: parseQuestion(written),
    type: typeOf({ type: name } as Question),
  }))
  const answered = asked.chain((one) => anyAnswer(one.written).map((chosen) => ({ ...one, chosen })))
  const fieldsOf = (type: QuestionType, question: Question, chosen: Chosen) => new URLSearchParams(type.write(question, chosen))

  test('has no fault when it is written well', () => {
    fc.assert(fc.property(asked, ({ written }) => checkQuestion(written).length === 0))
  })

  test('reads back what a learner chose', () => {
    fc.assert(
      fc.property(answered, ({ question, type, chosen }) => {
        expect(type.read(question, fieldsOf(type, question, chosen))).toEqual({ kind: 'answer', chosen })
      }),
    )
  })

  test('is right with the right answer only, and each part has its verdict', () => {
    fc.assert(
      fc.property(answered, ({ written, question, type, chosen }) => {
        expect(type.grade(question, rightAnswer(written))).toMatchObject({ isRight: true, share: 1 })
        const { isRight, share, verdicts } = type.grade(question, chosen)
        expect(isRight).toBe(isRightWhole(written, chosen))
        expect(share === 1).toBe(isRight)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(Object.keys(verdicts).sort()).toEqual(written.parts.flatMap(({ attributes }) => attributes.id ?? []).sort())
      }),
    )
  })

  test('never gives less when one wrong part is put right', () => {
    fc.assert(
      fc.property(answered, fc.nat(), ({ written, question, type, chosen }, pick) => {
        const before = type.grade(question, chosen)
        const wrong = Object.keys(before.verdicts).filter((id) => ['wrong', 'missed'].includes(before.verdicts[id] as string))
        // A path has no parts to put right one by one.
        if (wrong.length === 0 || name === 'scenario') return
        const id = wrong[pick % wrong.length] as string
        const { [id]: was, ...rest } = chosen
        const better = { ...rest, ...(rightAnswer(written)[id] ? { [id]: rightAnswer(written)[id] as string } : {}) }
        // Two items cannot have one place: the other one gets the place that is free now.
        if (name === 'order') for (const other of Object.keys(rest)) if (rest[other] === better[id]) better[other] = was as string
        expect(type.grade(question, better).share).toBeGreaterThanOrEqual(before.share)
      }),
    )
  })

  test('refuses an answer that names what it does not have', () => {
    fc.assert(
      fc.property(answered, ({ question, type, chosen }) => {
        const bad: [string, string][] = [
          [fieldName(question), 'no-such-option'],
          [fieldName(question, 'no-such-part'), '1'],
          [fieldName(question, '__proto__'), 'A'],
        ]
        for (const field of bad) expect(type.read(question, new URLSearchParams([...type.write(question, chosen), field]))).toBeNull()
        if (name === 'fill-in' || name === 'reflection') return
        for (const value of ['0', '99', '-1', '1.5', 'Z', 'AA', '@', '\0', '__proto__']) {
          const fields = new URLSearchParams([...fieldsOf(type, question, chosen).keys()].map((field) => [field, value]))
          expect(type.read(question, fields)).toBeNull()
        }
      }),
    )
  })

  test('is printed, and told in plain lines, without its answer and with it', () => {
    fc.assert(
      fc.property(asked, ({ question, type }) => {
        const { prompt, lines, answer } = type.plain(question, translate(languages[0]!))
        expect(prompt).toBe(question.prompt)
        expect(lines.length).toBeGreaterThan(0)
        expect(answer.length).toBeGreaterThan(0)
        expect([...lines, ...answer].filter((line) => /undefined|\[object/.test(line) || line.trim() === '')).toEqual([])
        const printed = renderToStaticMarkup(
          createElement(I18nextProvider, { i18n: i18nFor(languages[0]!) }, createElement(type.Print, { question })),
        )
        expect(printed).not.toMatch(/<(input|select|textarea|button)|Why |is-right|undefined/)
      }),
    )
  })

  test('knows when nothing was chosen', () => {
    fc.assert(
      fc.property(asked, ({ question, type }) => {
        expect(type.read(question, new URLSearchParams('intent=answer&q.other=x'))).toEqual({ kind: 'nothing' })
      }),
    )
  })
})

test('a learner who chose two answers where one is asked for is refused', () => {
  const question = parseQuestion(ask('single', [option('a', right), option('b')]))
  expect(typeOf(question).read(question, new URLSearchParams('q.q=a&q.q=b'))).toBeNull()
})

test('a learner who left out a line, or gave two the same place, is told so and keeps the rest', () => {
  const order = parseQuestion(ask('order', [item('a'), item('b'), item('c')]))
  expect(typeOf(order).read(order, new URLSearchParams('q.q.a=1&q.q.b=&q.q.c=2'))).toEqual({
    kind: 'incomplete',
    chosen: { a: '1', c: '2' },
    problem: 'quizzes:chooseForEach',
  })
  expect(typeOf(order).read(order, new URLSearchParams('q.q.a=1&q.q.b=1&q.q.c=02'))).toMatchObject({
    kind: 'incomplete',
    problem: 'quizzes:samePlaceTwice',
  })
  const match = parseQuestion(ask('match', [pair('a'), pair('b'), pair('c')]))
  expect(typeOf(match).read(match, new URLSearchParams('q.q.a=A'))).toMatchObject({ kind: 'incomplete', problem: 'quizzes:chooseForEach' })
})

test('with one answer, the share is all or nothing; with several, each option counts', () => {
  const single = parseQuestion(ask('single', [option('a', right), option('b'), option('c')]))
  expect(typeOf(single).grade(single, { b: 'yes' })).toMatchObject({
    isRight: false,
    share: 0,
    verdicts: { a: 'missed', b: 'wrong', c: 'left' },
  })
  const several = parseQuestion(ask('multiple', [option('a', right), option('b'), option('c'), option('d', right)]))
  expect(typeOf(several).grade(several, { a: 'yes', b: 'yes' })).toMatchObject({
    isRight: false,
    share: 0.5,
    verdicts: { a: 'right', b: 'wrong', c: 'left', d: 'missed' },
  })
})
