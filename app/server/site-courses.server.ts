import { buildApart, buildForParent } from '../courses/load/build-apart.server.ts'
import { buildHere } from '../courses/load/build-courses.server.ts'
import type { LoadOptions } from '../courses/load/load-catalogue.server.ts'
import { tellProgress } from '../courses/load/tell-progress.ts'
import { environment } from '../platform/environment.server.ts'
import { keepHeapSmall } from '../platform/small-heap.server.ts'
import { checkQuestion } from '../quizzes/types/question-types.ts'

/**
 * How the site loads its courses: what is not kept is checked and compiled in a process of its own.
 * In development it is this one, which knows the sources as they are and need not start first.
 */
export function siteCourses(isDevelopment: boolean): LoadOptions {
  return {
    folder: environment.COURSES,
    cacheFolder: `${environment.CACHE}/chapters`,
    checkQuestion,
    trustsCache: true,
    build: isDevelopment ? buildHere(checkQuestion) : buildApart('scripts/build-courses.mjs'),
    progress: () => tellProgress((words) => console.log(words)),
  }
}

/** Does what the site asks of the process in which its courses are built. */
export function buildForSite(): void {
  keepHeapSmall()
  buildForParent(buildHere(checkQuestion, { expectsChanges: false }))
}
