import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Gives back the memory of what nothing uses any more; it stops the process for some 80 ms. For
 * work that leaves much behind, such as loading the courses: V8 by itself keeps twice what is used
 * for as long as the machine has memory to spare.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
