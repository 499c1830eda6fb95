import { describe, expect, test } from 'vitest'
import type { WrittenQuestion } from '../model/chapter.ts'
import { checkTranslation } from './check-translation.ts'

type TranslationInput = Parameters<typeof checkTranslation>[1]

const part = (id: string, isCorrect = false) => ({
  kind: 'Option',
  attributes: { id, ...(isCorrect ? { correct: true as const } : {}) },
  text: id,
  line: 1,
})
const single: WrittenQuestion = {
  id: 'which',
  type: 'single',
  see: 'one',
  prompt: '?',
  parts: [part('a', true), part('b')],
  line: 20,
}
const order: WrittenQuestion = {
  id: 'steps',
  type: 'order',
  see: 'one',
  prompt: '?',
  parts: [part('a'), part('b'), part('c')],
  line: 30,
}

const step = (id: string, ...ways: string[]) => ({
  kind: 'Step',
  attributes: { id },
  text: id,
  line: 1,
  parts: ways.map((to) => ({ kind: 'Choice', attributes: { to }, text: to, line: 1 })),
})
const end = (id: string, isGood = false) => ({
  kind: 'End',
  attributes: { id, ...(isGood ? { good: true as const } : {}) },
  text: id,
  line: 1,
})
const story: WrittenQuestion = {
  id: 'story',
  type: 'scenario',
  see: 'one',
  prompt: '?',
  parts: [step('kitchen', 'rain', 'sun'), end('rain', true), end('sun')],
  line: 40,
}

const source: TranslationInput = {
  sections: [{ id: 'one', title: 'One', depth: 2 }],
  paragraphs: [{ id: 'half', section: 'one' }],
  questions: [single, order, story],
  comments: [{ id: 'za', country: 'ZA', about: 'x', source: 'book', checked: '2026-11' }],
  sources: [{ id: 'book', title: 'T', publisher: 'P', year: '2020', access: 'free', note: '' }],
  terms: ['quorum'],
  illustrations: new Map([['a.svg', { alt: '', caption: null, svg: '' }]]),
  version: 2,
}
const problemsOf = (change: Partial<TranslationInput>) =>
  checkTranslation('sv.mdx', { ...source, ...change }, source).map(
    ({ line, message }) => `${line}: ${message}`,
  )

test('a translation that says the same has no problem, and may follow an earlier version', () => {
  expect(problemsOf({})).toEqual([])
  expect(problemsOf({ version: 1, sections: [{ id: 'one', title: 'Ett', depth: 2 }] })).toEqual([])
})

test('a comment was checked, and its source read, no later and no further than the source says', () => {
  const [comment] = source.comments
  const [book] = source.sources
  expect(problemsOf({ comments: [{ ...comment!, checked: '2026-10' }] })).toEqual([
    '1: Comment "za" was last checked in 2026-10 here and in 2026-11 in the source.',
  ])
  expect(problemsOf({ sources: [{ ...book!, read: 'whole' }] })).toEqual([
    '1: "read" of "book" is whole here and left out in the source.',
  ])
  expect(problemsOf({ sources: [{ ...book!, isTitledByEditors: true }] })).toEqual([
    '1: "titled" of "book" must be the same here and in the source.',
  ])
})

test('a translator may list the options in another order, but not the steps of an order', () => {
  expect(
    problemsOf({ questions: [{ ...single, parts: [part('b'), part('a', true)] }, order, story] }),
  ).toEqual([])
  expect(
    problemsOf({
      questions: [single, { ...order, parts: [part('b'), part('a'), part('c')] }, story],
    }),
  ).toEqual([
    '30: Question "steps" has the answers "b", "a", "c" here and "a", "b", "c" in the source.',
  ])
})

describe('a translator is told', () => {
  test.each<[string, Partial<TranslationInput>, string[]]>([
    ['what is missing', { terms: [] }, ['1: The translation lacks the term "quorum".']],
    [
      'which pictures are missing',
      { illustrations: new Map() },
      ['1: The translation lacks the picture "a.svg".'],
    ],
    [
      'which paragraph is missing',
      { paragraphs: [] },
      ['1: The translation lacks the paragraph "half".'],
    ],
    [
      'which question is missing',
      { questions: [single, story] },
      ['1: The translation lacks the question "steps".'],
    ],
    [
      'which heading is called otherwise',
      { sections: [{ id: 'ett', title: 'Ett', depth: 2 }] },
      [
        '1: The translation lacks the heading "one".',
        '1: The translation has the heading "ett", which the source lacks.',
      ],
    ],
    [
      'which source is too many',
      { sources: [...source.sources, { ...source.sources[0]!, id: 'film' }] },
      ['1: The translation has the source "film", which the source lacks.'],
    ],
    ['which comment is missing', { comments: [] }, ['1: The translation lacks the comment "za".']],
    [
      'that a comment moved to another country',
      { comments: [{ ...source.comments[0]!, country: 'ZM' }] },
      ['1: Comment "za" is about ZM here and ZA in the source.'],
    ],
    [
      'that a question changed its type',
      { questions: [{ ...single, type: 'multiple' }, order, story] },
      ['20: Question "which" is multiple here and single in the source.'],
    ],
    [
      'that a question leads elsewhere',
      { questions: [{ ...single, see: 'two' }, order, story] },
      ['20: Question "which" leads to "two" here and to "one" in the source.'],
    ],
    [
      'that another option is right',
      { questions: [{ ...single, parts: [part('a'), part('b', true)] }, order, story] },
      [
        '20: Question "which" has the answers "a", "b (correct)" here and "a (correct)", "b" in the source.',
      ],
    ],
    [
      'that a choice leads elsewhere',
      {
        questions: [
          single,
          order,
          { ...story, parts: [step('kitchen', 'rain', 'sun'), end('rain'), end('sun', true)] },
        ],
      },
      [
        '40: Question "story" has the answers "kitchen > rain, sun", "rain", ' +
          '"sun (good)" here and "kitchen > rain, sun", "rain (good)", "sun" in the source.',
      ],
    ],
    [
      'that the source has not come so far',
      { version: 3 },
      ['1: The translation follows version 3; the source has only come to 2.'],
    ],
  ])('%s', (_, change, problems) => {
    expect(problemsOf(change)).toEqual(problems)
  })
})
