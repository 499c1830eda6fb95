import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LoadOptions, loadCatalogue } from '../../app/courses/load/load-catalogue.server.ts'
import type { Course } from '../../app/courses/model/chapter.ts'
import { checkQuestion } from '../../app/quizzes/types/question-types.ts'

const here = import.meta.dirname

/** Where tests keep compiled chapters, so that one text is compiled once. */
const cacheFolder = join(here, '../../.cache/test-chapters')

/** The tiny course without a fault, as the loader takes it. */
export const goodCourse: LoadOptions = { folder: join(here, 'good'), cacheFolder, checkQuestion }

/** The real courses, as the loader takes them. */
export const realCourses: LoadOptions = {
  folder: join(here, '../../courses'),
  cacheFolder,
  checkQuestion,
}

/** A copy of the tiny course with the files of a fault laid over it. Anyone who asks removes it. */
export function brokenCourse(fault?: string): LoadOptions & { remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'cirkel-course-'))
  for (const layer of ['good', ...(fault ? [fault] : [])])
    cpSync(join(here, layer), folder, { recursive: true })
  return {
    folder,
    cacheFolder,
    checkQuestion,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/**
 * The tiny course, loaded: two chapters, the first in English and Swedish, the second in English
 * only.
 */
export async function loadGoodCourse(): Promise<Course> {
  const loaded = await loadCatalogue(goodCourse)
  if (loaded.kind === 'broken') throw new Error(JSON.stringify(loaded.problems))
  return loaded.catalogue.courses.get('tiny') as Course
}
