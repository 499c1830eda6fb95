import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import type { Catalogue } from '../../courses/model/chapter.ts'
import { i18nFor } from '../../i18n/i18n.ts'
import type { Language } from '../../i18n/languages.ts'
import { isUnavailable } from '../../platform/busy-retry.server.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { type Sent, stateWithSent } from '../chapter-quiz/quiz-state.ts'
import { stateOfAnswer } from '../chapter-quiz/stored-state.ts'
import {
  type CrossChapterQuestion,
  crossChapterId,
  crossChapterQuestion,
  type QuestionPlace,
} from '../cross-chapter/cross-chapter-questions.ts'
import {
  CrossChapterQuiz,
  type CrossChapterQuizView,
} from '../cross-chapter/cross-chapter-quiz.tsx'
import { aDay, chooseReview } from './choose-review.ts'
import {
  answersInReview,
  countCards,
  dropCards,
  dueCards,
  type ReviewCounts,
  suspendedCards,
} from './review-store.server.ts'
import { SuspendButton } from './suspend-button.tsx'

/**
 * How many of those that wait are looked at, the ones at the greatest risk: enough to mix ten over
 * the chapters.
 */
const lookedAt = 60

/**
 * Whose review, on which day, in which language. `after` of today's answers belong to rounds before
 * this one.
 */
export interface ReviewRequest {
  catalogue: Catalogue
  learnerId: string
  language: Language
  today: Day
  after: number
}

/** A day's review: its questions as they stand, and what waits too. */
export interface Review {
  view: CrossChapterQuizView
  counts: ReviewCounts
  /** How many questions of the review were answered today, over all rounds. */
  answered: number
  /** How many of this round's questions are still to be answered. */
  left: number
  /** Questions that waited and are no longer in their course. */
  gone: number
  forgotten: CrossChapterQuestion[]
}

/** The address of a round of the review. */
export function reviewAddress({
  language,
  after,
}: Pick<ReviewRequest, 'language' | 'after'>): string {
  return `/${language.tag}/review${after > 0 ? `?after=${after}` : ''}`
}

/** Which round of the review an address asks for: how many answers of the day came before it. */
export function roundOf(url: string): number {
  const after = new URL(url).searchParams.get('after') ?? ''
  return /^\d{1,4}$/.test(after) ? Number(after) : 0
}

/**
 * Opens a learner's review of a day: the same questions in the same order each time, in any
 * language. Questions that are no more are dropped.
 */
export async function openReview(request: ReviewRequest): Promise<Review> {
  const { catalogue, learnerId, language, today, after } = request
  const courses = [...catalogue.courses.keys()]
  const at = (place: QuestionPlace) => crossChapterQuestion(catalogue, place, language)
  const [given, counts, forgotten] = await Promise.all([
    answersInReview(learnerId, courses, today),
    countCards(learnerId, courses, today),
    suspendedCards(learnerId),
  ])
  const answers = new Map(given.map((answer) => [crossChapterId(answer), answer]))
  // A Map keeps the place of the first answer, so that a question that is tried again stays in its
  // round.
  const answersOfRound = [...answers.values()].slice(after, after + aDay)
  const waiting = await dueCards({
    learnerId,
    courses,
    dueBy: today,
    today,
    limit: lookedAt - answersOfRound.length,
  })
  const gone = waiting.filter((card) => !at(card))
  if (gone.length > 0) {
    const dropped = await dropCards(learnerId, gone).catch((error: unknown) => error)
    if (dropped === undefined) {
      const review = await openReview(request)
      return { ...review, gone: review.gone + gone.length }
    }
    if (!isUnavailable(dropped)) throw dropped
  }

  const state = new Map<string, ReturnType<typeof stateOfAnswer>>()
  const questions = chooseReview<QuestionPlace>(
    answersOfRound,
    waiting,
    `${learnerId} ${today}`,
  ).flatMap((place) => at(place) ?? [])
  for (const { question, hash } of questions) {
    const answer = answers.get(question.id)
    if (answer) state.set(question.id, stateOfAnswer(question, hash, answer))
    else if (waiting.find((card) => crossChapterId(card) === question.id)?.questionHash !== hash)
      state.set(question.id, { kind: 'changed' })
  }
  const address = reviewAddress(request)
  return {
    view: {
      questions,
      state,
      address,
      answerAt: address.replace('/review', '/review/answer'),
      isKept: true,
    },
    counts,
    answered: answers.size,
    left: questions.filter(({ question }) => !answers.has(question.id)).length,
    gone: 0,
    forgotten: forgotten.flatMap((place) => at(place) ?? []),
  }
}

/** The same review with what was just sent. */
export function withSent(review: Review, sent: Sent): Review {
  return { ...review, view: { ...review.view, state: stateWithSent(review.view.state, sent) } }
}

/** The review's questions as they stand in the page. */
export function renderReview({ view }: Review, language: Language): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language)}>
      <CrossChapterQuiz view={view} after={(one) => <SuspendButton question={one} />} />
    </I18nextProvider>,
  )
}
