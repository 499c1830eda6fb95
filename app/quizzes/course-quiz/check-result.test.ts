import { expect, test } from 'vitest'
import type { CrossChapterQuizView } from '../cross-chapter/cross-chapter-quiz.tsx'
import { checkResult } from './check-result.ts'

const parts = [
  { id: 'ideas', chapters: [] },
  { id: 'running', chapters: [] },
  { id: 'unasked', chapters: [] },
]
const question = (id: string, part: string) => ({ question: { id }, chapter: { part } })
const graded = (isRight: boolean) => ({ kind: 'graded', grade: { isRight } })

/** A check with questions in two parts, of which some are answered. */
const check = (state: Record<string, unknown>) =>
  ({
    questions: [question('a', 'ideas'), question('b', 'running'), question('c', 'running')],
    state: new Map(Object.entries(state)),
  }) as unknown as CrossChapterQuizView

test('a check is counted in all and by part, and a part that it does not ask about is left out', () => {
  const state = { a: graded(false), b: graded(true), c: graded(true) }
  expect(checkResult({ parts }, check(state))).toEqual({
    ...{ right: 2, answered: 3, of: 3 },
    parts: [
      { id: 'ideas', right: 0, answered: 1, of: 1 },
      { id: 'running', right: 2, answered: 2, of: 2 },
    ],
  })
})

test('what was begun, or has changed since, counts as not answered', () => {
  const state = { a: { kind: 'changed' }, b: { kind: 'open', chosen: {} } }
  expect(checkResult({ parts }, check(state))).toMatchObject({ right: 0, answered: 0, of: 3 })
})
