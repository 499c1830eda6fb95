import { chapterAddress, titleOfPlace } from '../courses/model/chapter.ts'
import { countryQuery } from '../courses/model/countries.ts'
import { toolsOf } from '../courses/tools/tool-page.server.ts'
import { ChapterTools } from '../courses/tools/tool-view.tsx'
import { contentOf } from '../courses/view/chapter-content.server.tsx'
import { ChapterContext, type ChapterView } from '../courses/view/chapter-view.tsx'
import { ChapterFigures, chapterComponents, Words } from '../courses/view/components.tsx'
import { CountryIndex } from '../courses/view/country-comment.tsx'
import { Piece } from '../platform/pieces/piece.server.ts'
import { fillTemplate, placeholder } from '../platform/pieces/template.server.ts'
import { questionsOf } from '../quizzes/chapter-quiz/answer-questions.server.ts'
import {
  answersForm,
  EnterButton,
  hasCheckAll,
  QuestionSheet,
  Quiz,
  QuizContext,
} from '../quizzes/chapter-quiz/quiz.tsx'
import { QuizSumLine } from '../quizzes/chapter-quiz/quiz-end.tsx'
import type { QuizState } from '../quizzes/chapter-quiz/quiz-state.ts'
import { quizSum } from '../quizzes/chapter-quiz/quiz-sum.ts'
import type { QuizView } from '../quizzes/chapter-quiz/quiz-view.ts'
import type { Question } from '../quizzes/types/question-type.ts'
import { typeOf } from '../quizzes/types/question-types.ts'
import { keptPart, renderIn } from './kept-parts.server.tsx'
import { nextOf, type Reading, textsFor, translationsOf } from './reading.ts'

/** What a self-check needs to be shown to a reader. */
export function quizView(reading: Reading, state: QuizState): QuizView {
  const { text } = textsFor(reading)
  return {
    questions: questionsOf(reading.chapter, reading.language.tag, reading.course.source),
    state,
    address: chapterAddress(reading.chapter, reading.language),
    query: countryQuery(reading.country),
    isKept: reading.learnerId !== null,
    signInAt: reading.wasSignedOut
      ? `/${reading.language.tag}/sign-in?to=${encodeURIComponent(chapterAddress(reading.chapter, reading.language))}`
      : null,
    translations: translationsOf(reading),
    next: nextOf(reading),
    placeOf: ({ see }) => ({ address: `#${see}`, title: titleOfPlace(text, see) }),
  }
}

const hasPictures = ({ pictures = 'shown' }: Reading) => pictures === 'shown'

/** A chapter's text for a reader, but for the state of its self-check. */
interface TextView extends Pick<ChapterView, 'country' | 'bookmark' | 'answersForm'> {
  reading: Reading
}

/** A chapter's text with a self-check in its place. */
export function TextWithQuiz({ reading, quiz, ...view }: TextView & { quiz: () => JSX.Element }) {
  const { course, chapter, language } = reading
  const { text, courseText } = textsFor(reading)
  const Content = contentOf(text)
  const shown: ChapterView = {
    ...view,
    course,
    courseText,
    text,
    language,
    query: countryQuery(reading.country),
    hasPictures: hasPictures(reading),
    hasPermalinks: true,
    address: chapterAddress(chapter, language),
    translations: translationsOf(reading),
  }
  return (
    <ChapterContext.Provider value={shown}>
      {view.bookmark && <EnterButton form={answersForm} />}
      <ChapterFigures />
      <Content components={{ ...chapterComponents, Quiz: quiz }} />
      <ChapterTools tools={toolsOf(course, chapter.number, language.tag)} />
      <Words />
      <CountryIndex />
    </ChapterContext.Provider>
  )
}

/** What a reader's self-check depends on apart from the state of its questions. */
const namedBy = ({ country }: Reading, { isKept, signInAt }: QuizView) => [
  country ?? null,
  isKept,
  signInAt,
]

function sheetOf(reading: Reading, view: QuizView, id: string): Piece[] {
  const index = view.questions.findIndex((question) => question.id === id)
  const sheet = (at: number) => () => (
    <QuestionSheet question={view.questions[at] as Question} number={at + 1} view={view} />
  )
  // What decides how a sheet looks: the grade follows from the answer. Null where there is none, or
  // where somebody wrote for themselves, which is not kept.
  const stateAt = (at: number) => {
    const question = view.questions[at]
    const state = question && view.state.get(question.id)
    if (!question || (state && typeOf(question).isPrivate)) return null
    return { ...state, grade: undefined }
  }
  const [before, state] = [stateAt(index - 1), stateAt(index)]
  if (!state) return [new Piece(renderIn(reading.language, sheet(index)()))]
  // Sheets are alike: each is half as large behind the one that it follows.
  const name = ['question', id, ...namedBy(reading, view), state, before]
  const part = keptPart(reading, name, sheet(index), before ? sheet(index - 1) : undefined)
  return fillTemplate(part, () => [])
}

/** The line on what a self-check comes to. */
function sumOf(reading: Reading, view: QuizView): Piece[] {
  const sum = quizSum(view.questions, view.state)
  const name = ['sum', sum && { ...sum, wrong: sum.wrong.map(({ id }) => id) }]
  const line = () => <QuizSumLine view={view} />
  return fillTemplate(keptPart(reading, name, line), () => [])
}

const QuizPlace = () => <>{placeholder('quiz')}</>
const placeOfSum = placeholder('sum')
const placeOfSheet = ({ id }: Question) => placeholder(`question ${id}`)

function quizOf(reading: Reading, state: QuizState): Piece[] {
  const view = quizView(reading, state)
  const withPlaces = { ...view, placeOfSheet, placeOfSum }
  const around = keptPart(reading, ['quiz', ...namedBy(reading, view), hasCheckAll(view)], () => (
    <QuizContext.Provider value={withPlaces}>
      <Quiz />
    </QuizContext.Provider>
  ))
  return fillTemplate(around, (place) =>
    place === 'sum' ? sumOf(reading, view) : sheetOf(reading, view, place.split(' ')[1] as string),
  )
}

/**
 * A chapter's text with a reader's self-check in its place. Each part of it is the same for many,
 * and rendered once (docs/decisions/064).
 */
export function piecesOf(view: TextView, state: QuizState): Piece[] {
  const { reading, country, bookmark, answersForm: form } = view
  const name = ['text', country, reading.country ?? null, hasPictures(reading), bookmark, form]
  const around = keptPart(reading, name, () => <TextWithQuiz {...view} quiz={QuizPlace} />)
  return fillTemplate(around, () => quizOf(reading, state))
}
