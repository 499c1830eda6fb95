import {
  type Chapter,
  type ChapterText,
  type Course,
  type CourseText,
  chapterAddress,
  inLanguage,
  neighbours,
  titleOfPlace,
} from '../courses/model/chapter.ts'
import { countryQuery } from '../courses/model/countries.ts'
import { toolsOf } from '../courses/tools/tool-page.server.ts'
import { ChapterTools } from '../courses/tools/tool-view.tsx'
import { contentOf } from '../courses/view/chapter-content.server.tsx'
import { ChapterContext, type ChapterView } from '../courses/view/chapter-view.tsx'
import { ChapterFigures, chapterComponents, Words } from '../courses/view/components.tsx'
import { CountryIndex } from '../courses/view/country-comment.tsx'
import type { Language } from '../i18n/languages.ts'
import { writeBehind } from '../platform/busy-retry.server.ts'
import type { Day } from '../platform/calendar-day.ts'
import { Piece } from '../platform/pieces/piece.server.ts'
import { fillTemplate, placeholder } from '../platform/pieces/template.server.ts'
import { type ChapterProgress, progressIn } from '../progress/progress.ts'
import { recordVisit, visitsIn } from '../progress/visit-store.server.ts'
import { questionsOf } from '../quizzes/chapter-quiz/answer-questions.server.ts'
import { attemptsInChapter } from '../quizzes/chapter-quiz/attempt-store.server.ts'
import {
  answersForm,
  EnterButton,
  hasCheckAll,
  QuestionSheet,
  Quiz,
  QuizContext,
} from '../quizzes/chapter-quiz/quiz.tsx'
import { QuizSumLine } from '../quizzes/chapter-quiz/quiz-end.tsx'
import { type QuizState, stateWithSent, untouched } from '../quizzes/chapter-quiz/quiz-state.ts'
import { quizSum } from '../quizzes/chapter-quiz/quiz-sum.ts'
import type { QuizView } from '../quizzes/chapter-quiz/quiz-view.ts'
import { stateFromAttempts } from '../quizzes/chapter-quiz/stored-state.ts'
import type { Question } from '../quizzes/types/question-type.ts'
import { typeOf } from '../quizzes/types/question-types.ts'
import { keptPart, renderIn } from './kept-parts.server.tsx'

/** A chapter in a language, for a reader. */
export interface Reading {
  course: Course
  chapter: Chapter
  language: Language
  languages: readonly Language[]
  learnerId: string | null
  /** The country that the reader has chosen for this visit; it goes along in the links. */
  country?: string | null
  /** Whether pictures are shown, or only described: in this page, or in all that the reader opens. */
  pictures?: 'shown' | 'left out' | 'never'
  /** The form was sent as a learner's, but the session has ended. */
  wasSignedOut?: boolean
}

/** What a reader's chapter page shows apart from the course itself. */
export interface ChapterPage {
  /** The chapter's text with this reader's answers in it. */
  text: Piece[]
  progress: ChapterProgress | null
}

/**
 * Whether a form was sent as a learner's although nobody is signed in: the session ended while the
 * page was open.
 */
export function wasSignedOut(reading: Reading, fields: URLSearchParams): boolean {
  return fields.get('as') === 'learner' && reading.learnerId === null
}

/** The chapter's text and the course's words, in the reader's language or in the source's. */
export function textsFor({ course, chapter, language }: Reading): {
  text: ChapterText
  courseText: CourseText
  isFallback: boolean
} {
  const { text, isFallback } = inLanguage(chapter.texts, language.tag, course.source)
  return { text, courseText: inLanguage(course.texts, text.lang, course.source).text, isFallback }
}

/** The sections that a chapter is made of, without their own parts. */
export function sectionsOf(reading: Reading): { id: string; title: string }[] {
  return textsFor(reading)
    .text.sections.filter(({ depth }) => depth === 2)
    .map(({ id, title }) => ({ id, title }))
}

/** The other languages that a chapter can be read in. */
function translationsOf({ chapter, language, languages, country }: Reading) {
  return languages
    .filter((other) => other.tag !== language.tag && chapter.texts.has(other.tag))
    .map((other) => ({
      language: other,
      address: chapterAddress(chapter, other) + countryQuery(country),
    }))
}

/** A chapter beside this one, as a link to it names it; a chosen country goes along. */
export function linkTo(reading: Reading, other: Chapter | undefined) {
  if (!other) return null
  const { course, language, country } = reading
  return {
    number: other.number,
    title: inLanguage(other.texts, language.tag, course.source).text.title,
    address: chapterAddress(other, language) + countryQuery(country),
  }
}

const nextOf = (reading: Reading) =>
  linkTo(reading, neighbours(reading.course, reading.chapter).next)

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

/**
 * Reads a chapter: notes for a learner that it was opened, and shows it with the learner's answers.
 * A guest needs no database. `answered` is a self-check that was just sent and takes the place of
 * what is stored; `again` opens one question again.
 */
export async function readChapter(
  reading: Reading,
  options: { country: string | null; today: Day; answered?: QuizState; again?: string | null },
): Promise<ChapterPage> {
  const { course, chapter, learnerId } = reading
  const { country } = options
  if (!learnerId) {
    const state = options.answered ?? untouched
    // What a guest has answered goes along to another language.
    const form = state.size > 0 ? answersForm : null
    const view = { reading, country, bookmark: null, answersForm: form }
    return { text: piecesOf(view, state), progress: null }
  }

  const place = { learnerId, course: course.id, chapter: chapter.slug }
  const [attempts, visits] = await Promise.all([
    attemptsInChapter(place),
    visitsIn(learnerId, course.id),
  ])
  const visit = visits.find((one) => one.chapter === chapter.slug)
  if (!visit || visits.some((one) => one.turn > visit.turn))
    await writeBehind(recordVisit(place, options.today))
  const stored = stateFromAttempts(
    chapter,
    questionsOf(chapter, reading.language.tag, course.source),
    attempts,
  )
  const state = stateWithSent(stored, { state: options.answered, again: options.again })
  const progress = progressIn(
    chapter,
    visit ?? {
      chapter: chapter.slug,
      openedOn: options.today,
      readOn: null,
      section: null,
      turn: 0,
    },
    attempts,
  )
  const bookmark = { section: progress.bookmark, form: answersForm }
  return { text: piecesOf({ reading, country, bookmark, answersForm: null }, state), progress }
}

/**
 * One question as it stands after an answer, and what the whole self-check comes to: what a script
 * puts in the place of the two on the page.
 */
export async function renderAnswer(
  reading: Reading,
  sent: QuizState,
  id: string,
): Promise<string | null> {
  const { course, chapter, language, learnerId } = reading
  const questions = questionsOf(chapter, language.tag, course.source)
  const index = questions.findIndex((question) => question.id === id)
  const question = questions[index]
  if (!question) return null
  const place = { course: course.id, chapter: chapter.slug }
  const attempts = learnerId ? await attemptsInChapter({ learnerId, ...place }) : []
  const stored = stateFromAttempts(chapter, questions, attempts)
  const isOpen = sent.get(id)?.kind !== 'graded'
  const all = stateWithSent(stored, { state: sent, again: isOpen ? id : null })
  return renderIn(
    language,
    <>
      <QuestionSheet question={question} number={index + 1} view={quizView(reading, sent)} />
      <QuizSumLine view={quizView(reading, all)} />
    </>,
  )
}
