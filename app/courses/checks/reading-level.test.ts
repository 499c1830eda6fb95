import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeReading, lix, measureReading } from './reading-level.ts'

const sentence = (text: string, line = 1) => ({ text, line, place: 'text' as const })

test('LIX is words a sentence and the percentage of long words', () => {
  // 8 words, 2 sentences, 2 words of more than six letters.
  expect(
    lix([
      ['The', 'members', 'meet', 'here'],
      ['A', 'meeting', 'may', 'end'],
    ]),
  ).toBe(4 + 25)
  expect(lix([['letter'], ['letters']])).toBe(1 + 50)
  expect(lix([])).toBe(0)
})

describe('for every text, LIX', () => {
  const texts = fc.array(fc.array(fc.stringMatching(/^[a-zåäö]{1,12}$/), { minLength: 1 }), {
    minLength: 1,
  })
  const average = (sentences: string[][]) => sentences.flat().length / sentences.length

  test('lies between the average sentence and a hundred more', () => {
    fc.assert(
      fc.property(texts, (sentences) => {
        expect(lix(sentences)).toBeGreaterThanOrEqual(average(sentences))
        expect(lix(sentences)).toBeLessThanOrEqual(average(sentences) + 100)
      }),
    )
  })

  test('is the same for the text twice, and in any order', () => {
    fc.assert(
      fc.property(texts, (sentences) => {
        expect(lix([...sentences, ...sentences])).toBeCloseTo(lix(sentences))
        expect(lix(sentences.map((words) => [...words].reverse()).reverse())).toBeCloseTo(
          lix(sentences),
        )
      }),
    )
  })

  test('rises with a longer word, and with two sentences in one', () => {
    fc.assert(
      fc.property(texts, ([first = [], ...rest]) => {
        const [word = '', ...words] = first
        const short = lix([[word.slice(0, 6), ...words], ...rest])
        expect(lix([['membership', ...words], ...rest])).toBeGreaterThan(short)
        expect(lix([[...first, ...rest.flat()]])).toBeGreaterThanOrEqual(lix([first, ...rest]))
      }),
    )
  })
})

test('a text is measured with the line of its longest sentence; what has no word is no sentence', () => {
  expect(
    measureReading(
      [sentence('We meet.', 3), sentence('The members decide here.', 7), sentence('…', 9)],
      'en',
    ),
  ).toEqual({
    words: 6,
    sentences: 2,
    average: 3,
    longest: { words: 4, line: 7 },
    lix: 3 + 100 / 6,
  })
  expect(measureReading([], 'en')).toMatchObject({ words: 0, average: 0, lix: 0 })
})

test('an editor reads a line for each chapter and language; LIX only where it says something', () => {
  const reading = measureReading([sentence('We meet.', 3)], 'en')
  const texts = new Map([
    ['en', { reading }],
    ['my', { reading }],
  ])
  expect(describeReading({ chapters: [{ number: 5, slug: 'the-branch', texts }] })).toBe(
    [
      '05-the-branch  en  2 words  1 sentences  2.0 on average  2 the longest (line 3)  LIX 2',
      '05-the-branch  my  2 words  1 sentences  2.0 on average  2 the longest (line 3)',
    ].join('\n'),
  )
  expect(describeReading({ chapters: [] })).toBe('')
})
