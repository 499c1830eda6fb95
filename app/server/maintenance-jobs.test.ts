import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isOnServer, useTestDatabase } from '../../tests/factories/test-database.ts'
import { getLearner, startSession } from '../accounts/sessions/sessions.server.ts'
import { signUp } from '../accounts/sign-up.server.ts'
import { forgetInCircles } from '../circles/forget-in-circles.server.ts'
import { createCircle } from '../circles/start/create-circle.server.ts'
import { commentsOf } from '../comments/comment-store.server.ts'
import { sendComment } from '../comments/send-comment.server.ts'
import { withdrawComment } from '../comments/withdraw-comment.server.ts'
import { systemClock } from '../platform/clock.ts'
import { database } from '../platform/database.server.ts'
import { log } from '../platform/log.server.ts'
import { newId } from '../platform/random.server.ts'
import { regularWork } from './figures/regular-work.ts'
import { startMaintenanceJobs } from './maintenance-jobs.server.ts'

const stored = useTestDatabase()
const passphrase = 'six quiet otters near the bridge'
const day = 24 * 60 * 60 * 1000
let count = 0

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['Date', 'setInterval', 'clearInterval'],
    now: new Date('2026-11-21T15:00:00Z'),
  })
})
afterEach(() => {
  vi.useRealTimers()
})

function from(setCookie: string): Request {
  return new Request('http://localhost/en', {
    headers: { Cookie: setCookie.split(';')[0] as string },
  })
}

async function someone({ ownDevice = false } = {}) {
  count += 1
  const pseudonym = `Unused Urial ${count}`
  const made = await signUp({ pseudonym, passphrase, ownDevice })
  if (made.kind !== 'signed-up') throw new Error(made.kind)
  const request = from(made.cookie)
  return { pseudonym, request, learnerId: (await getLearner(request))!.learnerId }
}

/** The server's regular work, done once at a moment. */
async function work(moment: string | number) {
  vi.setSystemTime(new Date(moment))
  await startMaintenanceJobs(systemClock)()
}

async function isThere({ learnerId }: { learnerId: string }): Promise<boolean> {
  return (await (await database()).learner.count({ where: { id: learnerId } })) > 0
}

/** Has the database refuse to delete one learner. */
function refuseDeleting(learnerId: string): string[] {
  const when = `BEFORE DELETE ON "Learner"`
  if (!isOnServer)
    return [
      `CREATE TRIGGER stuck ${when} WHEN OLD.id = '${learnerId}' BEGIN SELECT RAISE(ABORT, 'stuck'); END`,
    ]
  return [
    `CREATE FUNCTION stuck() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'stuck'; END $$`,
    `CREATE TRIGGER stuck ${when} FOR EACH ROW WHEN (OLD."id" = '${learnerId}') EXECUTE FUNCTION stuck()`,
  ]
}

describe('P10: an account that nobody uses for twelve months', () => {
  test('is erased on its day, not a day earlier, and out of the raw file', async () => {
    const gone = await someone()
    await work('2027-11-20T23:59:59Z')
    expect([
      await isThere(gone),
      await stored.holds(gone.pseudonym),
      await stored.holds(gone.learnerId),
    ]).toEqual([true, true, true])
    await work('2027-11-21T12:00:00Z')
    expect([
      await isThere(gone),
      await stored.holds(gone.pseudonym),
      await stored.holds(gone.learnerId),
    ]).toEqual([false, false, false])
  })

  test('goes alone: those who were here since stay', async () => {
    const [gone, here] = [await someone(), await someone()]
    vi.setSystemTime(new Date('2026-11-22T09:00:00Z'))
    const request = from(await startSession({ learnerId: here.learnerId, ownDevice: false }))
    expect(await getLearner(request)).not.toBeNull()
    await work('2027-11-21T12:00:00Z')
    expect([await isThere(gone), await isThere(here), await stored.holds(here.pseudonym)]).toEqual([
      false,
      true,
      true,
    ])
    await work('2027-11-22T12:00:00Z')
    expect(await isThere(here)).toBe(false)
  })

  test('stays while the date has jumped ahead under the site, which says so, and goes when the date is right', async () => {
    const gone = await someone()
    const said = vi.spyOn(log, 'error')
    const stop = startMaintenanceJobs(systemClock)
    const next = async (moment: string, isFaulty: boolean) => {
      vi.setSystemTime(new Date(moment))
      vi.advanceTimersByTime(5 * 60 * 1000)
      await expect.poll(() => regularWork().isFaulty, { timeout: 60_000 }).toBe(isFaulty)
    }
    await next('2034-11-21T15:00:00Z', true)
    expect(await isThere(gone)).toBe(true)
    expect(said).toHaveBeenCalledWith(
      expect.stringMatching(/date has jumped ahead by 292\d days: nothing is erased for its age/),
    )
    await next('2026-11-21T15:10:00Z', false)
    await stop()
    said.mockRestore()
    expect(await isThere(gone)).toBe(true)
    await work('2027-11-21T12:00:00Z')
    expect(await isThere(gone)).toBe(false)
  })

  test('goes although another one cannot be erased, which goes when it can', async () => {
    const [stuck, gone] = [await someone(), await someone()]
    const db = await database()
    for (const statement of refuseDeleting(stuck.learnerId)) await db.$executeRawUnsafe(statement)
    await work('2027-11-21T12:00:00Z')
    expect([await isThere(stuck), await isThere(gone), await stored.holds(gone.pseudonym)]).toEqual(
      [true, false, false],
    )
    await db.$executeRawUnsafe(`DROP TRIGGER stuck${isOnServer ? ' ON "Learner"' : ''}`)
    await work('2027-11-21T12:05:00Z')
    expect([await isThere(stuck), await stored.holds(stuck.pseudonym)]).toEqual([false, false])
  })

  test('is saved by a sign-in at the last moment, before the first page is opened', async () => {
    const saved = await someone()
    vi.setSystemTime(new Date('2027-11-21T11:59:59Z'))
    const cookie = await startSession({ learnerId: saved.learnerId, ownDevice: false })
    await work('2027-11-21T12:00:01Z')
    expect((await getLearner(from(cookie)))?.pseudonym).toBe(saved.pseudonym)
    await work('2027-11-22T12:00:00Z')
    expect(await isThere(saved)).toBe(true)
  })
})

describe('P10: an account that is used', () => {
  test('again and again is never erased', async () => {
    const learner = await someone()
    const start = Date.now()
    for (let days = 0; days <= 1500; days += 364) {
      vi.setSystemTime(start + days * day)
      const cookie = await startSession({ learnerId: learner.learnerId, ownDevice: false })
      expect(await getLearner(from(cookie))).not.toBeNull()
      await work(start + days * day + 12 * 60 * 60_000)
    }
    expect(await isThere(learner)).toBe(true)
  })

  test('only by staying signed in on one’s own device, now and then, is not erased either', async () => {
    const learner = await someone({ ownDevice: true })
    const start = Date.now()
    let signIns = 0
    let request = learner.request
    for (let days = 13; days <= 403; days += 13) {
      await work(start + days * day)
      if (!(await getLearner(request))) {
        // Every 90 days the session ends for good, and the passphrase is asked for again.
        signIns += 1
        request = from(await startSession({ learnerId: learner.learnerId, ownDevice: true }))
        expect(await getLearner(request)).not.toBeNull()
      }
    }
    expect(signIns).toBe(4)
    await work(start + (403 + 364) * day)
    expect(await isThere(learner)).toBe(true)
    await work(start + (403 + 367) * day)
    expect(await isThere(learner)).toBe(false)
  })
})

describe('P9: what somebody takes back', () => {
  test('is out of the raw file after the next round: a withdrawn comment', async () => {
    const { learnerId } = await someone()
    const text = 'a tale that its sender takes back'
    const story = {
      course: 'c',
      chapter: 'ch',
      section: null,
      country: 'ZW',
      language: 'en',
      text,
      isSigned: true,
      sentOn: '2026-11-21',
    }
    await sendComment({ learnerId, ...story })
    const [comment] = await commentsOf(learnerId)
    expect(await withdrawComment(learnerId, comment!.id)).toBe(true)
    expect(await stored.holds(text)).toBe(!isOnServer)
    await work('2026-11-21T15:05:00Z')
    expect(await stored.holds(text)).toBe(false)
  })

  test('is out of the raw file after the next round: a name in a circle that its owner has left', async () => {
    const { learnerId } = await someone()
    const wish = {
      name: 'Tuesday',
      course: 'c',
      timeZone: 'UTC',
      meetings: [],
      trainer: 'Lynx by the mill',
    }
    const begun = await createCircle({ id: newId(), learnerId, wish, clock: systemClock })
    if (begun.kind !== 'started') throw new Error(begun.reason)
    await forgetInCircles(learnerId, systemClock)
    expect(await stored.holds(wish.trainer)).toBe(!isOnServer)
    await work('2026-11-21T15:05:00Z')
    expect(await stored.holds(wish.trainer)).toBe(false)
  })
})

describe('P4: a session that has expired, with the minute of its last use', () => {
  test('is out of the raw file within a day: at the first round of a day that deletes any', async () => {
    const { learnerId, request } = await someone()
    const idOfSession = async (from: Request) => (await getLearner(from))!.sessionId
    const first = await idOfSession(request)
    await work('2026-11-23T15:00:00Z')
    expect(await stored.holds(first)).toBe(false)
    const second = await idOfSession(from(await startSession({ learnerId, ownDevice: false })))
    await work('2026-11-23T16:00:00Z')
    expect(await (await database()).session.count({ where: { id: second } })).toBe(0)
    const third = await idOfSession(from(await startSession({ learnerId, ownDevice: false })))
    await work('2026-11-24T01:00:00Z')
    expect([await stored.holds(second), await stored.holds(third)]).toEqual([false, false])
  })
})

describe('the regular work', () => {
  test('is done at once and then every five minutes, until it is stopped', async () => {
    const sessions = (await database()).session
    const { learnerId } = await someone()
    const left = () => sessions.count({ where: { learnerId } })
    const stop = startMaintenanceJobs(systemClock)
    vi.advanceTimersByTime(29 * 60_000)
    expect(await left()).toBe(1)
    vi.advanceTimersByTime(6 * 60_000)
    await vi.waitFor(async () => expect(await left()).toBe(0), { interval: 20, timeout: 20_000 })
    await startSession({ learnerId, ownDevice: false })
    await stop()
    vi.advanceTimersByTime(60 * 60_000)
    expect(await left()).toBe(1)
  })

  test('goes on although the database failed once', async () => {
    const { learnerId } = await someone()
    vi.setSystemTime(new Date('2028-11-21T15:00:00Z'))
    const processState = globalThis as { cirkelDatabase?: unknown }
    const before = processState.cirkelDatabase
    const failed = Promise.reject(new Error('no disk'))
    const asked = new Promise<void>((resolve) => {
      processState.cirkelDatabase = {
        // biome-ignore lint/suspicious/noThenProperty: tells when the work asks for its database.
        then: (use: () => void, refuse: () => void) =>
          failed.then(use, refuse).then(() => resolve()),
      }
    })
    const stop = startMaintenanceJobs(systemClock)
    await asked
    processState.cirkelDatabase = before
    expect(await isThere({ learnerId })).toBe(true)
    vi.advanceTimersByTime(5 * 60_000)
    await vi.waitFor(async () => expect(await isThere({ learnerId })).toBe(false), {
      interval: 20,
      timeout: 20_000,
    })
    await stop()
  })
})
