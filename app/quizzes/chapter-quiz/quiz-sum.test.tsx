import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { rightAnswer } from '../../../tests/factories/test-questions.ts'
import { i18nFor } from '../../i18n/i18n.ts'
import { languages } from '../../i18n/languages.ts'
import type { Grade, Question } from '../types/question-type.ts'
import { parseQuestion, typeOf } from '../types/question-types.ts'
import { QuizEnd } from './quiz-end.tsx'
import type { QuestionState } from './quiz-state.ts'
import { quizSum } from './quiz-sum.ts'

const course = await loadGoodCourse()
const written = course.chapters[0]!.texts.get('en')!.questions
const questions = written.map(parseQuestion)
const [first, second] = questions as [Question, Question]

function graded(id: string, isRight: boolean): [string, QuestionState] {
  const question = questions.find((one) => one.id === id)!
  const chosen = rightAnswer(written.find((one) => one.id === id)!)
  const grade: Grade = { ...typeOf(question).grade(question, chosen), isRight }
  return [id, { kind: 'graded', chosen, grade }]
}
const allWith = (wrong: string[]) =>
  new Map(questions.map(({ id }) => graded(id, !wrong.includes(id))))

const nextChapter = { number: 2, title: 'Second', address: '/en/courses/tiny/second?country=ZA' }

function endOf(state: Map<string, QuestionState>, next: typeof nextChapter | null = nextChapter) {
  const view = {
    questions,
    state,
    address: '/x',
    isKept: false,
    signInAt: null,
    translations: [],
    placeOf: ({ see }: Question) => ({ address: `#${see}`, title: `Title of ${see}` }),
    next,
    courseCheck: next ? null : '/en/courses/tiny/check',
  }
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(languages[0]!)}>
      <QuizEnd view={view} />
    </I18nextProvider>,
  )
}

describe('the sum of a self-check', () => {
  test('is nothing before an answer, and names the next chapter all the same', () => {
    expect(quizSum(questions, new Map())).toBeNull()
    expect(endOf(new Map())).toMatch(/^<div[^>]*><p class="when-asked"[^>]*>Nothing is/)
    expect(endOf(new Map())).toContain('href="/en/courses/tiny/second?country=ZA">')
  })

  test('leads to the check of the whole course where no chapter comes after', () => {
    expect(endOf(new Map(), null)).toContain(
      '<a href="/en/courses/tiny/check">Next: the check of the whole course</a>',
    )
    expect(endOf(new Map())).not.toContain('/check"')
  })

  test('counts what is right, what is wrong and what is left', () => {
    expect(quizSum(questions, new Map([graded(first.id, true)]))).toEqual({
      right: 1,
      of: questions.length,
      wrong: [],
      left: questions.length - 1,
    })
    const sum = quizSum(questions, allWith([first.id, second.id]))
    expect(sum).toMatchObject({ right: questions.length - 2, left: 0 })
    expect(sum?.wrong.map(({ id }) => id)).toEqual([first.id, second.id])
  })

  test('counts an answer to a question that has changed as none', () => {
    const state = new Map<string, QuestionState>([
      graded(first.id, true),
      [second.id, { kind: 'changed' }],
    ])
    expect(quizSum(questions, state)).toMatchObject({ right: 1, left: questions.length - 1 })
  })

  test('leads to what to read again, each place once', () => {
    const html = endOf(allWith(questions.map(({ id }) => id)))
    const places = [...new Set(questions.map(({ see }) => `#${see}`))]
    expect([...html.matchAll(/href="(#[^"]*)"/g)].map(([, place]) => place)).toEqual(places)
    expect(html).toContain(`0 of ${questions.length} questions right.`)
    expect(html).toContain(`${questions.length} to look at again:`)
    expect(endOf(allWith([first.id]))).toContain('One to look at again:')
  })

  test('says when all is right, and then sends nobody back', () => {
    const html = endOf(allWith([]))
    expect(html).toContain(`All ${questions.length} questions are right.`)
    expect(html).not.toContain('href="#')
  })

  test('leaves out what is written for oneself', () => {
    const own = { ...first, type: 'reflection' } as Question
    expect(quizSum([own, second], new Map([graded(second.id, true)]))).toMatchObject({
      of: 1,
      left: 0,
    })
  })
})
