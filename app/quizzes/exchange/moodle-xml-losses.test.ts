import { describe, expect, test } from 'vitest'
import type { Loss } from './conversion-warnings.ts'
import { readMoodleXml } from './moodle-xml-reader.ts'

interface QuestionXml {
  type: string
  more?: string
  text?: string
}

/** A bank of one question, on line 3. */
const bankOf = ({ type, more = '', text = 'What?' }: QuestionXml) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n<question type="${type}"><name>` +
  `<text>q</text></name><questiontext format="html"><text>${text}</text>` +
  `</questiontext>${more}</question>\n</quiz>`

function read(asked: QuestionXml, language: string | null = null) {
  const found = readMoodleXml(bankOf(asked), language)
  if (found.kind === 'unreadable') throw new Error(JSON.stringify(found.why))
  return found.bank
}

const lossText = ({ loss, line, detail }: Loss) => `${line} ${loss}${detail ? ` ${detail}` : ''}`
const losses = (asked: QuestionXml) => read(asked).losses.map(lossText)
const answer = (fraction: string, text: string) =>
  `<answer fraction="${fraction}"><text>${text}</text></answer>`
const two = answer('100', 'Yes') + answer('0', 'No')

describe('a statement that is true or false', () => {
  const key = (first: [string, string], second: [string, string]) => {
    const { questions, losses } = read({
      type: 'truefalse',
      more: answer(...first) + answer(...second),
    })
    const [question] = questions
    return [question?.type === 'true-false' ? question.isTrue : null, ...losses.map(lossText)]
  }

  test.each<[string, [string, string], [string, string], ...(boolean | string | null)[]]>([
    ['in Moodle’s own words', ['100', 'true'], ['0', 'false'], true],
    ['in Moodle’s own words, false first', ['100', 'false'], ['0', 'true'], false],
    ['in Spanish', ['100', 'Verdadero'], ['0', 'Falso'], true],
    ['in Swedish, where it is false', ['0', 'Sant'], ['100', 'Falskt'], false],
    [
      'in words that nobody knows: by place, as Moodle does',
      ['0', 'Ewet'],
      ['100', 'Ca'],
      false,
      '3 trueFalseByPlace Ewet, Ca',
    ],
    [
      'in the order that Moodle would turn round',
      ['0', 'Falso'],
      ['100', 'Verdadero'],
      null,
      '3 trueFalseUnclear Falso, Verdadero',
    ],
    ['with both right', ['100', 'true'], ['100', 'false'], null, '3 trueFalseUnclear true, false'],
    ['with neither right', ['0', 'true'], ['50', 'false'], null, '3 trueFalseUnclear true, false'],
    [
      'with the same word twice',
      ['100', 'true'],
      ['0', 'true'],
      null,
      '3 trueFalseUnclear true, true',
    ],
  ])('%s has the right key, or none', (_, first, second, ...expected) => {
    expect(key(first, second)).toEqual(expected)
  })

  test('with three answers, or one, is left out', () => {
    for (const more of [answer('100', 'true'), two + answer('0', 'Perhaps')])
      expect(losses({ type: 'truefalse', more })[0]).toMatch(/^3 trueFalseUnclear/)
  })
})

describe('what an option is worth', () => {
  const keyOf = (single: boolean, ...answers: [string, string][]) => {
    const { questions, losses } = read({
      type: 'multichoice',
      more: `<single>${single}</single>${answers.map((one) => answer(...one)).join('')}`,
    })
    const [question] = questions
    const right =
      question && 'options' in question
        ? question.options.filter((one) => one.isCorrect).map(({ text }) => text)
        : null
    return [right, ...losses.map(lossText)]
  }

  test.each<[string, [string, string][], ...unknown[]]>([
    [
      'two halves',
      [
        ['50', 'A'],
        ['50', 'B'],
        ['-50', 'C'],
      ],
      ['A', 'B'],
    ],
    [
      'three thirds',
      [
        ['33.33333', 'A'],
        ['33.33333', 'B'],
        ['33.33333', 'C'],
        ['0', 'D'],
      ],
      ['A', 'B', 'C'],
    ],
    [
      'unequal parts that make a whole',
      [
        ['60', 'A'],
        ['40', 'B'],
        ['0', 'C'],
      ],
      ['A', 'B'],
    ],
    [
      'a little beside two halves',
      [
        ['50', 'A'],
        ['50', 'B'],
        ['5', 'C'],
        ['-100', 'D'],
      ],
      ['A', 'B'],
      '3 partialCredit C',
    ],
    [
      'any two of three',
      [
        ['50', 'A'],
        ['50', 'B'],
        ['50', 'C'],
      ],
      null,
      '3 eitherRight A, B, C',
    ],
    [
      'either of two',
      [
        ['100', 'A'],
        ['100', 'B'],
        ['0', 'C'],
      ],
      null,
      '3 eitherRight A, B',
    ],
    [
      'too little',
      [
        ['50', 'A'],
        ['20', 'B'],
        ['0', 'C'],
      ],
      null,
      '3 noRightAnswer A, B',
    ],
    [
      'no number',
      [
        ['all', 'A'],
        ['0', 'B'],
      ],
      null,
      '3 badShare A',
    ],
    [
      'too much',
      [
        ['150', 'A'],
        ['0', 'B'],
      ],
      null,
      '3 badShare A',
    ],
    [
      'an option without words',
      [
        ['50', 'A'],
        ['50', 'B'],
        ['0', ''],
        ['0', 'C'],
      ],
      ['A', 'B'],
      '3 emptyAnswer',
    ],
  ])('is a key or a reason against one, of several: %s', (_, answers, ...expected) => {
    expect(keyOf(false, ...answers)).toEqual(expected)
  })

  test('of one is whole for one alone', () => {
    expect(keyOf(true, ['100', 'A'], ['-33.33333', 'B'], ['50', 'C'])).toEqual([
      ['A'],
      '3 marksOff B',
      '3 partialCredit C',
    ])
    expect(keyOf(true, ['100', 'A'], ['100', 'B'])).toEqual([null, '3 eitherRight A, B'])
  })
})

describe('a setting that a course does not have', () => {
  test.each<[string, QuestionXml, ...string[]]>([
    ['retired', { type: 'multichoice', more: `<hidden>1</hidden>${two}` }, '3 retired'],
    [
      'combined feedback',
      {
        type: 'multichoice',
        more:
          '<correctfeedback><text>See article 4.</text></correctfeedback><incorrectfeedback>' +
          `<text>Again.</text></incorrectfeedback>${two}`,
      },
      '3 combinedFeedback See article 4.',
      '3 combinedFeedback Again.',
    ],
    [
      'a fixed order',
      { type: 'multichoice', more: `<shuffleanswers>0</shuffleanswers>${two}` },
      '3 fixedOrder',
    ],
    ['a penalty', { type: 'multichoice', more: `<penalty>0.5</penalty>${two}` }, '3 penalty 0.5'],
    [
      'marks',
      { type: 'multichoice', more: `<defaultgrade>3.0000000</defaultgrade>${two}` },
      '3 marks 3',
    ],
    [
      'tags',
      {
        type: 'multichoice',
        more: `${two}<tags><tag><text>spring</text></tag><tag><text>hard</text></tag></tags>`,
      },
      '3 tags spring, hard',
    ],
    [
      'capitals',
      { type: 'shortanswer', more: `<usecase>1</usecase>${answer('100', 'W')}` },
      '3 caseMatters',
    ],
    [
      'a grader’s notes',
      { type: 'essay', more: '<graderinfo><text>Look for three.</text></graderinfo>' },
      '3 graderNotes Look for three.',
    ],
    [
      'a template',
      { type: 'essay', more: '<responsetemplate><text>Dear</text></responsetemplate>' },
      '3 responseTemplate Dear',
    ],
    [
      'attachments',
      {
        type: 'essay',
        more: '<attachments>2</attachments><attachmentsrequired>0</attachmentsrequired>',
      },
      '3 otherSetting attachments',
    ],
    [
      'units',
      {
        type: 'numerical',
        more: `${answer('100', '3')}<units><unit><unit_name>kg</unit_name></unit></units>`,
      },
      '3 units',
    ],
    [
      'an element of a plugin',
      { type: 'multichoice', more: `<timelimit>60</timelimit>${two}` },
      '3 otherSetting timelimit',
    ],
    ['an older picture', { type: 'multichoice', more: `<image>a.png</image>${two}` }, '3 pictures'],
    [
      'some of the items',
      {
        type: 'ordering',
        more:
          '<selecttype>RANDOM</selecttype>' +
          `<selectcount>3</selectcount>${['a', 'b', 'c', 'd', 'e'].map((one, i) => answer(`${i + 1}`, one)).join('')}`,
      },
      '3 showsSome 3/5',
    ],
  ])('is told with its line: %s', (_, asked, ...expected) => {
    const bank = read(asked)
    expect(bank.losses.map(lossText)).toEqual(expected)
    expect(bank.questions).toHaveLength(1)
  })

  test('is told of a category once, with its name and line', () => {
    const category =
      '<question type="category"><category><text>$course$/top/Spring</text></category></question>'
    const file = bankOf({ type: 'multichoice', more: two }).replace(
      '<question',
      `${category}\n<question`,
    )
    const found = readMoodleXml(file)
    expect(found.kind === 'read' && found.bank.losses.map(lossText)).toEqual([
      '3 category $course$/top/Spring',
    ])
  })

  test('is none where it is what Moodle writes for every question', () => {
    const usual =
      '<defaultgrade>1.0000000</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden>' +
      '<single>true</single><shuffleanswers>true</shuffleanswers>' +
      '<answernumbering>abc</answernumbering><showstandardinstruction>0</showstandardinstruction>' +
      '<correctfeedback format="html"><text></text></correctfeedback>'
    expect(losses({ type: 'multichoice', more: usual + two })).toEqual([])
  })
})

describe('a question that cannot be understood', () => {
  test.each<[string, QuestionXml, string]>([
    [
      'items against their numbers',
      { type: 'ordering', more: answer('2', 'b') + answer('1', 'a') + answer('3', 'c') },
      '3 orderUnclear b, a, c',
    ],
    [
      'a gap to choose in',
      { type: 'cloze', text: 'Take {1:MC:=right~wrong} and {1:SA:=word}.' },
      '3 choiceGap right, wrong',
    ],
    ['a gap of no type', { type: 'cloze', text: 'Take {1:SA:=a} and {1:FOO:=b}.' }, '3 brokenGaps'],
    [
      'a hundred thousand gaps',
      { type: 'cloze', text: '{1:SA:=a}'.repeat(100_000) },
      '3 manyGaps 100000',
    ],
    [
      'a gap without an end',
      { type: 'cloze', text: 'Take {1:SA:=a} and {1:SA:=b.' },
      '3 brokenGaps',
    ],
    [
      'markup that is not escaped',
      { type: 'multichoice', text: 'A <b>bold</b> word', more: two },
      '3 markupInText',
    ],
    ['another type', { type: 'ddwtos', text: '[[1]]' }, '3 otherType ddwtos'],
  ])('is left out and told with its line: %s', (_, asked, expected) => {
    const bank = read(asked)
    expect([bank.questions, bank.losses.map(lossText)]).toEqual([[], [expected]])
  })

  test('in several languages is left out until one of them is chosen', () => {
    const text =
      '&lt;span lang="sv" class="multilang"&gt;Vem?&lt;/span&gt;&lt;span lang="en" class="multilang"&gt;Who?&lt;/span&gt;'
    const question = { type: 'multichoice', text, more: two }
    expect([read(question).questions, losses(question)]).toEqual([[], ['3 multilang sv, en']])
    expect(read(question, 'sv').questions).toMatchObject([{ prompt: 'Vem?' }])
  })
})

test('an order that went through Moodle as pairs is an order again, with its reasons', () => {
  const pair = (left: string, right: string) =>
    `<subquestion format="plain_text"><text>${left}</text><answer><text>${right}</text></answer></subquestion>`
  const more =
    '<generalfeedback format="plain_text"><text>r1\nr2\nr3</text>' +
    `</generalfeedback>${pair('1', 'one')}${pair('3', 'three')}${pair('2', 'two')}<tags><tag>` +
    '<text>see:x</text></tag><tag><text>type:order</text></tag></tags>'
  expect(read({ type: 'matching', more })).toMatchObject({
    questions: [
      {
        type: 'order',
        see: 'x',
        items: [
          { text: 'one', reason: 'r1' },
          { text: 'two', reason: 'r2' },
          { text: 'three', reason: 'r3' },
        ],
      },
    ],
    losses: [],
  })
})

test('a text without a format of its own has that of its question, as in Moodle', () => {
  const file = bankOf({
    type: 'multichoice',
    text: 'Is 1 &lt;b&gt; 2?',
    more: answer('100', '&lt;b&gt;') + answer('0', 'no'),
  })
  const found = readMoodleXml(
    file.replace('questiontext format="html"', 'questiontext format="plain_text"'),
  )
  expect(found).toMatchObject({
    bank: { questions: [{ prompt: 'Is 1 <b> 2?', options: [{ text: '<b>' }, {}] }] },
  })
})
