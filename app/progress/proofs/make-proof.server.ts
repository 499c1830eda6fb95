import type { Chapter, Course } from '../../courses/model/chapter.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { hasFinishedCourseQuiz } from '../../quizzes/course-quiz/open-course-quiz.server.tsx'
import { readCourseProgress } from '../course-progress.server.ts'
import type { ChapterProgress } from '../progress.ts'
import { type Proof, writeProof } from './proof-code.server.ts'
import { makeKeyOnce, signingKey } from './proof-key.server.ts'

/**
 * What a learner still has to do before they can make a proof of study. Ready: every chapter is
 * finished, and a check over the course was answered whole.
 */
export type ProofState =
  | { kind: 'ready' }
  | {
      kind: 'not-yet'
      chaptersLeft: { chapter: Chapter; progress: ChapterProgress }[]
      isCheckLeft: boolean
    }

/** Says whether a learner can make a proof of having studied a course. */
export async function proofState(course: Course, learnerId: string): Promise<ProofState> {
  const [{ chapters }, isChecked] = await Promise.all([
    readCourseProgress(course, learnerId),
    hasFinishedCourseQuiz(learnerId, course.id),
  ])
  const chaptersLeft = [...chapters]
    .filter(([, { isFinished }]) => !isFinished)
    .map(([chapter, progress]) => ({ chapter, progress }))
  return chaptersLeft.length === 0 && isChecked
    ? { kind: 'ready' }
    : { kind: 'not-yet', chaptersLeft, isCheckLeft: !isChecked }
}

/**
 * Makes a proof of study because the learner asks for it (SAFETY P17). It carries the name that
 * they chose or none, the course and the month or the day, and nothing that leads to their account.
 * Nothing of it is stored.
 */
export async function makeProof(options: {
  course: Course
  learnerId: string
  name: string
  withDay: boolean
  today: Day
}): Promise<{ kind: 'made'; proof: Proof; code: string } | { kind: 'not-yet' }> {
  const { course, learnerId, name, withDay, today } = options
  const { kind } = await proofState(course, learnerId)
  if (kind === 'not-yet') return { kind }
  await makeKeyOnce()
  const proof = { course: course.id, on: withDay ? today : today.slice(0, 7), name }
  return { kind: 'made', proof, code: writeProof(proof, signingKey()) }
}
