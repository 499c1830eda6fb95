import { type FSWatcher, watch } from 'node:fs'
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
  let watcher: FSWatcher | undefined
  let timer: NodeJS.Timeout | undefined

  async function loadAnew(): Promise<string | null> {
    try {
      const next = await loadCatalogue(options, catalogue)
      if (next.kind === 'broken') return describeProblems(next.problems)
      catalogue = next.catalogue
      return null
    } catch (error) {
      // A file that vanished or cannot be read while others change: the next change is read again.
      return `The courses could not be read: ${(error as Error).message}`
    }
  }

  // One after the other, so that an older state never takes the place of a newer one.
  let last: Promise<unknown> = Promise.resolve()
  function reload(): Promise<string | null> {
    const next = last.then(loadAnew)
    last = next
    return next
  }

  if (onChange) {
    watcher = watch(options.folder, { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(async () => onChange(await reload()), 100)
    })
  }
  return {
    current: () => catalogue,
    reload,
    stop() {
      clearTimeout(timer)
      watcher?.close()
    },
  }
}
