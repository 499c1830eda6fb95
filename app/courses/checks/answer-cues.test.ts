import { describe, expect, test } from 'vitest'
import type { WrittenQuestion } from '../model/chapter.ts'
import { countLengths, describeAnswerCues, isRightLongest } from './answer-cues.ts'

/** A question whose first option is the right one. */
const question = (right: string, ...wrong: string[]): WrittenQuestion => ({
  id: 'q',
  type: 'single',
  see: 's',
  prompt: '?',
  parts: [right, ...wrong].map((text, i) => ({
    kind: 'Option',
    attributes: { id: text, ...(i === 0 ? { correct: true } : {}) },
    text,
    line: 1,
  })),
  line: 1,
})
const statement = (isTrue: boolean): WrittenQuestion => ({
  ...question(String(isTrue), String(!isTrue)),
  type: 'true-false',
})
const some = [
  question('longest', 'short', 'short'),
  question('a', 'longer', 'longer'),
  question('alike', 'alike', 'a'),
  question('b', 'b'),
]

describe('a question gives itself away', () => {
  test('if the right option is longer than all others', () => {
    expect(some.map(isRightLongest)).toEqual([true, false, false, false])
    expect(isRightLongest({ ...question('longest', 'short'), type: 'multiple' })).toBe(false)
  })
})

describe('the check tells an author', () => {
  test('how often length tells which option is right, beside how often it would by chance', () => {
    expect(countLengths([...some, { ...question('longest', 'short'), type: 'multiple' }])).toEqual({
      questions: 4,
      longest: 1,
      shortest: 1,
      byChance: 2,
    })
  })

  test('in a line for each language', () => {
    const questions = [...some, statement(true), statement(false)]
    const texts = (...langs: string[]) => ({
      texts: new Map(langs.map((lang) => [lang, { questions }])),
    })
    expect(describeAnswerCues({ chapters: [texts('en', 'sv'), texts('en')] }).split('\n')).toEqual([
      'en: the right option is the longest in 2 and the shortest in 2 of 8 single-choice ' +
        'questions; by chance it would be in 3. 2 of 4 statements are true.',
      'sv: the right option is the longest in 1 and the shortest in 1 of 4 single-choice ' +
        'questions; by chance it would be in 2. 1 of 2 statements are true.',
    ])
  })
})
