import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { serialize } from 'node:v8'
import type { QuestionCheck } from '../checks/check-chapter.ts'
import type { Course, Problem } from '../model/chapter.ts'
import { writeCached } from './cache-folder.server.ts'
import { toPieces } from './course-pieces.server.ts'

/** A course that has to be checked and compiled, and the file where it is kept afterwards. */
export interface CourseJob {
  folder: string
  file: string
}

/** A course in pieces, or every fault that it has. */
export interface BuiltPieces {
  pieces: Uint8Array[] | null
  problems: Problem[]
}

/** Builds courses, one after the other, and hands each over as soon as it is built. */
export type CourseBuilder = (
  jobs: CourseJob[],
  on: { built: (one: BuiltPieces) => Promise<void>; compiled: () => void },
) => Promise<void>

/** Keeps a checked course, in the place of what was kept of it before. */
async function keep(file: string, course: Course, pieces: Uint8Array[]) {
  const folder = dirname(file)
  for (const name of await readdir(folder).catch(() => []))
    if (name.startsWith(`course-${course.id}-`))
      await rm(join(folder, name), { force: true }).catch(() => {})
  await writeCached(file, serialize(pieces))
}

/**
 * Builds courses in this process. It remembers what it has checked, for the author's next change,
 * unless none is expected.
 */
export function buildHere(
  checkQuestion: QuestionCheck,
  { expectsChanges = true } = {},
): CourseBuilder {
  return async (jobs, on) => {
    // The parser and the compiler take tens of megabytes: they are loaded only when there is
    // something to read.
    const { buildCourse } = await import('./build-course.server.ts')
    const { forgetChecked } = await import('./load-chapter.server.ts')
    for (const { folder, file } of jobs) {
      const { course, problems } = await buildCourse({
        folder,
        cacheFolder: dirname(file),
        checkQuestion,
        onCompiled: on.compiled,
      })
      const pieces = course && toPieces(course)
      if (course && pieces) await keep(file, course, pieces)
      await on.built({ pieces, problems })
      if (!expectsChanges) forgetChecked()
    }
  }
}
