import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyBank, anyBankQuestion } from '../../../tests/factories/test-bank.ts'
import type { Bank, BankQuestion, Gap, Read, WrittenBank } from './bank.ts'
import { readGift } from './gift-reader.ts'
import { writeGift } from './gift-writer.ts'
import { readMoodleXml } from './moodle-xml-reader.ts'
import { writeMoodleXml } from './moodle-xml-writer.ts'

const questionsOf = (bank: Bank) => bank.categories.flatMap(({ questions }) => questions)

function readBack(
  write: (bank: Bank) => WrittenBank,
  read: (file: string) => Read,
  bank: Bank,
): BankQuestion[] {
  const back = read(write(bank).text)
  if (back.kind === 'unreadable') throw new Error(JSON.stringify(back.why))
  expect(back.bank.losses).toEqual([])
  return back.bank.questions.map(({ line: _, ...question }) => question as BankQuestion)
}

const mapTexts = (value: unknown, change: (text: string) => string): unknown =>
  JSON.parse(JSON.stringify(value), (_, one) => (typeof one === 'string' ? change(one) : one))

const hasSeveralGaps = (question: BankQuestion) =>
  question.type === 'fill-in' && question.gaps.length > 1

/** A question as GIFT can hold it: what the writer reports is another, or gone. */
function asGiftHolds(question: BankQuestion): BankQuestion[] {
  if (hasSeveralGaps(question)) return []
  const noArrow = (text: string) => text.replaceAll('->', '→')
  const held = mapTexts({ ...question, hints: [] }, (text) =>
    text.replace(/&&(?=\d{3};|010)/g, '&& '),
  ) as BankQuestion
  if (held.type === 'match')
    return [{ ...held, pairs: held.pairs.map((pair) => ({ ...pair, left: noArrow(pair.left) })) }]
  if (held.type !== 'fill-in') return [held]
  return [
    {
      ...held,
      gaps: held.gaps.map(({ sentence, ...rest }) => ({
        ...(mapTexts({ sentence: '', ...rest }, noArrow) as Gap),
        sentence,
      })),
    },
  ]
}

describe.each(Object.entries(anyBankQuestion))('a question of the type %s', (_, anyQuestion) => {
  const alone = (question: BankQuestion): Bank => ({
    title: 'Course',
    categories: [{ title: 'Chapter', questions: [question] }],
  })

  test('is the same after Moodle XML', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        expect(readBack(writeMoodleXml, readMoodleXml, alone(question))).toEqual([question])
      }),
    )
  })

  test('is the same after GIFT, but for what was reported', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        expect(readBack(writeGift, readGift, alone(question))).toEqual(asGiftHolds(question))
        const losses = writeGift(alone(question)).losses.map(({ loss }) => loss)
        const isSame = JSON.stringify(asGiftHolds(question)) === JSON.stringify([question])
        if (!isSame) expect(losses.length).toBeGreaterThan(0)
        expect(losses.includes('severalGaps')).toBe(hasSeveralGaps(question))
      }),
    )
  })
})

describe('a whole course', () => {
  test('comes back in the same order from both formats, whatever its chapters are called', () => {
    fc.assert(
      fc.property(anyBank, (bank) => {
        expect(readBack(writeMoodleXml, readMoodleXml, bank)).toEqual(questionsOf(bank))
        expect(readBack(writeGift, readGift, bank)).toEqual(questionsOf(bank).flatMap(asGiftHolds))
      }),
      { numRuns: 60 },
    )
  })
})
