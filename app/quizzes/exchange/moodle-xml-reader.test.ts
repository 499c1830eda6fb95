import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { largestFile, type ReadBank } from './bank.ts'
import { readMoodleXml } from './moodle-xml-reader.ts'

const file = readFileSync('tests/question-banks/every-construct.xml', 'utf8')

function read(text: string): ReadBank {
  const found = readMoodleXml(text)
  if (found.kind === 'unreadable') throw new Error(found.why.message)
  return found.bank
}

const sample = read(file)
const question = (id: string) => sample.questions.find((one) => one.id === id)
const lost = (id: string) =>
  sample.losses
    .filter((one) => one.question === id)
    .map(({ loss, detail }) => (detail ? `${loss} ${detail}` : loss))

describe('a bank in Moodle’s XML', () => {
  test('gives a question with its words, hints and reasons, and says what is gone', () => {
    expect(question('how-many-must-come')).toEqual({
      id: 'how-many-must-come',
      type: 'single',
      see: '',
      prompt: 'How many of nine members make a quorum of a third?',
      hints: ['Divide.'],
      line: 7,
      options: [
        { text: 'Two', reason: 'Less than a third.', isCorrect: false },
        { text: 'Three', reason: 'Nine by three.', isCorrect: true },
        { text: 'Four', reason: '', isCorrect: false },
      ],
    })
    expect(lost('how-many-must-come').sort()).toEqual([
      'formatting',
      'generalFeedback Count & divide.',
      'partialCredit Four',
      'pictures',
      'tags meetings',
    ])
  })

  test('gives every type that a course has', () => {
    expect(sample.questions.map(({ id, type }) => `${id} ${type}`)).toEqual([
      'how-many-must-come single',
      'counted multiple',
      'at-once true-false',
      'tasks match',
      'writer fill-in',
      'sum fill-in',
      'agenda order',
      'your-own reflection',
      'gaps fill-in',
      'the-members-meeting fill-in',
    ])
    expect(question('counted')).toMatchObject({
      prompt: 'Which two are counted? 1 < 2',
      options: [{ isCorrect: true }, {}, { isCorrect: false }],
    })
    expect(question('at-once')).toMatchObject({
      isTrue: true,
      ifTrue: 'Memory fades.',
      ifFalse: 'They are.',
    })
    expect(question('writer')).toMatchObject({
      gaps: [
        {
          sentence: '___',
          accepted: ['the secretary'],
          wrong: [{ text: 'the chair', reason: 'The chair leads.' }],
        },
      ],
    })
    expect(question('agenda')).toMatchObject({
      items: [{ text: 'Open', reason: 'It begins.' }, { text: 'Vote' }, { text: 'Close' }],
    })
    expect(question('your-own')).toMatchObject({ model: 'Ask the members first.' })
  })

  test('gives a text with answers in it a sentence for each gap, and says what is gone', () => {
    expect(question('the-members-meeting')).toMatchObject({
      prompt: 'Fill in the rules.',
      hints: ['Who meets once a year?'],
      gaps: [
        {
          sentence: 'The ___ elects … auditors.',
          accepted: ['annual meeting', 'yearly meeting'],
          wrong: [{ text: 'chair', reason: 'The chair leads, and no more.' }],
          reason: 'It decides.',
        },
        {
          sentence: 'The … elects ___ auditors.',
          accepted: ['9'],
          wrong: [],
          reason: 'Nine. Braces } & signs # stay.',
        },
        { sentence: '___ vote.', accepted: ['Members'], wrong: [], reason: '' },
      ],
    })
    expect(lost('the-members-meeting').sort()).toEqual([
      'caseMatters',
      'formatting',
      'tolerance 8',
      'wildcard *',
    ])
    expect(question('gaps')).toMatchObject({
      prompt: '',
      gaps: [{ sentence: 'Two and two are ___.', accepted: ['4'] }],
    })
  })

  test('says of each thing that is left out what it was', () => {
    expect(lost('tasks')).toEqual(['unpaired sings'])
    expect(lost('writer')).toEqual(['wildcard *'])
    expect(lost('sum')).toEqual(['tolerance ten'])
    expect([
      lost('question-read'),
      lost('from-a-list'),
      lost('never-closed'),
      lost('drag'),
    ]).toEqual([
      ['description Read the notice.'],
      ['choiceGap the chair, the secretary'],
      ['brokenGaps'],
      ['otherType ddwtos'],
    ])
  })

  test.each([
    ['is empty', ' \n', 'questions:fileEmpty'],
    [
      'begins with blank lines',
      '\n\n<?xml version="1.0"?>\n<quiz></quiz>',
      'questions:fileBlankFirst',
    ],
    ['is cut short', file.slice(0, 700), 'questions:fileNotXml'],
    ['is something else', 'Grant is buried here.{T}', 'questions:fileNotXml'],
    [
      'is another kind of XML',
      '<?xml version="1.0"?><book><question type="essay"/></book>',
      'questions:fileNoQuiz',
    ],
    [
      'defines names that grow without end',
      '<?xml version="1.0"?>\n<!DOCTYPE quiz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<quiz>' +
        '<question type="essay"><name><text>&b;</text></name></question></quiz>',
      'questions:fileHasDoctype',
    ],
    [
      'asks for another file',
      '<!DOCTYPE quiz SYSTEM "file:///etc/passwd">\n<quiz></quiz>',
      'questions:fileHasDoctype',
    ],
    [
      'is nested without end',
      `<quiz>${'<text>'.repeat(200)}${'</text>'.repeat(200)}</quiz>`,
      'questions:fileTooDeep',
    ],
    ['is too large', ' '.repeat(largestFile + 1), 'questions:fileTooLarge'],
  ])('that %s is refused with a sentence and a line', (_, text, message) => {
    const found = readMoodleXml(text)
    expect(found).toMatchObject({ kind: 'unreadable', why: { message } })
    if (found.kind === 'unreadable') expect(found.why.line).toBeGreaterThanOrEqual(1)
  })

  test('names the line of a fault', () => {
    expect(readMoodleXml('\r\n\r\n<?xml version="1.0"?><quiz/>')).toMatchObject({
      why: { line: 3 },
    })
    expect(
      readMoodleXml(`<quiz>\r\r${'<text>'.repeat(200)}${'</text>'.repeat(200)}</quiz>`),
    ).toMatchObject({ why: { line: 3 } })
    expect(readMoodleXml('<quiz>\n  <question type="essay">\n  </quiz>')).toMatchObject({
      kind: 'unreadable',
      why: { line: 3 },
    })
  })

  test('keeps a name that it does not know as it stands: nothing is fetched or made up', () => {
    expect(
      read(
        '<quiz><question type="essay"><questiontext format="plain_text"><text>&nosuch; &amp;</text></questiontext></question></quiz>',
      ).questions[0],
    ).toMatchObject({
      prompt: '&nosuch; &',
    })
  })

  test('that opens gap after gap and closes none is read to its end', () => {
    const text = `${'{1:SHORTANSWER:'.repeat(100_000)}${'~\\}'.repeat(100_000)}`
    expect(
      read(
        `<quiz><question type="cloze"><questiontext><text>${text}</text></questiontext></question></quiz>`,
      ).questions,
    ).toEqual([])
  })

  test('with a sign in it that stands for a gap, and no gap, is not taken for a text with gaps', () => {
    const text = '\ue001 and {1:SA:=a}'
    const bank = read(
      `<quiz><question type="cloze"><questiontext><text>${text}</text></questiontext></question></quiz>`,
    )
    expect([bank.questions, bank.losses.map(({ loss }) => loss)]).toEqual([[], ['unreadable']])
  })

  test('never throws, whatever a file holds', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<quiz>',
        '</quiz>',
        '<question type="multichoice">',
        '<question type="cloze">',
        '<questiontext>',
        '</questiontext>',
        '{1:SHORTANSWER:',
        '{:NM:=1:x}',
        '\ue001',
        '~=a#b',
        '}',
        '</question>',
        '<text>',
        '</text>',
        '<![CDATA[',
        ']]>',
        '<answer fraction="x">',
        '</answer>',
        '<!--',
        '&amp;',
        '<__proto__>',
        '</__proto__>',
        '<?xml?>',
      ),
      fc.string({ maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        expect(['read', 'unreadable']).toContain(readMoodleXml(pieces.join('')).kind)
      }),
      { numRuns: 500 },
    )
  })
})
