import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { largestFile, type ReadBank } from './bank.ts'
import { readGift } from './gift-reader.ts'

function read(file: string): ReadBank {
  const found = readGift(file)
  if (found.kind === 'unreadable') throw new Error(found.why.message)
  return found.bank
}

const sample = read(readFileSync('tests/question-banks/every-construct.gift', 'utf8'))
const question = (id: string) => sample.questions.find((one) => one.id === id)
const lost = (id: string) =>
  sample.losses
    .filter((one) => one.question === id)
    .map(({ loss, detail }) => (detail ? `${loss} ${detail}` : loss))

describe('a bank in GIFT', () => {
  test('gives a question with one answer, with what was said of each option', () => {
    expect(question('quorum')).toEqual({
      id: 'quorum',
      type: 'single',
      see: '',
      prompt: 'How many of nine members make a quorum of a third?',
      hints: [],
      line: 6,
      options: [
        { text: 'Two', reason: 'Two is less than a third of nine.', isCorrect: false },
        { text: 'Three', reason: 'Nine divided by three is three.', isCorrect: true },
        { text: 'Four', reason: 'More than needed.', isCorrect: false },
      ],
    })
    expect(lost('quorum')).toEqual(['tags meetings', 'partialCredit Four'])
  })

  test('gives a question with several answers', () => {
    expect(question('which-two-are-counted')).toMatchObject({
      type: 'multiple',
      options: [
        { text: 'Members', isCorrect: true },
        { text: 'Deputies', isCorrect: true },
        { text: 'Guests', isCorrect: false },
      ],
    })
  })

  test('tells what is said of a wrong answer from what is said of a right one', () => {
    expect(question('minutes-are-written-at')).toMatchObject({
      type: 'true-false',
      isTrue: true,
      ifTrue: 'Memory fades.',
      ifFalse: 'They are.',
    })
    expect(question('the-chair-may-vote')).toMatchObject({ isTrue: false, ifTrue: '', ifFalse: '' })
  })

  test('gives words to be written, pairs, things in order and something to think about', () => {
    expect(question('who-writes-the-minutes')).toMatchObject({
      type: 'fill-in',
      gaps: [{ accepted: ['the secretary', 'secretary'], reason: 'The secretary does.' }],
    })
    expect(question('two-and-two-are')).toMatchObject({
      prompt: 'Two and two are _____.',
      gaps: [{ sentence: '___', accepted: ['four', '4'] }],
    })
    expect(question('who-does-what')).toMatchObject({
      type: 'match',
      pairs: [{ left: 'Chair' }, { right: 'writes = notes' }, {}],
    })
    expect(question('ordering')).toMatchObject({
      type: 'order',
      items: [{ text: 'Open' }, { text: 'Vote' }, { text: 'Close' }],
    })
    expect(question('what-would-you-do')).toMatchObject({
      type: 'reflection',
      model: '',
      points: [],
    })
    expect(question('how-many-are-nine')).toMatchObject({
      type: 'fill-in',
      gaps: [{ accepted: ['10'] }],
    })
    expect(question('a-meeting-begins-with')).toMatchObject({
      prompt: 'A meeting begins with _____ on the table.',
    })
  })

  test('gives its own signs back as they are meant', () => {
    expect(question('escapes')).toMatchObject({
      options: [{ text: '{a} ~ = # : \\', reason: 'Yes: these.' }, {}],
    })
  })

  test('gives the words of HTML and Markdown, and says that the rest is gone', () => {
    expect(question('which-word-is-bold')).toMatchObject({
      prompt: 'Which word is bold? é',
      options: [{ text: 'it' }, { text: 'this' }],
    })
    expect(lost('which-word-is-bold').sort()).toEqual(['formatting', 'pictures'])
    expect(question('which-word-is-bold-2')).toMatchObject({
      prompt: 'Which word is bold?',
      options: [{ text: 'this' }, { text: 'that' }],
    })
  })

  test('says of each thing that is left out what it was, and where', () => {
    expect(lost('who-does-what')).toEqual(['generalFeedback Each has a task.'])
    expect(lost('how-long-is-a')).toEqual([
      'tolerance 5',
      'noRightAnswer',
      'tolerance 60–90',
      'noRightAnswer',
    ])
    expect(lost('read-the-notice-before')).toEqual([
      'description Read the notice before you go on.',
    ])
    expect(lost('either-will-do')).toEqual(['eitherRight tea, coffee'])
    expect(lost('any-letters')).toEqual(['wildcard qu*rum', 'noRightAnswer'])
  })

  test('is read on after a question that is broken, which is told with its line', () => {
    expect(sample.losses.filter(({ loss }) => loss === 'unreadable')).toEqual([
      { question: '', loss: 'unreadable', line: 68, detail: '68' },
    ])
    expect(sample.questions.at(-1)).toMatchObject({ id: 'the-last-one-is', type: 'true-false' })
  })

  test('that is too large is refused', () => {
    expect(readGift('x'.repeat(largestFile + 1))).toMatchObject({
      kind: 'unreadable',
      why: { message: 'questions:fileTooLarge' },
    })
  })
})
