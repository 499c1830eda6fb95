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

const inside = (kind: string, text: string, attributes: Record<string, string> = {}): WrittenPart => ({
  kind,
  attributes: { ...(kind === 'Accept' ? {} : { reason: 'Why.' }), ...attributes },
  text,
  line: 7,
})
const accept = (text: string) => inside('Accept', text)
const wrong = (text: string) => inside('Wrong', text)
const blank = (id: string, parts: WrittenPart[], text = 'A ___ here.'): WrittenPart => ({
  kind: 'Blank',
  attributes: { id, reason: 'Why.' },
  text,
  line: 6,
  ...(parts.length > 0 ? { parts } : {}),
})
const step = (id: string, ...ways: string[]): WrittenPart => ({
  kind: 'Step',
  attributes: { id },
  text: `At ${id}`,
  line: 6,
  ...(ways.length > 0 ? { parts: ways.map((to) => inside('Choice', `To ${to}`, { to })) } : {}),
})
const end = (id: string, ...sides: ('good' | 'bad')[]): WrittenPart => ({
  kind: 'End',
  attributes: { id, reason: 'Why.', ...Object.fromEntries(sides.map((side) => [side, true as const])) },
  text: `End ${id}`,
  line: 8,
})
const point = (id: string, text = 'A point'): WrittenPart => ({ kind: 'Point', attributes: { id }, text, line: 6 })
const model: WrittenPart = { kind: 'Model', attributes: {}, text: 'One good answer.', line: 6 }

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
    ...['Who? Several are right.', 'Vem? Flera svar är rätt.', 'Who? Several answers can be correct', 'Who? Several do.'].map(
      (prompt): [string, WrittenQuestion, string] => [
        `a prompt that says what the page says: ${prompt}`,
        { ...ask('multiple', [option('a', right), option('b', right), option('c')]), prompt },
        '4: the page says by itself that several can be right.',
      ],
    ),
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
    ['a hint without words', { ...ask('single', [option('a', right), option('b')]), hints: [''] }, '4: a <Hint> has no text.'],
    ['a sentence without a gap', ask('fill-in', [blank('a', [accept('x')], 'No gap.')]), '6: <Blank id="a"> needs one gap, written ___.'],
    ['a sentence with two', ask('fill-in', [blank('a', [accept('x')], '___ and ___')]), '6: <Blank id="a"> needs one gap, written ___.'],
    ['a gap that accepts nothing', ask('fill-in', [blank('a', [wrong('x')])]), '6: <Blank id="a"> needs one <Accept> at least.'],
    [
      'an accepted answer of which nothing is left',
      ask('fill-in', [blank('a', [accept('x'), accept('...')])]),
      '7: <Accept> needs an answer, of 100 characters at most.',
    ],
    [
      'an answer that is accepted and wrong, but for a capital',
      ask('fill-in', [blank('a', [accept('quorum'), wrong('Quórum')])]),
      '7: "Quórum" is accepted and wrong at once.',
    ],
    [
      'a situation that begins with its end',
      ask('scenario', [end('a', 'good'), step('s', 'a', 'b'), end('b', 'bad')]),
      '8: it begins with a <Step>.',
    ],
    [
      'a step where nobody can go on',
      ask('scenario', [step('s', 'a', 'b', 't'), step('t'), end('a', 'good'), end('b', 'bad')]),
      '6: <Step id="t"> needs two <Choice> at least: here nobody can go on.',
    ],
    [
      'two choices that lead to the same place',
      ask('scenario', [step('s', 'a', 'a', 'b'), end('a', 'good'), end('b', 'bad')]),
      '6: two choices of <Step id="s"> lead to the same place.',
    ],
    [
      'a choice that leads nowhere',
      ask('scenario', [step('s', 'a', 'b', 'c'), end('a', 'good'), end('b', 'bad')]),
      '7: <Choice to="c"> leads nowhere.',
    ],
    [
      'a step that nobody reaches',
      ask('scenario', [step('s', 'a', 'b'), step('t', 'a', 'b'), end('a', 'good'), end('b', 'bad')]),
      '6: no choice leads to <Step id="t">.',
    ],
    [
      'an end that nobody reaches',
      ask('scenario', [step('s', 'a', 'b'), end('a', 'good'), end('b', 'bad'), end('c', 'bad')]),
      '8: no choice leads to <End id="c">.',
    ],
    [
      'steps that lead round in a circle',
      ask('scenario', [step('s', 't', 'b'), step('t', 's', 'a'), end('a', 'good'), end('b', 'bad')]),
      '4: the step "s" leads back to itself: s, t, s.',
    ],
    [
      'an end that is neither good nor bad',
      ask('scenario', [step('s', 'a', 'b', 'c'), end('a', 'good'), end('b', 'bad'), end('c')]),
      '8: <End id="c"> is either good or bad.',
    ],
    [
      'an end that is both',
      ask('scenario', [step('s', 'a', 'b', 'c'), end('a', 'good'), end('b', 'bad'), end('c', 'good', 'bad')]),
      '8: <End id="c"> is either good or bad.',
    ],
    [
      'a situation that cannot end well',
      ask('scenario', [step('s', 'a', 'b'), end('a', 'bad'), end('b', 'bad')]),
      '4: it needs a good end and a bad one.',
    ],
    ['a model answer that is missing', ask('reflection', [point('a'), point('b')]), '4: it needs 1 of <Model> at least.'],
    ['two model answers', ask('reflection', [model, model, point('a'), point('b')]), '4: it has 2 of <Model>; 1 is the most.'],
    ['a single point to compare', ask('reflection', [model, point('a')]), '4: it needs 2 of <Point> at least.'],
    ['a point without words', ask('reflection', [model, point('a'), point('b', '')]), '6: <Point id="b"> has no text.'],
    [
      'a point with an id that the form uses',
      ask('reflection', [model, point('a'), point('text')]),
      '6: a <Point> cannot have the id "text".',
    ],
    [
      'a left side that stands twice',
      ask('match', [pair('a', 'x', 'y'), pair('b', 'x', 'z'), pair('c')]),
      '4: two pairs have the same left side.',
    ],
  ])('%s', (_, written, problem) => {
    expect(checkQuestion(written).map(({ line, message }) => `${line}: ${message}`)).toEqual([problem])
  })

  test('nothing in a prompt that has the word several in what it tells or asks', () => {
    const options = [option('a', right), option('b', right), option('c')]
    for (const prompt of ['Several have left. Who?', 'Who are counted? One of them is a guest.'])
      expect(checkQuestion({ ...ask('multiple', options), prompt })).toEqual([])
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

  test('stands in the review as in its chapter and on its paper', () => {
    const t = translate(languages[0]!)
    fc.assert(
      fc.property(asked, ({ question, type }) => {
        expect(type.plain({ ...question, id: `a-course.a-chapter.${question.id}` }, t)).toEqual(type.plain(question, t))
      }),
    )
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
        expect(prompt).toBe(name === 'multiple' ? `${question.prompt} Several answers can be right.` : question.prompt)
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

  test('is graded the same in whatever order a browser sends the fields', () => {
    const shuffled = answered.chain((one) => {
      const fields = one.type.write(one.question, one.chosen)
      return fc.shuffledSubarray(fields, { minLength: fields.length }).map((sent) => ({ ...one, sent }))
    })
    fc.assert(
      fc.property(shuffled, ({ question, type, chosen, sent }) => {
        const given = type.read(question, new URLSearchParams(sent))
        expect(given?.kind).toBe('answer')
        expect(type.grade(question, (given as { chosen: Chosen }).chosen)).toEqual(type.grade(question, chosen))
      }),
    )
  })

  test('is read or refused, whatever its fields hold, and whatever is read can be graded, written back and read again', () => {
    const any = asked.chain((one) => {
      const own = [fieldName(one.question), ...one.written.parts.map(({ attributes }) => fieldName(one.question, String(attributes.id)))]
      const values = one.written.parts.flatMap(({ attributes, parts = [] }) => [
        String(attributes.id),
        ...parts.map((part) => String(part.attributes.to ?? part.text)),
      ])
      const field = fc.tuple(
        fc.constantFrom(...own, fieldName(one.question, 'text'), fieldName(one.question, 'compared')),
        fc.oneof(fc.constantFrom(...values, 'yes', '1', '2', 'A', 'B', ''), fc.string({ unit: 'binary' })),
      )
      return fc.array(field, { maxLength: 6 }).map((sent) => ({ ...one, sent }))
    })
    fc.assert(
      fc.property(any, ({ question, type, sent }) => {
        const given = type.read(question, new URLSearchParams(sent))
        if (given?.kind !== 'answer') return
        expect(type.read(question, fieldsOf(type, question, given.chosen))).toEqual(given)
        expect(type.grade(question, given.chosen).share).toBeLessThanOrEqual(1)
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

describe('a gap', () => {
  const question = parseQuestion(
    ask('fill-in', [blank('a', [accept('100,000'), accept('one hundred thousand'), wrong('10,000')]), blank('b', [accept('quorum')])]),
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
      chosen: { a: '100000' },
      problem: 'quizzes:fillEach',
    })
    expect(type.read(question, new URLSearchParams({ 'q.q.a': 'x'.repeat(101), 'q.q.b': 'y' }))).toMatchObject({
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
    expect(read('q.q=s&q.q.s=t')).toEqual({ kind: 'underway', chosen: { s: 't' } })
    expect(read('q.q=t&q.q.s=t')).toEqual({ kind: 'incomplete', chosen: { s: 't' }, problem: 'quizzes:chooseFirst' })
    expect(read('q.q=t&q.q.s=t&q.q.t=good')).toEqual({ kind: 'answer', chosen: { s: 't', t: 'good' } })
    expect(read('q.q=s')).toEqual({ kind: 'nothing' })
  })

  test('follows an earlier choice that is changed, and forgets what came after it', () => {
    expect(read('q.q=t&q.q.s=u&q.q.t=good')).toEqual({ kind: 'underway', chosen: { s: 'u' } })
  })

  test('is refused where a choice is not one of its step, or comes twice', () => {
    for (const fields of ['q.q.s=good', 'q.q.s=s', 'q.q.s=t&q.q.s=u', 'q.q=nowhere&q.q.s=t', 'q.q.nowhere=t'])
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
      chosen: { text: 'One.\n\nTwo & <b>three</b>.' },
    })
  })

  test('are at an end only when they have been compared, with or without a point that fits', () => {
    expect(type.grade(question, { text: 'Mine.' }).isRight).toBe(false)
    expect(type.grade(question, { text: 'Mine.', compared: 'yes' })).toEqual({
      isRight: true,
      share: 1,
      verdicts: { a: 'left', b: 'left' },
    })
    expect(type.grade(question, { text: 'Mine.', compared: 'yes', b: 'yes' }).verdicts).toEqual({ a: 'left', b: 'right' })
  })

  test('of more than 2,000 characters are not cut, but given back to be shortened', () => {
    const text = 'x'.repeat(2001)
    expect(read({ 'q.q.text': text })).toEqual({ kind: 'incomplete', chosen: { text }, problem: 'quizzes:tooLong' })
    expect(read({ 'q.q.text': 'x'.repeat(2000) })).toMatchObject({ kind: 'answer' })
  })

  test('are nothing without words, and a box says yes or is refused', () => {
    expect(read({ 'q.q.text': ' \n ', 'q.q.a': 'yes' })).toEqual({ kind: 'nothing' })
    expect(read({ 'q.q.text': 'Mine.', 'q.q.a': 'no' })).toBeNull()
  })
})

test('of all types, only one’s own words are private', () => {
  expect([...questionTypes.values()].filter(({ isPrivate }) => isPrivate).map(({ name }) => name)).toEqual(['reflection'])
})
