import type { IncomingMessage } from 'node:http'
import { leftAt, type TokenBucket, waitForAllowance } from '../accounts/rate-limits/rate-limiter.ts'
import { BoundedMap } from '../platform/bounded-map.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import { routedPath } from './routed-path.ts'

// Far more than people send: a circle's evening is a hundred forms, a chapter thirty answers.
const forms: TokenBucket = { max: 300, perSecond: 5 }
const answers: TokenBucket = { max: 5000, perSecond: 20 }
const maxLearners = 10_000

const answerPath = /^\/[^/]+\/(courses|review)(\/|$)/
// What somebody does to be safe is never put off. The passphrases in them are limited on their own.
const urgentPath = /^\/[^/]+\/(sign-out|wipe|account(\/(erase|codes))?)\/?$/

/**
 * Limits what one learner stores by forms, so that no account fills the disk or the database's
 * time.
 */
export function formLimiter(clock: Clock = systemClock) {
  const learners = new BoundedMap<string, { tries: number; at: number }>(maxLearners)
  return {
    /** After how many seconds a learner's form may be sent again; 0 takes it now. */
    admit({ method, url }: Pick<IncomingMessage, 'method' | 'url'>, learnerId: string): number {
      if (method !== 'POST') return 0
      const path = routedPath(url ?? '')
      if (urgentPath.test(path)) return 0
      const [key, bucket] = answerPath.test(path)
        ? [`answers ${learnerId}`, answers]
        : [`forms ${learnerId}`, forms]
      const now = clock.now().getTime()
      const left = leftAt(learners.get(key) ?? { tries: bucket.max, at: now }, bucket, now)
      const wait = waitForAllowance(left, bucket)
      learners.set(key, wait > 0 ? left : { ...left, tries: left.tries - 1 })
      return Math.ceil(wait / 1000)
    },
  }
}
