import type { Chapter, Course } from '../courses/model/chapter.ts'
import { answeredInCourse } from '../quizzes/chapter-quiz/attempt-store.server.ts'
import { type ChapterProgress, progressIn, whereToContinue } from './progress.ts'
import { visitsIn } from './visit-store.server.ts'

/** How far a learner has come in each chapter of a course, and where to go on. */
export interface CourseProgress {
  chapters: Map<Chapter, ChapterProgress>
  next: { chapter: Chapter; place: string | null } | null
}

/**
 * Reads how far a learner has come in a course. Private to the learner, and the same in every
 * language.
 */
export async function readCourseProgress(
  course: Course,
  learnerId: string,
): Promise<CourseProgress> {
  const [visits, answered] = await Promise.all([
    visitsIn(learnerId, course.id),
    answeredInCourse(learnerId, course.id),
  ])
  const chapters = new Map(
    course.chapters.map((chapter) => [
      chapter,
      progressIn(
        chapter,
        visits.find((visit) => visit.chapter === chapter.slug),
        answered,
      ),
    ]),
  )
  return { chapters, next: whereToContinue(course.chapters, visits, answered) }
}
