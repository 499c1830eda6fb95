import type { IncomingMessage } from 'node:http'
import { rejectingLimiter } from '../platform/rejecting-limiter.ts'
import { routedPath } from './routed-path.ts'

/**
 * How many pages are rendered at once of one kind. More would only make each of them, and all
 * others, wait longer.
 */
const rendering = 8

const coursePath = /^\/[^/]+\/courses\//
// Looks a code up, and is held where others of the same person are being tried.
const joinPath = /^\/[^/]+\/join\//

/** Whether something is made at once: all but forms, which may wait, and a try at a circle's code. */
function isMadeAtOnce({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  const path = routedPath(url)
  return method === 'POST' ? coursePath.test(path) : !joinPath.test(path)
}

/**
 * Rooms for the pages in the making: guests and learners have rooms of their own, and so have pages
 * and forms, so that a crowd in one of them never makes the others wait or refuses them. Each takes
 * `max`. A form may wait for a passphrase to be hashed, or for its turn to try one, so that all are
 * begun at once; answers to a chapter are pages.
 */
export function pageLimiter(max: number) {
  const running = Math.min(rendering, max)
  const pages = () => rejectingLimiter({ running, waiting: max - running })
  const forms = () => rejectingLimiter({ running: max, waiting: 0 })
  const guests = { pages: pages(), forms: forms() }
  const learners = { pages: pages(), forms: forms() }
  return {
    /** Makes a page in the room for it, or gives what there is for those who find it full. */
    run<T>(
      request: Pick<IncomingMessage, 'method' | 'url'>,
      learnerId: string | null,
      work: () => Promise<T>,
      full: () => T,
    ): Promise<T> {
      const kind = isMadeAtOnce(request) ? 'pages' : 'forms'
      return (learnerId === null ? guests : learners)[kind].run(learnerId, work, full)
    },
  }
}
