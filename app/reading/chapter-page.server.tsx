import { writeBehind } from '../platform/busy-retry.server.ts'
import type { Day } from '../platform/calendar-day.ts'
import type { Piece } from '../platform/pieces/piece.server.ts'
import { type ChapterProgress, progressIn } from '../progress/progress.ts'
import { recordVisit, visitsIn } from '../progress/visit-store.server.ts'
import { attemptsInChapter } from '../quizzes/chapter-quiz/attempt-store.server.ts'
import { questionsOf } from '../quizzes/chapter-quiz/chapter-questions.ts'
import { QuestionSheet } from '../quizzes/chapter-quiz/quiz.tsx'
import { QuizSumLine } from '../quizzes/chapter-quiz/quiz-end.tsx'
import { type QuizState, stateWithSent, untouched } from '../quizzes/chapter-quiz/quiz-state.ts'
import { answersForm } from '../quizzes/chapter-quiz/quiz-view.ts'
import { stateFromAttempts } from '../quizzes/chapter-quiz/stored-state.ts'
import { piecesOf, quizView } from './chapter-pieces.server.tsx'
import { renderIn } from './kept-parts.server.tsx'
import type { Reading } from './reading.ts'

/** What a reader's chapter page shows apart from the course itself. */
export interface ChapterPage {
  /** The chapter's text with this reader's answers in it. */
  text: Piece[]
  progress: ChapterProgress | null
}

/**
 * Reads a chapter: notes for a learner that it was opened, and shows it with the learner's answers.
 * A guest needs no database. `answered` is a self-check that was just sent and takes the place of
 * what is stored; `again` opens one question again; `noted` are the sections with a note of the
 * learner's own.
 */
export async function readChapter(
  reading: Reading,
  options: {
    country: string | null
    today: Day
    answered?: QuizState
    again?: string | null
    noted?: readonly string[]
  },
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
  const bookmark = {
    section: progress.bookmark,
    form: answersForm,
    noted: options.noted ?? [],
  }
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
