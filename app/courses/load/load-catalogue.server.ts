import { createHash } from 'node:crypto'
import { readdir, readFile, realpath, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { QuestionCheck } from '../checks/check-chapter.ts'
import type { Catalogue, Course, Problem } from '../model/chapter.ts'
import { writeCached } from './cache-folder.server.ts'

/** A catalogue without a fault, or every fault there is. */
export type Loaded = { kind: 'ok'; catalogue: Catalogue } | { kind: 'broken'; problems: Problem[] }

/** Where the courses lie, where what was compiled is kept, and who knows questions. */
export interface LoadOptions {
  folder: string
  cacheFolder: string
  checkQuestion: QuestionCheck
  /**
   * Take a course that was checked before, as a whole, where none of its files has changed since.
   */
  trustsCache?: boolean
}

// What a checked course depends on apart from its own files: the checks themselves, the order of
// options, and the compiler's version.
const checks = ['app/courses', 'app/quizzes', 'app/platform/shuffle.ts', 'package-lock.json']

/**
 * Every file below a folder, those behind symbolic links too; a link back to a folder above is not
 * followed.
 */
async function filesBelow(path: string, above: string[] = []): Promise<string[]> {
  const real = await realpath(path).catch(() => null)
  if (real === null || above.includes(real)) return []
  if ((await stat(real)).isFile()) return [path]
  const names = await readdir(real).catch(() => [])
  return (
    await Promise.all(names.map((name) => filesBelow(join(path, name), [...above, real])))
  ).flat()
}

/**
 * The courses' folders, those behind symbolic links too. A link that leads nowhere is a problem.
 */
async function courseFolders(folder: string): Promise<{ folders: string[]; problems: Problem[] }> {
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => !name.startsWith('.'))
    .sort()
  const folders: string[] = []
  const problems: Problem[] = []
  for (const file of names.map((name) => join(folder, name))) {
    const found = await stat(file).catch(() => null)
    if (found?.isDirectory()) folders.push(file)
    else if (!found)
      problems.push({
        file,
        line: 1,
        message: 'This symbolic link leads nowhere. Correct it or remove it.',
      })
  }
  if (names.includes('course.yaml'))
    problems.push({
      file: join(folder, 'course.yaml'),
      line: 1,
      message:
        'The setting COURSES names a course. Name the folder that it stands in: each folder in that one is a course.',
    })
  return { folders, problems }
}

/** A hash of every file below a folder, by its name in it. */
async function hashOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const file of (await filesBelow(folder)).sort())
    hash.update(`${file.slice(folder.length)}\n`).update(await readFile(file))
  return hash.digest('hex')
}

/** Keeps a checked course, in the place of what was kept of it before. */
async function keep(file: string, course: Course) {
  const folder = join(file, '..')
  for (const name of await readdir(folder).catch(() => []))
    if (name.startsWith(`course-${course.id}-`))
      await rm(join(folder, name), { force: true }).catch(() => {})
  await writeCached(file, serialize(course))
}

/** A kept course, or null where the file is damaged: then it is made again. */
function revive(kept: Buffer): Course | null {
  try {
    return deserialize(kept) as Course
  } catch {
    return null
  }
}

async function loadCourse(
  folder: string,
  key: string,
  options: LoadOptions,
): Promise<{ course: Course | null; problems: Problem[] }> {
  const file = join(options.cacheFolder, `course-${basename(folder)}-${key}`)
  const cached = options.trustsCache ? await readFile(file).catch(() => null) : null
  const course = cached && revive(cached)
  if (course) return { course, problems: [] }
  // The parser and the compiler take tens of megabytes: they are loaded only when there is
  // something to read.
  const { buildCourse } = await import('./build-course.server.ts')
  const built = await buildCourse({
    folder,
    cacheFolder: options.cacheFolder,
    checkQuestion: options.checkQuestion,
  })
  if (built.course) await keep(file, built.course)
  return built
}

/**
 * Discovers, checks and compiles every course below a folder. Either all of it is right, or the
 * answer is the list of what is not.
 */
export async function loadCatalogue(options: LoadOptions): Promise<Loaded> {
  const { folders, problems: misplaced } = await courseFolders(options.folder)
  if (misplaced.length > 0) return { kind: 'broken', problems: misplaced }
  if (folders.length === 0)
    return {
      kind: 'broken',
      problems: [
        {
          file: options.folder,
          line: 1,
          message: 'There is no course in this folder (the setting COURSES).',
        },
      ],
    }
  const checked = (await Promise.all(checks.map(hashOf))).join()
  const hashes: string[] = []
  const loaded = []
  for (const folder of folders) {
    const hash = await hashOf(folder)
    hashes.push(hash)
    const key = createHash('sha256')
      .update([process.version, checked, basename(folder), hash].join())
      .digest('hex')
    loaded.push(await loadCourse(folder, key, options))
  }
  const problems = loaded.flatMap((one) => one.problems)
  if (problems.length > 0) return { kind: 'broken', problems }
  const version = createHash('sha256').update(hashes.join()).digest('hex').slice(0, 12)
  return {
    kind: 'ok',
    catalogue: {
      version,
      courses: new Map(
        loaded.flatMap(({ course }) => (course ? [[course.id, course] as const] : [])),
      ),
    },
  }
}

/** The problems as an author reads them: a line each, file first. */
export function describeProblems(problems: Problem[]): string {
  return problems.map(({ file, line, message }) => `${file}:${line}  ${message}`).join('\n')
}
