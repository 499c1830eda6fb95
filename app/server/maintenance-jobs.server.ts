import { setTimeout as pause } from 'node:timers/promises'
import { storeMissingSkeletons } from '../accounts/learner-store.server.ts'
import { deleteExpiredSessions } from '../accounts/sessions/sessions.server.ts'
import { sumUpQuarters } from '../circles/report/organisation-summary.server.ts'
import { retireCircles } from '../circles/retire-circles.server.ts'
import { eraseUnused } from '../personal-data/erase-person.server.ts'
import { overwriteErased } from '../personal-data/overwrite-erased.server.ts'
import type { Clock } from '../platform/clock.ts'
import { environment } from '../platform/environment.server.ts'
import { log } from '../platform/log.server.ts'
import { onOneServer } from '../platform/one-server.server.ts'
import { overwriteFile } from '../platform/secure-erase.server.ts'
import { oneForAll } from '../platform/workers/one-for-all.server.ts'
import { watchDate } from './date-jump.ts'
import { countDaily } from './figures/daily-counts.server.ts'
import { noteRegularWork } from './figures/regular-work.ts'

const noteWork = oneForAll('regular work', noteRegularWork)

const every = 5 * 60 * 1000
const day = 24 * 60 * 60 * 1000

/** Whether work was done; where it was not, a line of the log says so. */
async function triedOrLogged(work: Promise<void>, complaint: string): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    log.error({ error }, complaint)
    return false
  }
}

/** Does the work that is for one server, and this server's own. Tells the host how it went. */
async function workOnce(clock: Clock, daysAhead: () => number): Promise<void> {
  let isDone = true
  const isBegun = await triedOrLogged(
    onOneServer('regular work', async () => {
      isDone = await workThrough(clock, daysAhead())
    }),
    'the regular work could not be begun; it is tried again in five minutes',
  )
  const isCounted = await triedOrLogged(
    countDaily(clock),
    'the day’s figures were not counted; it is tried again in five minutes',
  )
  await noteWork(clock.now(), !isBegun || !isDone || !isCounted)
}

/** Whether all of it was done. Nothing is too old by a date that has jumped ahead. */
async function workThrough(clock: Clock, daysAhead: number): Promise<boolean> {
  const done = [daysAhead === 0 && (await workByDate(clock))]
  if (daysAhead > 0)
    log.error(
      `the machine’s date has jumped ahead by ${daysAhead} days: nothing is erased for its age ` +
        'until it is right, or the site is started again',
    )
  // What a process that was killed had deleted, and what nobody waits for, such as a withdrawn
  // comment.
  const erased = await overwriteErased()
  done.push(erased.isOverwritten || erased.reason === 'database-server')
  return done.every(Boolean)
}

async function workByDate(clock: Clock): Promise<boolean> {
  const done = [await triedOrLogged(deleteExpiredSessions(), 'old sessions were not deleted')]
  done.push(
    await triedOrLogged(
      eraseUnused(clock),
      'unused accounts were not erased; it is tried again in five minutes',
    ),
  )
  done.push(
    await triedOrLogged(
      sumUpQuarters(clock),
      'the sums of a quarter were not made; it is tried again in five minutes',
    ),
  )
  const retiring = retireCircles({ months: environment.CIRCLE_MONTHS, clock })
  done.push(
    await triedOrLogged(
      retiring,
      'circles whose time is over were not emptied; it is tried again in five minutes',
    ),
  )
  return done.every(Boolean)
}

/** Does what is done once, in the background, and not again while this process runs. */
async function workInBackground(signal: AbortSignal): Promise<void> {
  await triedOrLogged(
    onOneServer('skeletons', storeMissingSkeletons),
    'what pseudonyms look like was not stored; it is tried again at the next start',
  )
  await lookThroughFile(signal)
}

/** Looks through the file at once and then every day, for what another program left in it. */
async function lookThroughFile(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await triedOrLogged(
      onOneServer('daily look', () => overwriteFile('unhurried', signal)),
      'the database file was not looked through; it is tried again in a day',
    )
    await pause(day, undefined, { ref: false, signal }).catch(() => {})
  }
}

/**
 * Does at once, and then every five minutes, what nobody asks for: deletes sessions that have
 * expired, erases accounts that are not used, makes the sums of quarters, empties circles whose time
 * is over, overwrites what was deleted, also before the process began. Once, it stores what old
 * pseudonyms look like; every day it looks through the database file. Returns how to stop it.
 */
export function startMaintenanceJobs(clock: Clock): () => Promise<void> {
  const stopping = new AbortController()
  const daysAhead = watchDate(clock)
  let work = workOnce(clock, daysAhead)
  const background = work.then(() => workInBackground(stopping.signal))
  const timer = setInterval(() => {
    work = work.then(() => workOnce(clock, daysAhead))
  }, every)
  return () => {
    clearInterval(timer)
    stopping.abort()
    return Promise.all([work, background]).then(() => {})
  }
}
