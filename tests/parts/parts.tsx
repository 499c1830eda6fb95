import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireLanguage } from '../../app/i18n/request-language.server.ts'
import { QuestionSheet } from '../../app/quizzes/chapter-quiz/quiz.tsx'
import type { QuestionState } from '../../app/quizzes/chapter-quiz/quiz-state.ts'
import type { QuizView } from '../../app/quizzes/chapter-quiz/quiz-view.ts'
import type { Question } from '../../app/quizzes/types/question-type.ts'
import { parseQuestion, questionTypes, typeOf } from '../../app/quizzes/types/question-types.ts'
import { rightAnswer } from '../factories/test-questions.ts'
import { Fields } from './fields.tsx'
import { Lists } from './lists.tsx'
import { Part, State } from './part.tsx'

function viewOf(question: Question, state: QuestionState, isKept: boolean): QuizView {
  return {
    questions: [question],
    state: new Map([[question.id, state]]),
    address: '#main',
    isKept,
    signInAt: null,
    translations: [],
    placeOf: () => ({ address: '#main', title: 'A section' }),
  }
}

/**
 * Every part of the interface in its states, for those who work on it: `/en/parts`, which
 * `npm run dev` alone has (remix.config.js). Of each type of question it shows the first that the
 * courses have.
 */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { tag } = requireLanguage(params.lang)
  const written = [...context.catalogue.courses.values()]
    .flatMap(({ chapters }) => chapters)
    .flatMap(({ texts }) => (texts.get(tag) ?? texts.get('en'))?.questions ?? [])
  const firstOfEach = [...questionTypes.keys()].flatMap(
    (type) => written.find((question) => question.type === type) ?? [],
  )
  return {
    questions: firstOfEach.map((written) => {
      const question = parseQuestion(written)
      const { grade } = typeOf(question)
      const right = rightAnswer(written)
      const states: Record<string, QuestionState> = {
        'not answered': { kind: 'open', chosen: {} },
        'answered in part': { kind: 'open', chosen: {}, problem: 'quizzes:chooseForEach' },
        'sure of it': { kind: 'open', chosen: right, confidence: 'sure' },
        right: { kind: 'graded', chosen: right, grade: grade(question, right) },
        wrong: { kind: 'graded', chosen: {}, grade: grade(question, {}) },
        'another question since': { kind: 'changed' },
      }
      return { question, states }
    }),
  }
}

export default function Parts() {
  const { questions } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>Parts of the interface</h1>
      <Fields />
      <Lists />
      {questions.map(({ question, states }) => (
        <Part key={question.type} title={`Question: ${question.type}`}>
          {Object.entries(states).map(([name, state]) => (
            <State key={name} name={name}>
              {[false, true].map((isKept) => (
                <form key={String(isKept)} method="post">
                  <QuestionSheet
                    question={question}
                    number={1}
                    view={viewOf(question, state, isKept)}
                  />
                </form>
              ))}
            </State>
          ))}
        </Part>
      ))}
    </article>
  )
}
