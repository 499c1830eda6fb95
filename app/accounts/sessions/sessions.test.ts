import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isOnServer, useTestDatabase } from '../../../tests/factories/test-database.ts'
import { database } from '../../platform/database.server.ts'
import { newId } from '../../platform/random.server.ts'
import { SqliteConnection } from '../../platform/sqlite/connection.server.ts'
import { insertLearner } from '../learner-store.server.ts'
import {
  deleteExpiredSessions,
  endAllSessions,
  endOtherSessions,
  endSession,
  endSessionById,
  getLearner,
  listSessions,
  requireLearner,
  requireRole,
  startSession,
} from './sessions.server.ts'

const stored = useTestDatabase()
const minute = 60_000
const day = 24 * 60 * minute

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-14T10:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

function later(milliseconds: number) {
  vi.setSystemTime(Date.now() + milliseconds)
}

async function someLearner(pseudonym = newId()) {
  const id = newId()
  await insertLearner({
    id,
    pseudonym,
    pseudonymKey: pseudonym,
    passphraseHash: 'x',
    createdOn: '2026-03-14',
    lastSeenOn: '2026-03-14',
  })
  return id
}

function from(setCookie: string): Request {
  return new Request('http://localhost/sv/account', {
    headers: { Cookie: setCookie.split(';')[0] as string },
  })
}

async function someoneSignedIn({ ownDevice = false, learnerId = '' } = {}) {
  const id = learnerId || (await someLearner())
  const setCookie = await startSession({ learnerId: id, ownDevice })
  return {
    learnerId: id,
    setCookie,
    token: setCookie.split(';')[0]?.slice('s='.length) as string,
    request: from(setCookie),
  }
}

/** Counts the statements that the one connection to a file runs. */
const testOfQueries = test.skipIf(isOnServer)

/** Runs some work and counts the SQL statements that it sends. */
async function countingQueries(work: () => Promise<unknown>): Promise<number> {
  const spies = (['rows', 'query', 'execute'] as const).map((name) =>
    vi.spyOn(SqliteConnection.prototype, name),
  )
  try {
    await work()
    return spies.reduce((sum, { mock }) => sum + mock.calls.length, 0)
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

/** Waits until a learner's one session is stored to live so long: a page waits only briefly for that. */
async function livesOn(learnerId: string, end: number): Promise<void> {
  const sessions = (await database()).session
  await vi.waitFor(
    async () => {
      const { expiresAt } = await sessions.findFirstOrThrow({ where: { learnerId } })
      expect(expiresAt.getTime()).toBeGreaterThanOrEqual(end)
    },
    { timeout: 20_000 },
  )
}

describe('a session', () => {
  test('P13: is known by its cookie, and the database holds only a hash of that', async () => {
    const { request, token, learnerId } = await someoneSignedIn()
    const learner = await getLearner(request)
    expect(learner).toMatchObject({ learnerId, ownDevice: false, cookie: null })
    const { id } = await (await database()).session.findFirstOrThrow({ where: { learnerId } })
    expect(id).toBe(learner?.sessionId)
    expect(id).toMatch(/^[0-9a-f]{64}$/)
    expect(await stored.holds(token)).toBe(false)
  })

  test('cannot be opened with the hash out of a stolen database', async () => {
    const { request } = await someoneSignedIn()
    const id = (await getLearner(request))?.sessionId
    expect(await getLearner(from(`s=${id}`))).toBeNull()
    expect(await getLearner(from(`s=${id?.slice(0, 40)}`))).toBeNull()
  })

  testOfQueries('costs a guest no query and a learner one', async () => {
    const { request } = await someoneSignedIn()
    expect(await countingQueries(() => getLearner(new Request('http://localhost/en')))).toBe(0)
    expect(await countingQueries(() => getLearner(from('s=nonsense')))).toBe(0)
    expect(await countingQueries(() => getLearner(request))).toBe(1)
  })

  test('P13: ends after 31 minutes without use', async () => {
    const { request } = await someoneSignedIn()
    later(31 * minute)
    expect(await getLearner(request)).toBeNull()
  })

  test('used at minute 29 lives another half hour', async () => {
    const { request, learnerId } = await someoneSignedIn()
    later(29 * minute)
    expect(await getLearner(request)).not.toBeNull()
    await livesOn(learnerId, Date.now() + 30 * minute)
    later(29 * minute)
    expect(await getLearner(request)).not.toBeNull()
    later(30 * minute + 1)
    expect(await getLearner(request)).toBeNull()
  })

  testOfQueries('is written to at most once a minute', async () => {
    const { request } = await someoneSignedIn()
    later(59_000)
    expect(await countingQueries(() => getLearner(request))).toBe(1)
    later(1000)
    expect(await countingQueries(() => getLearner(request))).toBeGreaterThan(1)
    expect(await countingQueries(() => getLearner(request))).toBe(1)
  })

  test('in the browser goes with the browser', async () => {
    expect((await someoneSignedIn()).setCookie).not.toMatch(/Max-Age|Expires/)
  })

  test('on one’s own device lives 14 days and is renewed by use', async () => {
    const { request, setCookie } = await someoneSignedIn({ ownDevice: true })
    expect(setCookie).toContain('; Max-Age=1209600')
    later(13 * day)
    expect((await getLearner(request))?.cookie).toBe(setCookie)
    later(13 * day)
    expect(await getLearner(request)).not.toBeNull()
    later(14 * day + minute)
    expect(await getLearner(request)).toBeNull()
  })

  test.each([
    { ownDevice: true, days: 90, every: 10 * day },
    { ownDevice: false, days: 2, every: 25 * minute },
  ])('P13: ends for good on the day that its owner was told, however much it is used: $days days, own device $ownDevice', async (one) => {
    const { request, learnerId } = await someoneSignedIn(one)
    const [listed] = await listSessions(learnerId)
    const end = Date.parse(listed?.endsOn as string)
    expect(end).toBe(Date.parse('2026-03-14') + one.days * day)
    while (Date.now() + one.every < end) {
      later(one.every)
      expect(await getLearner(request)).not.toBeNull()
      await livesOn(learnerId, Math.min(Date.now() + one.every, end))
    }
    vi.setSystemTime(end - 1000)
    const last = await getLearner(request)
    expect(last?.cookie ?? null).toEqual(
      one.ownDevice ? expect.stringContaining('; Max-Age=1') : null,
    )
    vi.setSystemTime(end)
    expect(await getLearner(request)).toBeNull()
    expect(await listSessions(learnerId)).toEqual([])
  })

  testOfQueries('stores the day of the last use, once a day', async () => {
    const { request, learnerId } = await someoneSignedIn({ ownDevice: true })
    later(2 * day)
    await getLearner(request)
    expect(await (await database()).learner.findUnique({ where: { id: learnerId } })).toMatchObject(
      { lastSeenOn: '2026-03-16' },
    )
    later(minute)
    expect(await countingQueries(() => getLearner(request))).toBe(1)
  })

  test('ends when its learner is gone', async () => {
    const { request, learnerId } = await someoneSignedIn()
    await (await database()).learner.delete({ where: { id: learnerId } })
    expect(await getLearner(request)).toBeNull()
  })
})

describe('ending sessions', () => {
  test('signing out ends the session and clears the cookie', async () => {
    const { request } = await someoneSignedIn()
    expect(endSession(request)).toBe('s=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
    expect(await getLearner(request)).toBeNull()
    expect(endSession(new Request('http://localhost/en'))).toContain('Max-Age=0')
  })

  test('P13: a learner lists and ends their own, and not another’s', async () => {
    const here = await someoneSignedIn()
    const there = await someoneSignedIn({ learnerId: here.learnerId, ownDevice: true })
    const stranger = await someoneSignedIn()
    const thereId = (await getLearner(there.request))?.sessionId as string
    expect(await listSessions(here.learnerId)).toHaveLength(2)
    expect(await listSessions(here.learnerId)).toContainEqual({
      id: thereId,
      ownDevice: true,
      startedOn: '2026-03-14',
      endsOn: '2026-06-12',
    })

    expect(await endSessionById(stranger.learnerId, thereId)).toBe(false)
    expect(await getLearner(there.request)).not.toBeNull()
    expect(await endSessionById(here.learnerId, thereId)).toBe(true)
    expect(await getLearner(there.request)).toBeNull()
    expect(await endSessionById(here.learnerId, thereId)).toBe(false)
    expect(await getLearner(stranger.request)).not.toBeNull()
  })

  test('all others end at once, and then this one too', async () => {
    const here = await someoneSignedIn()
    const others = [
      await someoneSignedIn({ learnerId: here.learnerId }),
      await someoneSignedIn({ learnerId: here.learnerId }),
    ]
    const stranger = await someoneSignedIn()
    const sessionId = (await getLearner(here.request))?.sessionId as string
    await endOtherSessions({ learnerId: here.learnerId, sessionId })
    for (const { request } of others) expect(await getLearner(request)).toBeNull()
    expect(await getLearner(here.request)).not.toBeNull()
    await endAllSessions(here.learnerId)
    expect(await getLearner(here.request)).toBeNull()
    expect(await getLearner(stranger.request)).not.toBeNull()
  })

  test('those that have expired are not listed, and are deleted', async () => {
    const { learnerId } = await someoneSignedIn()
    await someoneSignedIn({ learnerId, ownDevice: true })
    later(31 * minute)
    expect(await listSessions(learnerId)).toHaveLength(1)
    const sessions = (await database()).session
    expect(await sessions.count({ where: { learnerId } })).toBe(2)
    await deleteExpiredSessions()
    expect(await sessions.count({ where: { learnerId } })).toBe(1)
  })
})

test('a guest who must sign in is sent there, and back afterwards', async () => {
  const request = new Request('http://localhost/sv/account')
  const refusal = await requireLearner({ request, context: { learner: async () => null } }).catch(
    (thrown: Response) => thrown,
  )
  expect(refusal).toMatchObject({ status: 303 })
  expect((refusal as Response).headers.get('Location')).toBe('/sv/sign-in?to=%2Fsv%2Faccount')
})

test('a form that a guest sent goes along to sign-in, as it is', async () => {
  const request = new Request('http://localhost/sv/account?x=1', {
    method: 'POST',
    body: new URLSearchParams({ a: 'b' }),
  })
  const refusal = await requireLearner({ request, context: { learner: async () => null } }).catch(
    (thrown: Response) => thrown,
  )
  expect(refusal).toMatchObject({ status: 307 })
  expect((refusal as Response).headers.get('Location')).toBe(
    '/sv/sign-in?to=%2Fsv%2Faccount%3Fx%3D1',
  )
})

describe('a role', () => {
  async function refusalOf(request: Request, role: 'moderator' | 'host') {
    return requireRole({ request, context: { learner: () => getLearner(request) } }, role).catch(
      ({ status }: Response) => status,
    )
  }

  testOfQueries('is known with the session, at no further query', async () => {
    const { request, learnerId } = await someoneSignedIn()
    expect((await getLearner(request))?.roles).toEqual(new Set())
    await (await database()).role.createMany({
      data: ['moderator', 'host'].map((role) => ({ learnerId, role })),
    })
    expect((await getLearner(request))?.roles).toEqual(new Set(['moderator', 'host']))
    expect(await countingQueries(() => getLearner(request))).toBe(1)
  })

  test('opens what needs it; without it there is no such page, and a guest is sent to sign in', async () => {
    const [moderator, learner] = [await someoneSignedIn(), await someoneSignedIn()]
    await (await database()).role.create({
      data: { learnerId: moderator.learnerId, role: 'moderator' },
    })
    expect(await refusalOf(moderator.request, 'moderator')).toMatchObject({
      learnerId: moderator.learnerId,
    })
    expect(await refusalOf(moderator.request, 'host')).toBe(404)
    expect(await refusalOf(learner.request, 'moderator')).toBe(404)
    expect(await refusalOf(new Request('http://localhost/sv/comments'), 'moderator')).toBe(303)
  })

  test('that this version does not know opens nothing', async () => {
    const { request, learnerId } = await someoneSignedIn()
    await (await database()).role.create({ data: { learnerId, role: 'emperor' } })
    expect((await getLearner(request))?.roles).toEqual(new Set())
  })
})
