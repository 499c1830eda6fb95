import {
  type CatalogueHolder,
  watchCatalogue,
  watchFolder,
} from '../courses/load/current-catalogue.server.ts'
import type { LoadOptions } from '../courses/load/load-catalogue.server.ts'
import type { Catalogue } from '../courses/model/chapter.ts'
import { log } from '../platform/log.server.ts'
import { byLead, whileLeading } from '../platform/workers/lead.server.ts'
import { inEach, isWorker, oneForAll } from '../platform/workers/one-for-all.server.ts'

/** The courses that are served. */
export interface ServedCourses {
  current(): Catalogue
  /** The version that all workers serve: told to the host when the last of them has it. */
  versionOfAll(): string
  /** Whether what lies on the disk is broken, so that older courses are served. */
  areBroken(): boolean
  stop(): Promise<void>
}

/** What to do when courses were put in place; with the problems where those on the disk are broken. */
type OnChange = (problems: string | null) => void

let holder: CatalogueHolder | null = null
let onSwap: OnChange = () => {}
let areBroken = false
let versionHere = ''

// In the first process.
let versionOfAll: string | null = null
const findVersion = oneForAll('the version of the courses', () => versionOfAll)
const storeVersion = oneForAll('courses are live', (version: string) => {
  versionOfAll = version
})

async function prepareHere(): Promise<{ problems: string | null; version: string }> {
  const problems = (await holder?.prepare()) ?? null
  return { problems, version: holder?.prepared() ?? '' }
}

const prepareAll = inEach('prepare courses', prepareHere)

const swapAll = inEach('swap courses', () => {
  const isMended = areBroken
  areBroken = false
  const isSwapped = holder?.swap() ?? false
  if (isSwapped) onSwap(null)
  return isMended || isSwapped
})

const noteBroken = inEach('courses are broken', () => {
  areBroken = true
})

const noteLive = inEach('all serve courses', (version: string) => {
  versionHere = version
  if (holder && holder.current().version !== version) void lookAgain()
})

/** Has all workers serve what lies on the disk: one compiles it, all make ready, then all swap. */
async function change(): Promise<void> {
  const { problems: fault } = await prepareHere()
  const prepared = fault ? [] : await prepareAll()
  const problems = fault ?? prepared.find((one) => one.problems)?.problems ?? null
  if (problems !== null) {
    await noteBroken()
    onSwap(problems)
    return
  }
  const version = holder?.prepared() ?? ''
  const changed = await swapAll()
  await storeVersion(version)
  await noteLive(version)
  if (changed.includes(true)) log.info('the courses were loaded again')
}

let last: Promise<unknown> = Promise.resolve()

/** Looks whether what is served is what lies on the disk, and has it served. */
const lookAgain = byLead('look at the courses', () => {
  last = last
    .then(change)
    .catch((error: unknown) =>
      log.error({ error }, 'a change of the courses did not reach all processes'),
    )
})

async function holdTogether(options: LoadOptions, onChange: OnChange): Promise<ServedCourses> {
  holder = await watchCatalogue(options)
  onSwap = onChange
  const { version } = holder.current()
  versionHere = (await findVersion()) ?? version
  if (versionHere !== version) void lookAgain()
  else await storeVersion(version)
  const stop = await whileLeading(async (isStart) => {
    if (!isStart) void lookAgain()
    const stopWatching = watchFolder(options.folder, () => void lookAgain())
    return async () => stopWatching()
  })
  return {
    current: holder.current,
    versionOfAll: () => versionHere,
    areBroken: () => areBroken,
    stop,
  }
}

/**
 * Loads the courses and keeps what is served up to what lies on the disk. Several workers swap
 * together, and the host is told of a change when all of them have it (docs/decisions/094).
 */
export async function serveCourses(
  options: LoadOptions,
  onChange: OnChange,
): Promise<ServedCourses> {
  if (isWorker) return holdTogether(options, onChange)
  const own = await watchCatalogue(options, (problems) => {
    areBroken = Boolean(problems)
    onChange(problems)
  })
  return {
    current: own.current,
    versionOfAll: () => own.current().version,
    areBroken: () => areBroken,
    stop: async () => own.stop(),
  }
}
