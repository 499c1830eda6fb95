import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import type { Catalogue, Course } from '../../courses/model/chapter.ts'
import { i18nFor } from '../../i18n/i18n.ts'
import type { Language } from '../../i18n/languages.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { newId } from '../../platform/random.server.ts'
import {
  type QuestionState,
  type Sent,
  stateWithSent,
  untouched,
} from '../chapter-quiz/quiz-state.ts'
import { stateOfAnswer } from '../chapter-quiz/stored-state.ts'
import {
  type CrossChapterQuestion,
  crossChapterId,
  crossChapterQuestion,
} from '../cross-chapter/cross-chapter-questions.ts'
import {
  CrossChapterQuiz,
  type CrossChapterQuizView,
} from '../cross-chapter/cross-chapter-quiz.tsx'
import { pickCourseQuiz } from './course-quiz.ts'
import {
  answersAfter,
  checkOf,
  recordFinishedCourseQuiz,
  type StoredCheck,
  storeCourseQuiz,
} from './course-quiz-store.server.ts'

/** Whose check, over which course. A guest's has its seed in the address, a learner's is stored. */
export interface CheckRequest {
  catalogue: Catalogue
  course: Course
  language: Language
  learnerId: string | null
  seed: string | null
}

/** A section to read again, and the chapter that it stands in. */
export interface ToRead {
  chapter: string
  address: string
  sections: { title: string; address: string }[]
}

/** A check over a course as it stands. */
export interface CourseCheck {
  view: CrossChapterQuizView
  left: number
  readAgain: ToRead[]
}

/** The address of a course's check. */
export function checkAddress({
  course,
  language,
  learnerId,
  seed,
}: Omit<CheckRequest, 'catalogue'>): string {
  return `/${language.tag}/courses/${course.id}/check${!learnerId && seed ? `?draw=${seed}` : ''}`
}

/** The seed that an address names; null where it names none. */
export function seedIn(url: string): string | null {
  const draw = new URL(url).searchParams.get('draw') ?? ''
  return /^[a-z0-9]{8}$/.test(draw) ? draw : null
}

/**
 * Draws a new check: keeps it for a learner, and for a guest gives it an address. Returns that
 * address.
 */
export async function startCourseQuiz(request: CheckRequest & { today: Day }): Promise<string> {
  const seed = newId().replaceAll('-', '').slice(0, 8)
  if (request.learnerId)
    await storeCourseQuiz(request.learnerId, request.course.id, seed, request.today)
  return checkAddress({ ...request, seed })
}

async function storedState(
  { catalogue, course, language }: CheckRequest,
  learnerId: string,
  check: StoredCheck,
) {
  const state = new Map<string, QuestionState>()
  for (const answer of await answersAfter(learnerId, course.id, check.lastAttempt)) {
    const one = crossChapterQuestion(catalogue, answer, language)
    if (one) state.set(crossChapterId(answer), stateOfAnswer(one.question, one.hash, answer))
  }
  return state
}

/**
 * The sections that questions' answers stand in, each once: at the very place, or from its
 * beginning where several places in it are meant.
 */
function sectionsOf(questions: CrossChapterQuestion[]): ToRead['sections'] {
  const sections = new Map<string, ToRead['sections'][number]>()
  for (const { source } of questions) {
    const isOnlyPlace = [undefined, source.address].includes(
      sections.get(source.sectionAddress)?.address,
    )
    sections.set(source.sectionAddress, {
      title: source.section,
      address: isOnlyPlace ? source.address : source.sectionAddress,
    })
  }
  return [...sections.values()]
}

/**
 * What to read again: the sections that the answers to wrongly answered questions stand in, by
 * chapter.
 */
function toRead(
  { questions, state }: CrossChapterQuizView,
  { course, language }: CheckRequest,
): ToRead[] {
  const wrong = questions.filter(({ question }) => {
    const one = state.get(question.id)
    return one?.kind === 'graded' && !one.grade.isRight
  })
  return course.chapters.flatMap((chapter) => {
    const own = wrong.filter((one) => one.chapter === chapter)
    if (own.length === 0) return []
    return [
      {
        chapter: own[0]?.source.chapter ?? '',
        address: `/${language.tag}/courses/${course.id}/${chapter.slug}`,
        sections: sectionsOf(own),
      },
    ]
  })
}

/**
 * Opens a course's check: the same questions in the same order each time, with what was answered of
 * it. Null where none has been drawn. `sent` is what was just sent.
 */
export async function openCourseQuiz(
  request: CheckRequest,
  sent: Sent = {},
): Promise<CourseCheck | null> {
  const { catalogue, course, language, learnerId } = request
  const check = learnerId ? await checkOf(learnerId, course.id) : null
  const seed = learnerId ? check?.seed : request.seed
  if (!seed) return null
  const questions = pickCourseQuiz(course, seed).flatMap(
    (place) => crossChapterQuestion(catalogue, place, language) ?? [],
  )
  const stored = learnerId && check ? await storedState(request, learnerId, check) : untouched
  const state = stateWithSent(stored, sent)
  const address = checkAddress(request)
  const view = {
    questions,
    state,
    address,
    answerAt: address.replace('/check', '/check/answer'),
    isKept: learnerId !== null,
  }
  const left = questions.filter(({ question }) => state.get(question.id)?.kind !== 'graded').length
  return { view, left, readAgain: toRead(view, request) }
}

/** Notes for a learner that their check has been answered whole, the first time that it has. */
export async function recordIfFinished(
  { course, learnerId }: CheckRequest,
  { left }: CourseCheck,
  today: Day,
): Promise<void> {
  if (!learnerId || left > 0) return
  const check = await checkOf(learnerId, course.id)
  if (check && !check.finishedOn) await recordFinishedCourseQuiz(learnerId, course.id, today)
}

/** Whether a learner has ever answered a check of a course whole. */
export async function hasFinishedCourseQuiz(learnerId: string, course: string): Promise<boolean> {
  return Boolean((await checkOf(learnerId, course))?.finishedOn)
}

/** The check's questions as they stand in the page. */
export function renderCourseQuiz({ view }: CourseCheck, language: Language): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language)}>
      <CrossChapterQuiz view={view} />
    </I18nextProvider>,
  )
}
