import { describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { typeOf } from '../types/question-types.ts'
import { questionsOf } from './chapter-questions.ts'
import { stateFromAttempts } from './stored-state.ts'

const course = await loadGoodCourse()
const chapter = course.chapters[0]!
const questions = questionsOf(chapter, 'en', course.source)
const isRight = (id: string, chosen: Record<string, string>) => {
  const question = questions.find((one) => one.id === id)
  return question !== undefined && typeOf(question).grade(question, chosen).isRight
}
const attempt = (
  question: string,
  chosen: Record<string, string>,
  questionHash = chapter.questionHashes.get(question)!,
) => ({
  question,
  questionHash,
  answer: JSON.stringify(chosen),
  isRight: isRight(question, chosen),
})
const stateOf = (attempts: ReturnType<typeof attempt>[], lang = 'en') =>
  stateFromAttempts(chapter, questionsOf(chapter, lang, course.source), attempts)

describe('a learner who comes back to the questions', () => {
  test('sees the latest answer to each, graded', () => {
    const state = stateOf([
      attempt('alone', { 'may-not': 'yes' }),
      attempt('any-day', { false: 'yes' }),
      attempt('alone', { may: 'yes' }),
    ])
    expect(state.get('alone')).toMatchObject({
      kind: 'graded',
      chosen: { may: 'yes' },
      grade: { isRight: false },
    })
    expect(state.get('any-day')).toMatchObject({ kind: 'graded', grade: { isRight: true } })
    expect(state.has('in-order')).toBe(false)
  })

  test('sees the same in another language', () => {
    const attempts = [
      attempt('alone', { may: 'yes' }),
      attempt('who-does', { chair: 'chair', secretary: 'treasurer', treasurer: 'secretary' }),
    ]
    expect([...stateOf(attempts, 'sv')]).toEqual([...stateOf(attempts, 'en')])
  })

  test('is told that a question has changed, and the old answer is not graded by the new key', () => {
    expect(stateOf([attempt('alone', { 'may-not': 'yes' }, 'older')]).get('alone')).toEqual({
      kind: 'changed',
    })
    expect(
      stateOf([attempt('alone', { 'an-option-that-is-gone': 'yes' }, 'older')]).get('alone'),
    ).toEqual({ kind: 'changed' })
  })

  test('is told the same where the answer would come out otherwise by now: what was wrong does not turn right by itself', () => {
    const wasWrong = { ...attempt('alone', { 'may-not': 'yes' }), isRight: false }
    expect(stateOf([wasWrong]).get('alone')).toEqual({ kind: 'changed' })
    const wasRight = { ...attempt('alone', { may: 'yes' }), isRight: true }
    expect(stateOf([wasRight]).get('alone')).toEqual({ kind: 'changed' })
  })

  test('answers a changed question again, and sees that answer', () => {
    expect(
      stateOf([
        attempt('alone', { may: 'yes' }, 'older'),
        attempt('alone', { 'may-not': 'yes' }),
      ]).get('alone'),
    ).toMatchObject({
      kind: 'graded',
      grade: { isRight: true },
    })
  })

  test('does not see a question that is gone', () => {
    expect(stateOf([attempt('gone', {}, 'older')]).size).toBe(0)
  })
})
