import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../tests/broken-courses/course.ts'
import type { WrittenQuestion } from '../courses/chapter.ts'
import { i18nFor } from '../i18n/i18n.ts'
import { languages, pseudoRtl } from '../i18n/languages.ts'
import { parseQuestion, typeOf } from './question-types.ts'
import { QuestionSheet, Quiz, QuizContext, type QuizView } from './quiz.tsx'
import type { QuestionState } from './quiz-state.ts'
import { rightAnswer } from './test-questions.ts'

const course = await loadGoodCourse()
const textIn = (lang: string) => course.chapters[0]!.texts.get(lang)!
const written = textIn('en').questions
const reasonsOf = (question: WrittenQuestion) => question.parts.map(({ attributes }) => String(attributes.reason))

function viewOf(state: Record<string, QuestionState>, isKept = false): QuizView {
  return {
    questions: written.map(parseQuestion),
    state: new Map(Object.entries(state)),
    address: '/en/courses/tiny/first',
    isKept,
    signInAt: null,
    translations: [],
    placeOf: ({ see }) => ({ address: `#${see}`, title: `Title of ${see}` }),
  }
}

function sheet(question: WrittenQuestion, state?: QuestionState, isKept = false, language = languages[0]!) {
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language)}>
      <QuestionSheet question={parseQuestion(question)} number={1} view={viewOf(state ? { [question.id]: state } : {}, isKept)} />
    </I18nextProvider>,
  )
}

function graded(question: WrittenQuestion, chosen = rightAnswer(question)): QuestionState {
  const parsed = parseQuestion(question)
  return { kind: 'graded', chosen, grade: typeOf(parsed).grade(parsed, chosen) }
}

/** The same question with other options right. */
function withRight(question: WrittenQuestion, right: string[]): WrittenQuestion {
  const parts = question.parts.map((part) => {
    const { correct: _, ...rest } = part.attributes
    return { ...part, attributes: right.includes(String(part.attributes.id)) ? { ...rest, correct: true as const } : rest }
  })
  return { ...question, parts }
}

describe.each(written.map((question) => [question.type, question] as const))('a question of the type %s', (type, question) => {
  test('shows nobody its reasons before they have answered', () => {
    for (const open of [undefined, { kind: 'open', chosen: rightAnswer(question) }, { kind: 'changed' }] as const) {
      for (const reason of reasonsOf(question)) expect(sheet(question, open)).not.toContain(reason)
      expect(sheet(question, open)).not.toMatch(/is-right|is-wrong|is-missed|class="mark"|correct/)
    }
  })

  test('shows every reason afterwards, to one who was right and to one who was not', () => {
    const ids = question.parts.map(({ attributes }) => String(attributes.id))
    const turned = Object.fromEntries(ids.map((id, i) => [id, ids[(i + 1) % ids.length] as string]))
    const wrong = { order: Object.fromEntries(ids.map((id, i) => [id, String(ids.length - i)])), match: turned }[type] ?? {
      [ids.find((id) => !(id in rightAnswer(question))) as string]: 'yes',
    }
    for (const [chosen, result] of [
      [rightAnswer(question), 'is-right'],
      [wrong, 'is-wrong'],
    ] as const) {
      const html = sheet(question, graded(question, chosen))
      for (const reason of reasonsOf(question)) expect(html).toContain(reason)
      expect(html).toContain(`class="result ${result}"`)
      expect(html).toContain(`<a href="#${question.see}">`)
      expect(html.match(/<(input|select)(?![^>]*type="hidden")[^>]*>/g)?.every((field) => field.includes('disabled'))).toBe(true)
    }
  })

  test('carries a guest’s answer in hidden fields that grade the same again, and a learner’s in none', () => {
    const hidden = [...sheet(question, graded(question)).matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name, value] as [string, string],
    )
    expect(hidden[0]).toEqual(['checked', question.id])
    const parsed = parseQuestion(question)
    expect(typeOf(parsed).read(parsed, new URLSearchParams(hidden.slice(1)))).toEqual({ kind: 'answer', chosen: rightAnswer(question) })
    expect(sheet(question, graded(question), true)).not.toContain('type="hidden"')
  })

  test('says what is wrong with words, not by colour alone', () => {
    const html = sheet(question, { kind: 'open', chosen: {}, problem: 'quizzes:chooseFirst' })
    expect(html).toContain('role="alert"')
    expect(html).toContain('Choose an answer first.')
    expect(sheet(question, { kind: 'changed' })).toContain('has changed since you answered it')
  })

  test('can be shown from right to left', () => {
    expect(sheet(question, graded(question), false, pseudoRtl)).toContain('[That is right.]')
  })
})

describe('a page of questions gives nothing away:', () => {
  const [alone, whoCame, anyDay, inOrder, whoDoes] = written as [
    WrittenQuestion,
    WrittenQuestion,
    WrittenQuestion,
    WrittenQuestion,
    WrittenQuestion,
  ]

  test('it is the same whichever option is right', () => {
    expect(sheet(withRight(alone, ['may']))).toBe(sheet(withRight(alone, ['may-not'])))
    expect(sheet(withRight(anyDay, ['true']))).toBe(sheet(withRight(anyDay, ['false'])))
    const several = [['members'], ['guests'], ['guests', 'members'], ['deputies']].map((right) => sheet(withRight(whoCame, right)))
    expect(new Set(several).size).toBe(1)
  })

  const shownOrder = (question: WrittenQuestion) => [...sheet(question).matchAll(/<select id="q\.[^."]+\.([^"]+)"/g)].map(([, id]) => id)

  test('things to put in order never stand in the right order', () => {
    const ids = inOrder.parts.map(({ attributes }) => attributes.id)
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    for (const order of orders) {
      const question = { ...inOrder, parts: order.map((i) => inOrder.parts[i]!) }
      expect([...shownOrder(question)].sort()).toEqual([...ids].sort())
      expect(shownOrder(question)).not.toEqual(order.map((i) => ids[i]))
    }
  })

  test('they stand in the same order in every language', () => {
    const swedish = textIn('sv').questions
    for (const i of [3, 4]) expect(shownOrder(swedish[i]!)).toEqual(shownOrder(written[i]!))
  })

  test('each line of a pairing offers the same letters, and a letter says only where a side stands in the list', () => {
    const html = sheet(whoDoes)
    const listed = [...html.match(/<ol class="letters" type="A">(.*?)<\/ol>/)![1]!.matchAll(/<li>(.*?)<\/li>/g)].map(([, text]) => text)
    expect([...listed].sort()).toEqual(whoDoes.parts.map(({ attributes }) => attributes.right).sort())
    const selects = [...html.matchAll(/<select[^>]*>(.*?)<\/select>/g)].map(([, options]) => options)
    expect(selects).toHaveLength(3)
    expect(new Set(selects).size).toBe(1)
    expect([...selects[0]!.matchAll(/<option[^>]*>([^<]*)/g)].map(([, text]) => text)).toEqual(['–', 'A', 'B', 'C'])
  })
})

describe('the self-check as a whole', () => {
  const whole = (state: Record<string, QuestionState>, isKept = false) =>
    renderToStaticMarkup(
      <I18nextProvider i18n={i18nFor(languages[0]!)}>
        <QuizContext.Provider value={viewOf(state, isKept)}>
          <Quiz />
        </QuizContext.Provider>
      </I18nextProvider>,
    )

  test('tells a guest that nothing is kept, and a learner that only they see it', () => {
    expect(whole({})).toContain('Nothing that you answer is kept.')
    expect(whole({}, true)).toContain('Your answers are kept. Who can see them: you')
  })

  test('asks every question, once, in one form that works without script', () => {
    expect([...whole({}).matchAll(/data-question="([^"]+)"/g)].map(([, id]) => id)).toEqual(written.map(({ id }) => id))
    expect(whole({}).match(/<form method="post" action="\/en\/courses\/tiny\/first#check-what-you-know"/g)).toHaveLength(1)
  })

  test('offers to check all only while more than one is open', () => {
    const all = Object.fromEntries(written.map((question) => [question.id, graded(question)]))
    expect(whole({})).toContain('class="check-all"')
    expect(whole({ ...all, alone: { kind: 'open', chosen: {} } })).not.toContain('class="check-all"')
  })
})
