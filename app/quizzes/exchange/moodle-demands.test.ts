import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { realCourses } from '../../../tests/broken-courses/course.ts'
import { anyBank } from '../../../tests/factories/test-bank.ts'
import { loadCatalogue } from '../../courses/load/load-catalogue.server.ts'
import type { Course } from '../../courses/model/chapter.ts'
import type { BankQuestion, Reasoned } from './bank.ts'
import { exportQuestions } from './export-questions.ts'
import { writeGift } from './gift-writer.ts'
import { moodleShares, rightShare, wrongShare } from './moodle-marks.ts'
import { readMoodleXml } from './moodle-xml-reader.ts'
import { writeMoodleXml } from './moodle-xml-writer.ts'

// What the importer of Moodle 4.5 reads of each type and what its database takes, in a table of our
// own. Written after its source (qformat_xml, qtype_ordering, qtype_multichoice, question_bank),
// not after our writer.

interface Element {
  name: string
  attributes: Record<string, string>
  children: Element[]
  text: string
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
})

function elementsOf(nodes: Record<string, unknown>[]): Element[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@') as string
    if (name.startsWith('#') || name.startsWith('?')) return []
    const inside = node[name] as Record<string, unknown>[]
    const text = inside.map((one) => String(one['#text'] ?? '')).join('')
    return [
      {
        name,
        attributes: (node[':@'] ?? {}) as Record<string, string>,
        children: elementsOf(inside),
        text,
      },
    ]
  })
}

const named = (element: Element, name: string) =>
  element.children.filter((one) => one.name === name)
const textIn = (element: Element) => named(element, 'text')[0]?.text ?? ''
const number = /^-?\d+(\.\d+)?$/
const onOff = /^(true|false|0|1)$/

const everywhere: Record<string, RegExp> = {
  defaultgrade: number,
  penalty: number,
  hidden: /^[01]$/,
  idnumber: /^.{1,100}$/u,
}
const texts = ['name', 'questiontext', 'generalfeedback']
const combined = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']

/**
 * Of each type: settings with what they may hold, texts, and parts with how many there are at
 * least.
 */
const demands: Record<
  string,
  { settings?: Record<string, RegExp>; texts?: string[]; parts?: [string, number] }
> = {
  multichoice: {
    settings: {
      single: /^(true|false)$/,
      shuffleanswers: onOff,
      answernumbering: /^(none|abc|ABCD|123|iii|IIII)$/,
    },
    texts: combined,
    parts: ['answer', 2],
  },
  truefalse: { parts: ['answer', 2] },
  matching: { settings: { shuffleanswers: onOff }, texts: combined, parts: ['subquestion', 2] },
  shortanswer: { settings: { usecase: /^[01]$/ }, parts: ['answer', 1] },
  ordering: {
    settings: {
      layouttype: /^(VERTICAL|HORIZONTAL)$/,
      selecttype: /^(ALL|RANDOM|CONTIGUOUS)$/,
      selectcount: /^\d+$/,
      gradingtype: /^ABSOLUTE_POSITION$/,
      showgrading: /^(SHOW|HIDE)$/,
      numberingstyle: /^(none|123|abc|ABCD|iii|IIII)$/,
      // An integer: Moodle's database takes neither an empty one nor none.
      shownumcorrect: /^[01]$/,
    },
    texts: combined,
    parts: ['answer', 2],
  },
  essay: {
    settings: {
      responseformat: /^(editor|editorfilepicker|plain|monospaced|noinline)$/,
      responserequired: /^[01]$/,
      responsefieldlines: /^\d+$/,
      attachments: /^-?\d+$/,
      attachmentsrequired: /^\d+$/,
    },
    texts: ['graderinfo', 'responsetemplate'],
  },
  cloze: {},
}
/** The parts in which Moodle keeps what is said of them. Elsewhere it drops it. */
const keepsFeedback = new Set(['multichoice', 'truefalse', 'shortanswer'])
const keepsHints = new Set([
  'multichoice',
  'truefalse',
  'shortanswer',
  'matching',
  'ordering',
  'cloze',
])
const formats = new Set(['html', 'moodle_auto_format', 'plain_text', 'markdown'])

function faultsOf(question: Element): string[] {
  const type = question.attributes.type as string
  const {
    settings = {},
    texts: more = [],
    parts,
  } = demands[type] ?? { settings: { 'a known type': /^$/ } }
  const faults: string[] = []
  for (const [name, pattern] of Object.entries({ ...everywhere, ...settings })) {
    const value = named(question, name)[0]?.text
    // A text with several gaps has its marks in its gaps.
    if (value === undefined || !pattern.test(value)) faults.push(`${type} <${name}> ${value}`)
  }
  for (const name of [...texts, ...more])
    if (!named(question, name)[0]?.children.some((one) => one.name === 'text'))
      faults.push(`${type} <${name}>`)
  if (parts && named(question, parts[0]).length < parts[1])
    faults.push(`${type} has too few <${parts[0]}>`)
  const allowed = new Set([
    ...texts,
    ...more,
    ...Object.keys(everywhere),
    ...Object.keys(settings),
    parts?.[0] ?? '',
    'tags',
  ])
  if (keepsHints.has(type)) allowed.add('hint')
  for (const { name } of question.children)
    if (!allowed.has(name)) faults.push(`${type} loses <${name}>`)
  return [
    ...faults,
    ...named(question, 'answer').flatMap((answer) => answerFaults(answer, type)),
    ...pairFaults(question),
  ]
}

function answerFaults(answer: Element, type: string): string[] {
  const share = Number(answer.attributes.fraction)
  const isMark = moodleShares.some((one) => Math.abs(Math.abs(share) - one) < 0.001)
  const feedback = named(answer, 'feedback')[0]
  return [
    ...(type !== 'ordering' && !isMark ? [`${type} share ${share}`] : []),
    ...(textIn(answer).trim() === '' ? [`${type} an empty answer`] : []),
    ...(feedback && textIn(feedback) && !keepsFeedback.has(type)
      ? [`${type} loses what is said of an answer`]
      : []),
    ...(formats.has(answer.attributes.format ?? 'html')
      ? []
      : [`${type} format ${answer.attributes.format}`]),
  ]
}

function pairFaults(question: Element): string[] {
  return named(question, 'subquestion').flatMap((pair) => {
    const right = textIn(named(pair, 'answer')[0] as Element)
    return [...right].length > 255 || right.trim() === ''
      ? [`matching a right side of ${right.length}`]
      : []
  })
}

/** Moodle adds the shares of all options that are ticked. */
function marksOf(question: Element, ticked: (share: number) => boolean): number {
  const shares = named(question, 'answer').map(({ attributes }) => Number(attributes.fraction))
  return shares.filter(ticked).reduce((sum, share) => sum + share, 0)
}

const questionsIn = (xml: string) =>
  elementsOf(parser.parse(xml) as Record<string, unknown>[])
    .flatMap((quiz) => named(quiz, 'question'))
    .filter(({ attributes }) => attributes.type !== 'category')

function expectMoodleTakes(xml: string) {
  for (const question of questionsIn(xml)) {
    expect(faultsOf(question)).toEqual([])
    if (question.attributes.type !== 'multichoice') continue
    expect(marksOf(question, (share) => share > 0)).toBeCloseTo(100, 1)
    if (named(question, 'single')[0]?.text === 'false')
      expect(Math.abs(marksOf(question, () => true))).toBeLessThan(110)
  }
}

describe('Moodle’s importer takes what is written', () => {
  test('of any bank', () => {
    fc.assert(
      fc.property(anyBank, (bank) => expectMoodleTakes(writeMoodleXml(bank).text)),
      { numRuns: 60 },
    )
  })

  test('of the real course, whole, with no question left out but those that branch', async () => {
    const loaded = await loadCatalogue({ ...realCourses, trustsCache: true })
    if (loaded.kind === 'broken') throw new Error(JSON.stringify(loaded.problems))
    const course = loaded.catalogue.courses.get('run-a-party') as Course
    for (const lang of course.texts.keys()) {
      const { text, losses } = exportQuestions({
        course,
        chapters: course.chapters,
        lang,
        format: 'moodle-xml',
      })
      expectMoodleTakes(text)
      // A chapter that is not translated is exported as its source, as readers see it.
      const all = course.chapters.flatMap(
        ({ texts }) => (texts.get(lang) ?? texts.get(course.source))?.questions ?? [],
      )
      expect(questionsIn(text)).toHaveLength(all.filter(({ type }) => type !== 'scenario').length)
      expect(
        losses.filter(({ loss }) => ['longId', 'longRightSide', 'manyRight'].includes(loss)),
      ).toEqual([])
    }
  })
})

const option = (isCorrect: boolean, i: number): Reasoned & { isCorrect: boolean } => ({
  text: `${isCorrect}-${i}`,
  reason: 'Why.',
  isCorrect,
})
const multiple = (right: number, wrong: number): BankQuestion => ({
  id: 'several',
  type: 'multiple',
  see: 's',
  prompt: 'Which?',
  hints: [],
  options: [
    ...Array.from({ length: right }, (_, i) => option(true, i)),
    ...Array.from({ length: wrong }, (_, i) => option(false, i)),
  ],
})
const bankOf = (...questions: BankQuestion[]) => ({
  title: 'Course',
  categories: [{ title: 'Chapter', questions }],
})

describe('several right options', () => {
  test('earn nothing when all are ticked, whatever their number, and a whole mark for the right ones', () => {
    for (let right = 1; right <= 20; right++)
      for (let wrong = 1; wrong <= 20; wrong++) {
        const share = rightShare(right)
        if (share === null) continue
        expect(share * right).toBeCloseTo(100, 1)
        expect(share * right + wrongShare(wrong) * wrong).toBeLessThan(0.01)
        expect(moodleShares).toContain(-wrongShare(wrong))
      }
  })

  test.each([11, 12])('that are %i are left out and told: Moodle would end its import', (count) => {
    for (const write of [writeMoodleXml, writeGift]) {
      const { text, losses } = write(bankOf(multiple(count, 2)))
      expect(losses).toEqual([{ question: 'several', loss: 'manyRight', detail: String(count) }])
      expect(text).not.toContain('Which?')
    }
  })
})

describe('a text that would end Moodle’s import', () => {
  const pairs = (right: string) =>
    ['a', 'b', 'c'].map((left) => ({ left, right: `${left}${right}`, reason: 'Why.' }))
  const match = (right: string): BankQuestion => ({
    id: 'm',
    type: 'match',
    see: 's',
    prompt: 'Which?',
    hints: [],
    pairs: pairs(right),
  })

  test.each<[string, BankQuestion, BankQuestion, string]>([
    [
      'a right side over 255 characters',
      match('🌾'.repeat(254)),
      match('🌾'.repeat(255)),
      'longRightSide',
    ],
    [
      'an id over 100 characters',
      { ...multiple(2, 2), id: 'a'.repeat(100) },
      { ...multiple(2, 2), id: 'a'.repeat(101) },
      'longId',
    ],
  ])('is left out and told: %s', (_, longest, tooLong, loss) => {
    for (const write of [writeMoodleXml, writeGift]) {
      expect(write(bankOf(longest)).text).toContain('Which?')
      const { text, losses } = write(bankOf(tooLong))
      expect([text.includes('Which?'), losses.map((one) => one.loss)]).toEqual([false, [loss]])
    }
  })
})

describe('a question to think about', () => {
  const reflection: BankQuestion = {
    id: 'r',
    type: 'reflection',
    see: 's',
    prompt: 'What would you do?',
    hints: ['Ask.', 'Wait.'],
    model: 'I ask.',
    points: ['You ask.'],
  }

  test('is worth no mark in XML and keeps its hints, below its text', () => {
    const { text, losses } = writeMoodleXml(bankOf(reflection))
    const [essay] = questionsIn(text)
    expect([
      Number(named(essay as Element, 'defaultgrade')[0]?.text),
      named(essay as Element, 'hint'),
    ]).toEqual([0, []])
    expect(text).toContain('cirkel-hint')
    expect(losses.map(({ loss }) => loss)).toEqual(['hintsBelow'])
    expect(readMoodleXml(text)).toMatchObject({
      bank: { questions: [{ hints: ['Ask.', 'Wait.'] }], losses: [] },
    })
  })

  test('is told to be worth one in GIFT', () => {
    expect(writeGift(bankOf(reflection)).losses.map(({ loss }) => loss)).toEqual([
      'hints',
      'essayMark',
    ])
  })
})

test('the reasons of an order’s items stand under it, where Moodle keeps them', () => {
  const items = ['One', 'Two', 'Three'].map((text) => ({ text, reason: `Why ${text}.` }))
  const { text, losses } = writeMoodleXml(
    bankOf({ id: 'o', type: 'order', see: 's', prompt: 'Order.', hints: [], items }),
  )
  const [ordering] = questionsIn(text)
  expect(textIn(named(ordering as Element, 'generalfeedback')[0] as Element)).toContain('Why One.')
  expect(losses.map(({ loss }) => loss)).toEqual(['reasonsTogether'])
})

test('the number of a character is no character in Moodle’s GIFT', () => {
  const question: BankQuestion = { ...multiple(1, 2), prompt: 'What is &#65; & <b>?' }
  const { text } = writeGift(bankOf(question))
  expect(text).toContain('[html]What is &amp;\\#65; &amp; &lt;b&gt;?')
})
