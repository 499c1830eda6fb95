import { describe, expect, test } from 'vitest'
import type { Verdict } from '../types/question-type.ts'
import { countAnswers, type FirstAnswer, type NewAnswer } from './count-answers.ts'

const wording = (question: string, version = 1) => ({
  question,
  questionHash: `${question}${version}`,
})
const check = ['a', 'b', 'c'].map((question) => wording(question))
const newAnswer = (
  question: string,
  isRight: boolean,
  { times = 1, version = 1 } = {},
): FirstAnswer => ({
  ...wording(question, version),
  isRight,
  times,
})
const fresh = (
  question: string,
  verdicts: Record<string, Verdict>,
  { isSure = false, version = 1 } = {},
): NewAnswer => {
  const isRight = Object.values(verdicts).every(
    (verdict) => verdict === 'right' || verdict === 'left',
  )
  return {
    ...wording(question, version),
    grade: { isRight, share: isRight ? 1 : 0, verdicts },
    isSure,
  }
}

describe('an answer', () => {
  test('counts the question and what was chosen, not what was left', () => {
    expect(
      countAnswers(
        check,
        [newAnswer('a', false)],
        [fresh('a', { x: 'wrong', y: 'missed', z: 'left' })],
      ),
    ).toMatchObject([
      {
        question: 'a',
        questionHash: 'a1',
        part: '',
        answered: 1,
        right: 0,
        sureWrong: 0,
        checks: 0,
      },
      { question: 'a', questionHash: 'a1', part: 'x', answered: 1, right: 0 },
    ])
  })

  test('counts as sure and wrong only where it is both', () => {
    const sureWrong = (verdict: Verdict, isSure: boolean) =>
      countAnswers(
        check,
        [newAnswer('a', verdict === 'right')],
        [fresh('a', { x: verdict }, { isSure })],
      )[0]?.sureWrong
    expect([sureWrong('wrong', true), sureWrong('wrong', false), sureWrong('right', true)]).toEqual(
      [1, 0, 0],
    )
  })

  test('counts the first time alone', () => {
    expect(
      countAnswers(check, [newAnswer('a', false, { times: 2 })], [fresh('a', { x: 'right' })]),
    ).toEqual([])
  })

  test('to a question that is not counted, such as a reflection, adds nothing', () => {
    expect(
      countAnswers(check, [newAnswer('thoughts', true)], [fresh('thoughts', { x: 'right' })]),
    ).toEqual([])
  })
})

describe('the answer that completes a check', () => {
  const before = [newAnswer('a', true), newAnswer('b', false)]
  const checksIn = (counts: ReturnType<typeof countAnswers>) =>
    counts
      .filter(({ checks }) => checks === 1)
      .map(({ question, questionHash, checksRight, rest }) => [
        question,
        questionHash,
        checksRight,
        rest,
      ])

  test('sets each question beside the rest', () => {
    const counted = countAnswers(
      check,
      [...before, newAnswer('c', true)],
      [fresh('c', { x: 'right' })],
    )
    expect(checksIn(counted)).toEqual([
      ['a', 'a1', 1, 0.5],
      ['b', 'b1', 0, 1],
      ['c', 'c1', 1, 0.5],
    ])
    expect(counted.find(({ question, checks }) => question === 'c' && checks === 1)).toMatchObject({
      restSquared: 0.25,
      restRight: 0.5,
    })
  })

  test('does so when all are answered at once, and not while one is missing', () => {
    const all = [fresh('a', { x: 'right' }), fresh('b', { x: 'wrong' }), fresh('c', { x: 'right' })]
    expect(checksIn(countAnswers(check, [...before, newAnswer('c', true)], all))).toHaveLength(3)
    expect(checksIn(countAnswers(check, before, all.slice(0, 2)))).toEqual([])
  })

  test('does so once: where only a new wording was missing, that one alone is set beside the rest', () => {
    const changed = [wording('a'), wording('b'), wording('c', 2)]
    const answers = [...before, newAnswer('c', true), newAnswer('c', false, { version: 2 })]
    expect(
      checksIn(countAnswers(changed, answers, [fresh('c', { x: 'wrong' }, { version: 2 })])),
    ).toEqual([['c', 'c2', 0, 0.5]])
  })

  test('says nothing of a check of one question', () => {
    expect(
      checksIn(countAnswers([wording('a')], [newAnswer('a', true)], [fresh('a', { x: 'right' })])),
    ).toEqual([])
  })
})
