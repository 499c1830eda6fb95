import { describe, expect, test } from 'vitest'
import type { Loss } from './conversion-warnings.ts'
import { readGift } from './gift-reader.ts'

function read(...lines: string[]) {
  const found = readGift(lines.join('\n'))
  if (found.kind === 'unreadable') throw new Error(found.why.message)
  return found.bank
}

const lossText = ({ loss, line, detail }: Loss) => `${line} ${loss}${detail ? ` ${detail}` : ''}`

describe('GIFT is read as Moodle reads it', () => {
  test('with comments inside of a question and right behind it', () => {
    const bank = read(
      '// about minutes',
      'Who keeps the minutes? {',
      '// the right one',
      '=The secretary',
      '~The treasurer',
      '}',
      '// For colleagues: keep it.',
    )
    expect(bank).toMatchObject({
      questions: [
        { prompt: 'Who keeps the minutes?', line: 1, options: [{ isCorrect: true }, {}] },
      ],
      losses: [],
    })
  })

  test('with its signs in the text before the answers', () => {
    expect(
      read('::start:: The meeting begins at 18:30, #1, and 1+1=2 ~ 3. {T}').questions,
    ).toMatchObject([
      {
        id: 'start',
        type: 'true-false',
        prompt: 'The meeting begins at 18:30, #1, and 1+1=2 ~ 3.',
      },
    ])
  })

  test('with a name in brackets that is no format', () => {
    expect(read('[Exam] Who? {=A ~B}').questions).toMatchObject([{ prompt: '[Exam] Who?' }])
  })

  test('with ends of lines of every kind, and a mark of the encoding before them', () => {
    const lines = ['\uFEFF::a::Who? {=A', '~B}', '', '::b::What? {T}']
    for (const end of ['\n', '\r\n', '\r'])
      expect(read(lines.join(end)).questions).toMatchObject([{ id: 'a' }, { id: 'b', line: 4 }])
  })

  test('with a short answer that looks like markup', () => {
    expect(read('[html]Which element breaks a line? {=<br> =<br/>}').questions).toMatchObject([
      { gaps: [{ accepted: ['<br>', '<br/>'] }] },
    ])
  })

  test('with weights, which come before the words', () => {
    expect(read('Which? {~%50%A#Yes. ~%50%B ~%-100%C}').questions).toMatchObject([
      {
        type: 'multiple',
        options: [
          { text: 'A', reason: 'Yes.', isCorrect: true },
          { isCorrect: true },
          { isCorrect: false },
        ],
      },
    ])
  })

  test('with what is said of true and of false', () => {
    expect(read('A {F#It is not.#Right you are.}').questions).toMatchObject([
      { isTrue: false, ifTrue: 'It is not.', ifFalse: 'Right you are.' },
    ])
  })

  test('with an order, of which some or all are shown', () => {
    expect(
      read(
        '::o::[html]<p>Order</p>{>3 RANDOM VERTICAL ABSOLUTE_POSITION SHOW none',
        '<p>One</p>',
        'Two',
        'Three',
        'Four',
        '}',
      ),
    ).toMatchObject({
      questions: [
        {
          type: 'order',
          prompt: 'Order',
          items: [{ text: 'One' }, { text: 'Two' }, { text: 'Three' }, { text: 'Four' }],
        },
      ],
      losses: [{ loss: 'showsSome', detail: '3/4', line: 1 }],
    })
    expect(read('Order{>0 ALL', 'One', 'Two', '}').losses).toEqual([])
  })

  test('with an order that became pairs, which is an order again', () => {
    expect(
      read(
        '// [tag:see:x] [tag:type:order]',
        '::o::Order {',
        '=2 -> two',
        '=1 -> one',
        '####r1\\nr2',
        '}',
      ).questions,
    ).toMatchObject([
      {
        type: 'order',
        items: [
          { text: 'one', reason: 'r1' },
          { text: 'two', reason: 'r2' },
        ],
      },
    ])
  })

  test('with escapes, which mean the sign alone', () => {
    expect(read('A \\{b\\} \\# c\\: \\\\( x \\\\) {=\\~d\\= ~\\\\e}').questions).toMatchObject([
      { prompt: 'A {b} # c: \\( x \\)', options: [{ text: '~d=' }, { text: '\\e' }] },
    ])
  })
})

describe('what cannot be read is told with its line', () => {
  test.each<[string, string[], string]>([
    ['a bracket that is never closed', ['::a::Who?', '{=A', '~B'], '2 unreadable 2'],
    ['a bracket that was never opened', ['Who?', '=A ~B}'], '2 unreadable 2'],
    ['a second gap', ['A {=x} b', 'and {=y} c'], '2 unreadable 2'],
    ['a bracket in an answer', ['Who? {=A', '~{B} }'], '2 unreadable 2'],
    ['pairs without an arrow', ['Pair {', '=a -> b', '=c', '}'], '1 unreadable 1'],
    ['a number that is none', ['How many? {#ten}'], '1 unreadable 1'],
    ['a choice of one', ['Which? {~A}'], '1 unreadable 1'],
    ['a question right behind a category', ['$CATEGORY: a', 'Who? {T}'], '2 unreadable 2'],
    ['a weight that is none', ['Which? {~%150%A ~B}'], '1 badShare A'],
  ])('%s', (_, lines, expected) => {
    const bank = read('::first::Is it? {T}', '', ...lines)
    const [, number, loss] = /^(\d+) (.*?)(?: \d+)?$/.exec(expected) as RegExpExecArray
    const line = Number(number) + 2
    expect(bank.losses.map(lossText)).toEqual([
      `${line} ${loss}${expected.includes('unreadable') ? ` ${line}` : ''}`,
    ])
    expect(bank.questions.map(({ id }) => id)).toEqual(['first'])
  })

  test('an empty file', () => {
    for (const file of ['', '\ufeff', '\r\n \r\n'])
      expect(readGift(file)).toMatchObject({
        kind: 'unreadable',
        why: { message: 'questions:fileEmpty', line: 1 },
      })
  })

  test('and so is what Moodle itself left out', () => {
    const bank = read(
      '// question: 0  name: Switch category to $course$/top/A',
      '$CATEGORY: $course$/top/A',
      '',
      '',
      '// question: 7  name: A cloze',
      '',
      '',
      '// question: 8  name: b',
      '::b::B?{TRUE}',
    )
    expect(bank.losses.map(lossText)).toEqual([
      '5 leftOutByMoodle A cloze',
      '1 category $course$/top/A',
    ])
    expect(bank.questions).toMatchObject([{ id: 'b' }])
  })
})

describe('an id', () => {
  test('is none that a chapter’s page has of its own', () => {
    const bank = read(
      ...['Read', 'Sources', 'Main', 'Comments', 'Word list'].flatMap((name) => [
        `::${name}::Is it? {T}`,
        '',
      ]),
    )
    expect(bank.questions.map(({ id }) => id)).toEqual([
      'question-read',
      'question-sources',
      'question-main',
      'question-comments',
      'question-word-list',
    ])
  })

  test('stands once in each category', () => {
    const twice = ['::a::Is it? {T}', '', '::a::Is it? {T}', '']
    expect(read(...twice, '$CATEGORY: b', '', ...twice).questions.map(({ id }) => id)).toEqual([
      'a',
      'a-2',
      'a',
      'a-2',
    ])
  })
})

describe('a file that is made to take long is read to its end', () => {
  test.each<[string, string]>([
    ['marks that are never closed', `// ${'[id:'.repeat(100_000)}\nWho? {T}`],
    ['digits', `How many? {#${'1'.repeat(400_000)}..x}`],
    ['backslashes', `Who? ${'\\\\'.repeat(200_000)} {T}`],
    ['brackets of an order', `Who? {>${'} '.repeat(200_000)}`],
    ['Markdown', `[markdown]${'['.repeat(400_000)} {T}`],
    ['the same name', '::same::Is it? {T}\n\n'.repeat(10_000)],
  ])('%s', (_, file) => {
    expect(readGift(file).kind).toBe('read')
  })
})

test('questions of the same name have ids of their own', () => {
  const bank = read(...Array.from({ length: 2_000 }, () => ['::same::Is it? {T}', '']).flat())
  expect(new Set(bank.questions.map(({ id }) => id)).size).toBe(2_000)
  expect(bank.questions.at(-1)?.id).toBe('same-2000')
})
