import { createHash } from 'node:crypto'
import { readdir, readFile, realpath, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { deserialize } from 'node:v8'
import type { QuestionCheck } from '../checks/check-chapter.ts'
import type { Catalogue, Course, Problem } from '../model/chapter.ts'
import { buildHere, type CourseBuilder, type CourseJob } from './build-courses.server.ts'
import { fromPieces } from './course-pieces.server.ts'

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
  /** Who checks and compiles; this process itself unless said otherwise. */
  build?: CourseBuilder
  /** Called when courses have to be built: gives who is told, after each text, how many are done. */
  progress?: () => (done: number, of: number) => void
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

/** A hash of every file below a folder, by its name in it; and how many texts are to be compiled. */
async function readFolder(folder: string): Promise<{ hash: string; texts: number }> {
  const hash = createHash('sha256')
  const files = (await filesBelow(folder)).sort()
  for (const file of files)
    hash.update(`${file.slice(folder.length)}\n`).update(await readFile(file))
  const texts = files.filter((file) =>
    /^\/(\d\d-[^/]+|pages\/[^/]+)\/[^/]+\.mdx$/.test(file.slice(folder.length)),
  )
  return { hash: hash.digest('hex'), texts: texts.length }
}

/** A kept course, or null where there is none or the file is damaged: then it is made again. */
async function readKept(file: string): Promise<Course | null> {
  try {
    return await fromPieces(deserialize(await readFile(file)) as Buffer[])
  } catch {
    return null
  }
}

/** What each loaded course was made of, so that it need not be read again while that is the same. */
const keys = new WeakMap<Course, string>()

/** A course that lies below the folder of courses. */
interface Found extends CourseJob {
  hash: string
  key: string
  texts: number
}

/** A course as it is served already, or as it is kept. */
async function takeOver({ folder, key, file }: Found, before?: Catalogue): Promise<Course | null> {
  const served = before?.courses.get(basename(folder))
  if (served && keys.get(served) === key) return served
  const kept = await readKept(file)
  if (kept) keys.set(kept, key)
  return kept
}

/** Builds what could not be taken as it was kept. Gives every fault of those. */
async function buildMissing(
  missing: Found[],
  loaded: Map<string, Course>,
  options: LoadOptions,
): Promise<Problem[]> {
  if (missing.length === 0) return []
  const problems: Problem[] = []
  const of = missing.reduce((sum, { texts }) => sum + texts, 0)
  const build = options.build ?? buildHere(options.checkQuestion)
  const waiting = missing.values()
  const tell = options.progress?.()
  let done = 0
  await build(missing, {
    async built({ pieces, problems: found }) {
      const { folder, file, key, hash } = waiting.next().value as Found
      problems.push(...found)
      // Once there is a fault, nothing of all this is served.
      if (!pieces || problems.length > 0) return
      const course = await fromPieces(pieces)
      loaded.set(folder, course)
      // One that was changed while it was read is not what its key says.
      if ((await readFolder(folder)).hash === hash) keys.set(course, key)
      else await rm(file, { force: true })
    },
    compiled() {
      done += 1
      tell?.(done, of)
    },
  })
  return problems
}

/**
 * Discovers, checks and compiles every course below a folder. Either all of it is right, or the
 * answer is the list of what is not. A course of the catalogue `before` that has not changed is
 * taken over as it is.
 */
export async function loadCatalogue(options: LoadOptions, before?: Catalogue): Promise<Loaded> {
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
  const checked = (await Promise.all(checks.map(readFolder))).map(({ hash }) => hash).join()
  const hashes: string[] = []
  const missing: Found[] = []
  const loaded = new Map<string, Course>()
  for (const folder of folders) {
    const { hash, texts } = await readFolder(folder)
    hashes.push(hash)
    const key = createHash('sha256')
      .update([process.version, checked, basename(folder), hash].join())
      .digest('hex')
    const file = join(options.cacheFolder, `course-${basename(folder)}-${key}`)
    const one = { folder, hash, key, file, texts }
    const course = options.trustsCache ? await takeOver(one, before) : null
    if (course) loaded.set(folder, course)
    else missing.push(one)
  }
  const problems = await buildMissing(missing, loaded, options)
  if (problems.length > 0) return { kind: 'broken', problems }
  const courses = new Map<string, Course>()
  for (const folder of folders) {
    const course = loaded.get(folder) as Course
    courses.set(course.id, course)
  }
  const version = createHash('sha256').update(hashes.join()).digest('hex').slice(0, 12)
  return { kind: 'ok', catalogue: { version, courses } }
}

/** The problems as an author reads them: a line each, file first. */
export function describeProblems(problems: Problem[]): string {
  return problems.map(({ file, line, message }) => `${file}:${line}  ${message}`).join('\n')
}
