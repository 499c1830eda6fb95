import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { environment } from '../platform/environment.server.ts'
import { log } from '../platform/log.server.ts'
import { makeFolder } from '../platform/make-folder.server.ts'
import { newId } from '../platform/random.server.ts'
import { oneForAll } from '../platform/workers/one-for-all.server.ts'
import { type HeldFile, holdFile } from './held-file.server.ts'
import type { PackageFile } from './offered-files.ts'

/** A file of a course in a language, as it is asked for. */
export interface PackageRequest {
  course: string
  lang: string
  /** The catalogue's version. */
  version: string
  file: PackageFile
}

/** Where a file stands: ready with its size, being made, not asked for yet, or not to be made. */
export type PackageState =
  | { kind: 'ready'; bytes: number }
  | { kind: 'unasked' }
  | { kind: 'waiting' }
  | { kind: 'failed' }

const folder = join(environment.CACHE, 'packages')
const maxSeconds = 300
const retryMs = 60_000
const keptMs = 24 * 60 * 60 * 1000

// What the files are made with: a change in it makes the files out of date, as one of the course.
const sources = ['app/packages', 'app/courses', 'app/quizzes', 'app/i18n', 'app/ui']

async function hashSources(): Promise<string> {
  const hash = createHash('sha256').update(environment.SITE_NAME)
  for (const source of sources)
    for (const name of (await readdir(source, { recursive: true })).sort()) {
      const file = join(source, name)
      if ((await stat(file)).isFile()) hash.update(file).update(await readFile(file))
    }
  return hash.digest('hex').slice(0, 12)
}

let program: Promise<string> | null = null

/** What the names of all files of the present edition begin with. */
async function editionOf({ version }: PackageRequest): Promise<string> {
  // What failed is tried again when it is asked for next: the disk may have been away for a moment.
  program ??= hashSources().catch((error: unknown) => {
    program = null
    throw error
  })
  return `${version}-${await program}`
}

async function pathOf(request: PackageRequest): Promise<string> {
  const { course, lang, file } = request
  return join(folder, `${await editionOf(request)}-${course}-${lang}-${file.name}`)
}

const waiting = new Set<string>()
const failedAt = new Map<string, number>()
let work: Promise<void> = Promise.resolve()
let running: ReturnType<typeof spawn> | null = null
let isStopped = false

/** Has a process give way to others, where that is possible: it may be over by now. */
function giveWay(pid: number | undefined) {
  try {
    if (pid !== undefined) setPriority(pid, 10)
  } catch {
    // Then it is made with the same right as anything else.
  }
}

/** Runs `npm run package` beside the site, in a process that gives way to it. */
function run({ course, lang, version, file }: PackageRequest, out: string): Promise<void> {
  const args = ['--import', 'tsx', 'scripts/package.ts', file.form]
  args.push('--course', course, '--lang', lang, '--of', version, '--out', out)
  if (!file.withPictures) args.push('--no-pictures')
  const { COURSES, CACHE, SITE_NAME } = environment
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', COURSES, CACHE, SITE_NAME },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: maxSeconds * 1000,
    })
    running = child
    let complaint = ''
    child.stderr.on('data', (text) => {
      complaint = `${complaint}${text}`.slice(-2000)
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(complaint || `${code}`)),
    )
    giveWay(child.pid)
  })
}

/**
 * Removes what nobody has made since yesterday of other editions, and drafts of processes that were
 * ended. Another site with the same cache folder keeps what it has.
 */
async function removeOld(edition: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${edition}-`) && !name.endsWith('.draft')) continue
    const path = join(folder, name)
    const made = await stat(path).catch(() => null)
    if (made && Date.now() - made.mtimeMs > keptMs) await rm(path, { force: true })
  }
}

async function make(request: PackageRequest, path: string): Promise<void> {
  if (isStopped) return
  // A name of its own: another site may make the same file in this folder.
  const draft = `${path}.${newId()}.draft`
  try {
    makeFolder(folder)
    await run(request, draft)
    await rename(draft, path)
    failedAt.delete(path)
    await removeOld(await editionOf(request))
  } catch (error) {
    if (isStopped) return
    failedAt.set(path, performance.now())
    log.error({ error }, 'a file to be carried away could not be made')
  } finally {
    running = null
    waiting.delete(path)
    await rm(draft, { force: true })
  }
}

async function findPackage(request: PackageRequest): Promise<PackageState & { path?: string }> {
  const path = await pathOf(request).catch((error: unknown) => {
    log.error({ error }, 'the program’s own files could not be read')
    return null
  })
  if (path === null) return { kind: 'failed' }
  const found = await stat(path).catch(() => null)
  if (found) return { kind: 'ready', bytes: found.size }
  const failed = failedAt.get(path)
  if (failed !== undefined && performance.now() - failed < retryMs) return { kind: 'failed' }
  return waiting.has(path) ? { kind: 'waiting' } : { kind: 'unasked', path }
}

/** Where a file stands, without having it made. */
export const stateOfPackage = oneForAll(
  'state of a package',
  async (request: PackageRequest): Promise<PackageState> => {
    const { path: _, ...state } = await findPackage(request)
    return state
  },
)

/**
 * Where a file stands. One that is not there is put in the queue: they are made one at a time,
 * beside the site, once for each edition of the course. One that failed is tried again after a
 * minute, when somebody asks. There is one queue for all workers of a machine.
 */
export const askForPackage = oneForAll('make a package', ask)

async function ask(request: PackageRequest): Promise<PackageState> {
  const { path, ...state } = await findPackage(request)
  if (path === undefined) return state
  // Two who asked meanwhile: the first one put it in the queue.
  if (!waiting.has(path)) {
    waiting.add(path)
    work = work.then(() => make(request, path))
  }
  return { kind: 'waiting' }
}

/**
 * Puts a file that the host made where the site offers it, for as long as the edition is the present
 * one; says where. Rejects where it cannot be written.
 */
export async function putPackage(request: PackageRequest, bytes: Uint8Array): Promise<string> {
  const path = await pathOf(request)
  const draft = `${path}.${newId()}.draft`
  makeFolder(folder)
  await writeFile(draft, bytes)
  await rename(draft, path)
  return path
}

/** A file that is ready; null where it is not. */
export async function openPackage(request: PackageRequest): Promise<HeldFile | null> {
  return pathOf(request)
    .then(holdFile)
    .catch(() => null)
}

/** Ends what is being made: the site is closing. */
export async function stopMaking(): Promise<void> {
  isStopped = true
  running?.kill()
  await work
}
