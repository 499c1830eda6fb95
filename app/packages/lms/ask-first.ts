import type { QuizState } from '../../quizzes/chapter-quiz/quiz-state.ts'
import type { Question } from '../../quizzes/types/question-type.ts'
import { openBook, startBook } from '../script/start-book.ts'
import { readAnswers, type Standing, standingOf, writeAnswers } from './kept-answers.ts'

/** Where a learning platform keeps what a learner does in one chapter. */
export interface Recorder {
  /** Begins the visit: what was kept before, or null where the platform refuses. */
  begin(): Promise<string | null>
  /** Has it stored; false where the platform did not take it. */
  record(answers: string, standing: Standing): Promise<boolean>
  end(): void
}

/**
 * Starts a chapter's page in a platform. Nothing is told to the platform before the learner has
 * agreed; what is said afterwards is the outcome of the last record.
 */
export function askFirst(recorder: Recorder | null, boxId: string) {
  const opened = openBook()
  const { find, data } = opened
  const box = document.getElementById(boxId)
  const said = box?.querySelector('[data-said]')
  const say = (key: string) => {
    if (said) said.textContent = find(key)
    said?.setAttribute('role', 'status')
  }
  const close = (key: string) => {
    box?.querySelector('.actions')?.remove()
    say(key)
  }
  if (box) box.hidden = false
  if (!recorder) {
    close('packages:lmsNone')
    startBook(opened)
    return
  }

  const start = async (isAllowed: boolean) => {
    if (!isAllowed) {
      close('packages:lmsNotRecording')
      startBook(opened)
      return
    }
    const kept = await recorder.begin()
    if (kept === null) {
      close('packages:lmsRefused')
      startBook(opened)
      return
    }
    addEventListener('pagehide', () => recorder.end(), { once: true })
    const record = async (questions: Question[], state: QuizState) => {
      const isStored = await recorder.record(
        writeAnswers(questions, state),
        standingOf(questions, state),
      )
      say(isStored ? 'packages:lmsRecording' : 'packages:lmsFailed')
    }
    close('packages:lmsRecording')
    // A chapter without questions is done when it is opened.
    if (data.quizzes.every(({ questions }) => questions.length === 0)) await record([], new Map())
    startBook(opened, {
      restore: (questions) => readAnswers(questions, kept),
      keep: record,
    })
  }
  for (const button of box?.querySelectorAll<HTMLElement>('[data-record]') ?? [])
    button.addEventListener('click', () => start(button.dataset.record === 'yes'))
}
