import { watch } from 'node:fs'
import type { Catalogue } from '../model/chapter.ts'
import { describeProblems, type LoadOptions, loadCatalogue } from './load-catalogue.server.ts'

/**
 * Holds the catalogue that is served. It is swapped whole; a broken change leaves the last good one
 * in place.
 */
export interface CatalogueHolder {
  current(): Catalogue
  /** Loads again; the problems, in words, if the courses are broken now. */
  reload(): Promise<string | null>
  /** Loads again what {@link swap} is to put in the place of the current one. */
  prepare(): Promise<string | null>
  /** The version of what was prepared; of the current one where nothing was. */
  prepared(): string
  /** Puts in place what was prepared. False where nothing was, or it is the same. */
  swap(): boolean
  stop(): void
}

/** Thrown at start when a course is broken; the message lists every problem with file and line. */
export class BrokenCourses extends Error {
  override name = 'BrokenCourses'
}

/**
 * Loads the courses and keeps them in memory. Throws {@link BrokenCourses} if they are broken at
 * start. With `onChange`, the folder is watched: a change is loaded and told, with the problems if
 * there are any.
 */
export async function watchCatalogue(
  options: LoadOptions,
  onChange?: (problems: string | null) => void,
): Promise<CatalogueHolder> {
  const first = await loadCatalogue(options)
  if (first.kind === 'broken') throw new BrokenCourses(describeProblems(first.problems))
  let catalogue = first.catalogue
  let prepared: Catalogue | null = null
  let stopWatching = () => {}

  async function loadAnew(): Promise<string | null> {
    try {
      const next = await loadCatalogue(options, catalogue)
      if (next.kind === 'broken') return describeProblems(next.problems)
      prepared = next.catalogue
      return null
    } catch (error) {
      // A file that vanished or cannot be read while others change: the next change is read again.
      return `The courses could not be read: ${(error as Error).message}`
    }
  }

  // One after the other, so that an older state never takes the place of a newer one.
  let last: Promise<unknown> = Promise.resolve()
  function prepare(): Promise<string | null> {
    const next = last.then(loadAnew)
    last = next
    return next
  }

  function swap(): boolean {
    const isAnother = prepared !== null && prepared.version !== catalogue.version
    if (prepared) catalogue = prepared
    prepared = null
    return isAnother
  }

  async function reload(): Promise<string | null> {
    const problems = await prepare()
    if (!problems) swap()
    return problems
  }

  if (onChange) stopWatching = watchFolder(options.folder, async () => onChange(await reload()))
  return {
    current: () => catalogue,
    reload,
    prepare,
    prepared: () => (prepared ?? catalogue).version,
    swap,
    stop: () => stopWatching(),
  }
}

/** Watches the folder of the courses, and tells when a change has come to rest. Returns how to stop. */
export function watchFolder(folder: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(onChange, 100)
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
