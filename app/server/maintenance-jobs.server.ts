import { storeMissingSkeletons } from '../accounts/learner-store.server.ts'
import { deleteExpiredSessions } from '../accounts/sessions/sessions.server.ts'
import { sumUpQuarters } from '../circles/report/organisation-summary.server.ts'
import { retireCircles } from '../circles/retire-circles.server.ts'
import { eraseUnused } from '../personal-data/erase-person.server.ts'
import { secureErasePending } from '../personal-data/overwrite-erased.server.ts'
import type { Clock } from '../platform/clock.ts'
import { environment } from '../platform/environment.server.ts'
import { log } from '../platform/log.server.ts'

const every = 5 * 60 * 1000

async function triedOrLogged(work: Promise<void>, complaint: string): Promise<void> {
  await work.catch((error: unknown) => log.error({ error }, complaint))
}

async function workOnce(clock: Clock): Promise<void> {
  await triedOrLogged(
    storeMissingSkeletons(),
    'what pseudonyms look like was not stored; it is tried again in five minutes',
  )
  await triedOrLogged(deleteExpiredSessions(), 'old sessions were not deleted')
  await triedOrLogged(
    eraseUnused(clock),
    'unused accounts were not erased; it is tried again in five minutes',
  )
  await triedOrLogged(
    sumUpQuarters(clock),
    'the sums of a quarter were not made; it is tried again in five minutes',
  )
  const retiring = retireCircles({ months: environment.CIRCLE_MONTHS, clock })
  await triedOrLogged(
    retiring,
    'circles whose time is over were not emptied; it is tried again in five minutes',
  )
  await triedOrLogged(
    secureErasePending(),
    'what was deleted is not yet overwritten; it is tried again in five minutes',
  )
}

/**
 * Does at once, and then every five minutes, what nobody asks for: stores what old pseudonyms look
 * like, deletes sessions that have expired, erases accounts that are not used, makes the sums of
 * quarters, empties circles whose time is over, overwrites what was deleted, also before the
 * process began. Returns how to stop it.
 */
export function startMaintenanceJobs(clock: Clock): () => Promise<void> {
  let work = workOnce(clock)
  const timer = setInterval(() => {
    work = work.then(() => workOnce(clock))
  }, every)
  return () => {
    clearInterval(timer)
    return work
  }
}
