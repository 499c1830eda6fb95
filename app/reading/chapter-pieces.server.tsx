import type { ReactNode } from 'react'
import { chapterAddress, titleOfPlace } from '../courses/model/chapter.ts'
import { carriedQuery } from '../courses/model/countries.ts'
import { toolsOf } from '../courses/tools/tool-page.server.ts'
import { ChapterTools } from '../courses/tools/tool-view.tsx'
import { contentOf } from '../courses/view/chapter-content.server.tsx'
import { ChapterContext, type ChapterView } from '../courses/view/chapter-view.tsx'
import { ChapterFigures, chapterComponents, Words } from '../courses/view/components.tsx'
import { CountryIndex } from '../courses/view/country-comment.tsx'
import { OwnAt } from '../courses/view/headings.tsx'
import { Piece } from '../platform/pieces/piece.server.ts'
import { fillTemplate, placeholder, templateOf } from '../platform/pieces/template.server.ts'
import type { ChapterProgress } from '../progress/progress.ts'
import { questionsOf } from '../quizzes/chapter-quiz/chapter-questions.ts'
import {
  EnterButton,
  hasCheckAll,
  QuestionSheet,
  Quiz,
  QuizContext,
} from '../quizzes/chapter-quiz/quiz.tsx'
import { QuizSumLine } from '../quizzes/chapter-quiz/quiz-end.tsx'
import { isBegun, type QuizState } from '../quizzes/chapter-quiz/quiz-state.ts'
import { answersForm, type QuizView } from '../quizzes/chapter-quiz/quiz-view.ts'
import type { Question } from '../quizzes/types/question-type.ts'
import { typeOf } from '../quizzes/types/question-types.ts'
import { keptPart, renderIn } from './kept-parts.server.tsx'
import { NotesLink, OwnFacts } from './own-facts.tsx'
import { ReadForm } from './read-form.tsx'
import { carriedBy, checkAfter, nextOf, type Reading, textsFor, translationsOf } from './reading.ts'
import { SectionList, type SectionListView } from './section-list.tsx'

/** What a self-check needs to be shown to a reader. */
export function quizView(reading: Reading, state: QuizState): QuizView {
  const { text } = textsFor(reading)
  const { chapter, language, learnerId, wasSignedOut } = reading
  const back = encodeURIComponent(chapterAddress(chapter, language))
  return {
    questions: questionsOf(chapter, language.tag, reading.course.source),
    state,
    address: chapterAddress(chapter, language),
    query: carriedBy(reading),
    isKept: learnerId !== null,
    signInAt: wasSignedOut ? `/${language.tag}/sign-in?to=${back}` : null,
    signUpAt: learnerId || wasSignedOut ? null : `/${language.tag}/sign-up?to=${back}`,
    translations: translationsOf(reading),
    next: nextOf(reading),
    courseCheck: checkAfter(reading),
    placeOf: ({ see }) => ({ address: `#${see}`, title: titleOfPlace(text, see) }),
  }
}

const hasPictures = ({ pictures = 'shown' }: Reading) => pictures === 'shown'

/** A chapter's text for a reader, but for the state of its self-check. */
interface TextView extends Pick<ChapterView, 'country' | 'bookmark' | 'answersForm'> {
  reading: Reading
}

function chapterView({ reading, ...view }: TextView): ChapterView {
  const { course, chapter, language } = reading
  const { text, courseText } = textsFor(reading)
  return {
    ...view,
    course,
    courseText,
    text,
    language,
    query: carriedBy(reading),
    queryFor: (country) => carriedQuery(country, reading.pictures !== 'left out'),
    hasPictures: hasPictures(reading),
    hasPermalinks: true,
    address: chapterAddress(chapter, language),
    translations: translationsOf(reading),
  }
}

/** A chapter's text with a self-check in its place. */
export function TextWithQuiz({ quiz, ...view }: TextView & { quiz: () => JSX.Element }) {
  const { course, chapter, language } = view.reading
  const Content = contentOf(textsFor(view.reading).text)
  return (
    <ChapterContext.Provider value={chapterView(view)}>
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
const namedBy = (reading: Reading, { isKept, signInAt }: QuizView) => [
  carriedBy(reading),
  isKept,
  signInAt,
]

function sheetOf(reading: Reading, view: QuizView, id: string): Piece[] {
  const index = view.questions.findIndex((question) => question.id === id)
  const sheet = (at: number) => () => (
    <QuestionSheet question={view.questions[at] as Question} number={at + 1} view={view} />
  )
  const stateOf = (at: number) => view.state.get(view.questions[at]?.id ?? '')
  const isOwn = (at: number) => {
    const state = stateOf(at)
    return state !== undefined && (state.kind !== 'open' || isBegun(state))
  }
  // What decides how a sheet looks: the grade follows from the answer. Null where there is none, or
  // where somebody wrote for themselves, which is not kept.
  const stateAt = (at: number) => {
    const question = view.questions[at]
    const state = stateOf(at)
    if (!question || (state && typeOf(question).isPrivate)) return null
    return { ...state, grade: undefined }
  }
  const state = stateAt(index)
  // An answer is kept for the one who gave it alone, and a guest's not at all: how long a page takes
  // would tell others that somebody has answered so.
  if (!state || (isOwn(index) && !reading.learnerId))
    return [new Piece(renderIn(reading.language, sheet(index)()))]
  const whose = isOwn(index) ? reading.learnerId : null
  // Sheets are alike: each is half as large behind the one that it follows.
  const before = whose || !isOwn(index - 1) ? stateAt(index - 1) : null
  const name = ['question', id, ...namedBy(reading, view), state, before, whose]
  const part = keptPart(reading, name, sheet(index), before ? sheet(index - 1) : undefined)
  return fillTemplate(part, () => [])
}

/** Something small of a reader's own: rendered each time, and never kept. */
const ownPiece = ({ language }: Reading, children: ReactNode) => [
  new Piece(renderIn(language, children)),
]

const QuizPlace = () => <>{placeholder('quiz')}</>
const placeOfBookmark = (section: string) => placeholder(`bookmark ${section}`)
const placeOfSum = placeholder('sum')
const placeOfSheet = ({ id }: Question) => placeholder(`question ${id}`)

function quizOf(reading: Reading, state: QuizState): Piece[] {
  const view = quizView(reading, state)
  const withPlaces = { ...view, placeOfSheet, placeOfSum }
  const quiz = () => (
    <QuizContext.Provider value={withPlaces}>
      <Quiz />
    </QuizContext.Provider>
  )
  // With the button for all questions it is everybody's; without, somebody has answered nearly all.
  const isOwn = !hasCheckAll(view)
  const around =
    isOwn && !reading.learnerId
      ? templateOf(renderIn(reading.language, quiz()))
      : keptPart(reading, ['quiz', ...namedBy(reading, view), isOwn && reading.learnerId], quiz)
  return fillTemplate(around, (place) =>
    place === 'sum'
      ? ownPiece(reading, <QuizSumLine view={view} />)
      : sheetOf(reading, view, place.split(' ')[1] as string),
  )
}

/**
 * A chapter's text with a reader's self-check in its place. Each part of it is the same for many,
 * and rendered once (docs/decisions/064).
 */
export function piecesOf(view: TextView, state: QuizState): Piece[] {
  const { reading, country, answersForm: form } = view
  const bookmark = view.bookmark && {
    ...view.bookmark,
    section: null,
    noted: [],
    placeAt: placeOfBookmark,
  }
  const name = ['text', country, carriedBy(reading), hasPictures(reading), bookmark?.form, form]
  const around = keptPart(reading, name, () => (
    <TextWithQuiz {...view} bookmark={bookmark} quiz={QuizPlace} />
  ))
  return fillTemplate(around, (place) => {
    if (place === 'quiz') return quizOf(reading, state)
    const section = place.slice('bookmark '.length)
    return ownPiece(
      reading,
      <ChapterContext.Provider value={chapterView(view)}>
        <OwnAt id={section} />
      </ChapterContext.Provider>,
    )
  })
}

/** The list of a chapter's sections with how far its learner has come. */
export function ownSections(
  reading: Reading,
  view: SectionListView,
  { bookmark, readOn }: ChapterProgress,
): Piece[] {
  const { sections } = view
  const before = sections.findIndex(({ id }) => id === bookmark)
  const passed = readOn ? sections.length : Math.max(before, 0)
  return ownPiece(reading, <SectionList view={view} passed={passed} bookmark={bookmark} />)
}

/** What the head of a chapter's page says of a learner's own: how far they have come. */
export function ownFacts(reading: Reading, progress: ChapterProgress): Piece[] {
  return ownPiece(reading, <OwnFacts progress={progress} />)
}

/** What a chapter's page ends with for a learner: their notes, and marking it read. */
export function ownEnd(
  reading: Reading,
  {
    progress,
    notes,
    proofAt,
  }: { progress: ChapterProgress; notes: number; proofAt: string | null },
): Piece[] {
  const { chapter, language } = reading
  return ownPiece(
    reading,
    <>
      {notes > 0 && <NotesLink count={notes} address={`/${language.tag}/notes#${chapter.slug}`} />}
      <ReadForm
        address={chapterAddress(chapter, language) + carriedBy(reading)}
        progress={progress}
        next={nextOf(reading)}
        courseCheck={checkAfter(reading)}
        proofAt={proofAt}
        hasQuiz={textsFor(reading).text.questions.length > 0}
      />
    </>,
  )
}
