import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
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
import { i18nFor } from '../i18n/i18n.ts'
import type { Language } from '../i18n/languages.ts'
import { writeBehind } from '../platform/busy-retry.server.ts'
import type { Day } from '../platform/calendar-day.ts'
import { type ChapterProgress, progressIn } from '../progress/progress.ts'
import { recordVisit, visitsIn } from '../progress/visit-store.server.ts'
import { questionsOf } from '../quizzes/chapter-quiz/answer-questions.server.ts'
import { attemptsInChapter } from '../quizzes/chapter-quiz/attempt-store.server.ts'
import {
  answersForm,
  EnterButton,
  QuestionSheet,
  Quiz,
  QuizContext,
} from '../quizzes/chapter-quiz/quiz.tsx'
import { QuizSumLine } from '../quizzes/chapter-quiz/quiz-end.tsx'
import { type QuizState, stateWithSent, untouched } from '../quizzes/chapter-quiz/quiz-state.ts'
import type { QuizView } from '../quizzes/chapter-quiz/quiz-view.ts'
import { stateFromAttempts } from '../quizzes/chapter-quiz/stored-state.ts'

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
  html: string
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

function quizView(reading: Reading, state: QuizState): QuizView {
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

// The text with its place for the self-check, by text, country and bookmark. It goes when the
// catalogue that it belongs to is swapped.
const rendered = new WeakMap<ChapterText, Map<string, string>>()
const quizPlace = '<div data-place="quiz"></div>'
const QuizPlace = () => <div data-place="quiz" />

function inLanguageOf({ language }: Reading, children: ReactNode): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language)}>{children}</I18nextProvider>,
  )
}

function renderQuiz(reading: Reading, state: QuizState): string {
  return inLanguageOf(
    reading,
    <QuizContext.Provider value={quizView(reading, state)}>
      <Quiz />
    </QuizContext.Provider>,
  )
}

/**
 * The chapter's text with a reader's self-check in its place. All but the self-check is the same
 * for many, and rendered once.
 */
function renderText(
  reading: Reading,
  state: QuizState,
  country: string | null,
  bookmark: ChapterView['bookmark'],
): string {
  const form = bookmark === null && state.size > 0 ? answersForm : null
  const { text } = textsFor(reading)
  const known = rendered.get(text) ?? new Map<string, string>()
  rendered.set(text, known)
  const key = [
    reading.language.tag,
    country ?? reading.country,
    reading.pictures,
    bookmark ? `bookmark ${bookmark.section}` : `guest ${form}`,
  ].join(' ')
  const around = known.get(key) ?? renderAround(reading, country, bookmark, form)
  if (!country && !reading.country) known.set(key, around)
  return around.replace(quizPlace, () => renderQuiz(reading, state))
}

function renderAround(
  reading: Reading,
  country: string | null,
  bookmark: ChapterView['bookmark'],
  form: string | null,
): string {
  const { course, chapter, language, pictures } = reading
  const { text, courseText } = textsFor(reading)
  const Content = contentOf(text)
  const view: ChapterView = {
    course,
    courseText,
    text,
    language,
    country,
    query: countryQuery(reading.country),
    hasPictures: (pictures ?? 'shown') === 'shown',
    hasPermalinks: true,
    bookmark,
    address: chapterAddress(chapter, language),
    translations: translationsOf(reading),
    answersForm: form,
  }
  return inLanguageOf(
    reading,
    <ChapterContext.Provider value={view}>
      {bookmark && <EnterButton form={answersForm} />}
      <ChapterFigures />
      <Content components={{ ...chapterComponents, Quiz: QuizPlace }} />
      <ChapterTools tools={toolsOf(course, chapter.number, language.tag)} />
      <Words />
      <CountryIndex />
    </ChapterContext.Provider>,
  )
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
  if (!learnerId)
    return {
      html: renderText(reading, options.answered ?? untouched, options.country, null),
      progress: null,
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
  return {
    html: renderText(reading, state, options.country, {
      section: progress.bookmark,
      form: answersForm,
    }),
    progress,
  }
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
  return inLanguageOf(
    reading,
    <>
      <QuestionSheet question={question} number={index + 1} view={quizView(reading, sent)} />
      <QuizSumLine view={quizView(reading, all)} />
    </>,
  )
}
