import type { Course } from '../../courses/model/chapter.ts'
import { readCourseProgress } from '../../progress/course-progress.server.ts'
import { type Circle, seated } from '../circle.ts'
import { learnersIn } from './member-store.server.ts'

/** Which chapters of the plan somebody has finished, who lets trainers see it. */
export interface SharedProgress {
  name: string
  finished: string[]
  of: number
}

/**
 * Finished or not, chapter by chapter of the plan, and only of those who share it now. Answers and
 * scores are not read, other than whether each question was answered right once.
 */
export async function readSharedProgress(
  circleId: string,
  circle: Circle,
  course: Course,
): Promise<SharedProgress[]> {
  const sharing = seated(circle).filter(({ sharesProgress }) => sharesProgress)
  if (sharing.length === 0) return []
  const planned = new Set(circle.meetings.flatMap(({ chapters }) => chapters))
  const learners = await learnersIn(
    circleId,
    sharing.map(({ id }) => id),
  )
  return Promise.all(
    sharing.flatMap(({ id, name }) => {
      const learnerId = learners.get(id)
      if (!learnerId) return []
      return [
        readCourseProgress(course, learnerId).then(({ chapters }) => {
          const finished = [...chapters]
            .filter(([{ slug }, { isFinished }]) => isFinished && planned.has(slug))
            .map(([{ slug }]) => slug)
          return { name, finished, of: planned.size }
        }),
      ]
    }),
  )
}
