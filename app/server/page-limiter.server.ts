import type { IncomingMessage } from 'node:http'
import { rejectingLimiter } from '../platform/rejecting-limiter.ts'

/**
 * How many pages are rendered at once of one kind. More would only make each of them, and all
 * others, wait longer.
 */
const rendering = 8

/**
 * Rooms for the pages in the making: guests and learners have rooms of their own, and so have pages
 * and forms, so that a crowd in one of them never makes the others wait or refuses them. Each takes
 * `max`. A form may wait for a passphrase to be hashed, so that all are begun at once; answers to a
 * chapter are pages.
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
      { method, url }: IncomingMessage,
      learnerId: string | null,
      work: () => Promise<T>,
      full: () => T,
    ): Promise<T> {
      const isPage = method !== 'POST' || (url ?? '').includes('/courses/')
      return (learnerId === null ? guests : learners)[isPage ? 'pages' : 'forms'].run(
        learnerId,
        work,
        full,
      )
    },
  }
}
