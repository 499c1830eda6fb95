import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyAnswer, anyQuestion } from '../../../tests/factories/test-questions.ts'
import type { QuizState } from '../../quizzes/chapter-quiz/quiz-state.ts'
import type { Question, Response } from '../../quizzes/types/question-type.ts'
import { parseQuestion, typeOf } from '../../quizzes/types/question-types.ts'
import { maxKept, readAnswers, standingOf, writeAnswers } from './kept-answers.ts'

const anyAnswered = fc
  .oneof(...Object.values(anyQuestion))
  .chain((written) => anyAnswer(written).map((chosen) => ({ written, chosen })))

const anyChapter = fc.array(anyAnswered, { maxLength: 12 }).map((all) => {
  const answered = all.map(({ written, chosen }, i) => {
    const question = parseQuestion({ ...written, id: `first.q${i}` })
    return { question, chosen }
  })
  return { questions: answered.map(({ question }) => question), state: gradedState(answered) }
})

function gradedState(answered: { question: Question; chosen: Response }[]): QuizState {
  return new Map(
    answered.map(({ question, chosen }) => [
      question.id,
      { kind: 'graded', chosen, grade: typeOf(question).grade(question, chosen) },
    ]),
  )
}

const isTold = (question: Question) => !typeOf(question).isPrivate

describe('the answers that a platform keeps', () => {
  test('come back as they were, without what was written for oneself', () => {
    fc.assert(
      fc.property(anyChapter, ({ questions, state }) => {
        const told = new Map(
          [...state].filter(([id]) => questions.some((q) => q.id === id && isTold(q))),
        )
        expect(readAnswers(questions, writeAnswers(questions, state, 1e6))).toEqual(told)
      }),
    )
  })

  test('fit, in letters that every platform knows, and what is left comes back whole', () => {
    fc.assert(
      fc.property(anyChapter, fc.integer({ min: 2, max: maxKept }), ({ questions, state }, max) => {
        const text = writeAnswers(questions, state, max)
        expect(text.length).toBeLessThanOrEqual(max)
        expect(text).toMatch(/^[ -~]*$/)
        for (const [id, one] of readAnswers(questions, text)) expect(one).toEqual(state.get(id))
      }),
    )
  })

  test('are left out where they are damaged, or no longer fit their question', () => {
    fc.assert(
      fc.property(anyChapter, fc.string(), fc.nat(), ({ questions, state }, noise, at) => {
        const text = writeAnswers(questions, state)
        const damaged = text.slice(0, at % (text.length + 1)) + noise
        for (const [id, one] of readAnswers(questions, damaged)) {
          expect(one.kind).toBe('graded')
          expect(questions.some((question) => question.id === id)).toBe(true)
        }
      }),
    )
    expect(readAnswers([], '[["first.alone",[["","may"]]]]')).toEqual(new Map())
  })
})

describe('how far a learner has come in a chapter', () => {
  test('is the share that is right, and whole once everything told is answered', () => {
    fc.assert(
      fc.property(anyChapter, ({ questions, state }) => {
        const told = questions.filter(isTold)
        const standing = standingOf(questions, state)
        expect(standing.isComplete).toBe(true)
        const right = told.filter(({ id }) => {
          const one = state.get(id)
          return one?.kind === 'graded' && one.grade.isRight
        }).length
        expect(standing.score).toBe(
          told.length === 0 ? 100 : Math.round((right / told.length) * 100),
        )
        const [first] = told
        if (!first) return
        const fewer = new Map([...state].filter(([id]) => id !== first.id))
        expect(standingOf(questions, fewer).isComplete).toBe(false)
      }),
    )
  })
})
