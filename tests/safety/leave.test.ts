import Libsql from 'libsql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../journeys/server.ts'
import { holdLock } from '../lock-process.ts'
import { ensureTemplate } from '../template-database.ts'
import { amissIn, headersOf } from './headers.ts'

const passphrase = 'six quiet otters near the bridge'
const elsewhere = 'https://weather.example/'

let site: TestServer
beforeAll(async () => {
  await ensureTemplate('leave')
  site = await startServer('leave', { LOG_LEVEL: 'error', PAGES_AT_ONCE: '2', LEAVE_TO: elsewhere })
})
afterAll(() => site?.stop())

function post(path: string, fields: Record<string, string>, cookie = '') {
  const init = { method: 'POST', body: new URLSearchParams(fields), headers: { Cookie: cookie } }
  return fetch(site.origin + path, { ...init, redirect: 'manual' })
}

async function signUp(pseudonym: string): Promise<string> {
  const { status, headers } = await post('/en/sign-up', { pseudonym, passphrase })
  expect(status).toBe(303)
  return headers.getSetCookie()[0]!.split(';')[0] as string
}

const leave = (cookie: string, path = '/leave?in=en') =>
  fetch(site.origin + path, { headers: { Cookie: cookie }, redirect: 'manual' })

/** Where someone is sent who opens a page for learners only, or the page's status. */
async function account(cookie: string): Promise<string | number> {
  const { status, headers } = await fetch(`${site.origin}/en/account`, {
    headers: { Cookie: cookie },
    redirect: 'manual',
  })
  return headers.get('location') ?? status
}

async function expectLeft(response: Response) {
  const headers = Object.fromEntries(response.headers)
  expect([response.status, headers.location]).toEqual([303, elsewhere])
  expect(headers['clear-site-data']).toBe('"cache", "cookies", "storage"')
  expect(response.headers.getSetCookie()).toEqual(['s=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0'])
  expect(amissIn(headers, await headersOf(site.origin))).toEqual([])
}

function sessionsOf(pseudonym: string): number {
  const database = new Libsql(site.databaseFile, { timeout: 5000 })
  const rows = database
    .prepare('SELECT 1 FROM Session JOIN Learner ON Learner.id = learnerId WHERE pseudonym = ?')
    .all([pseudonym])
  database.close()
  return rows.length
}

describe('P6: Leave answers at once', () => {
  test('while another process holds the database; the session is refused at once, and deleted when that is possible', async () => {
    const cookie = await signUp('Calm Leaver')
    const holder = await holdLock(site.databaseFile)
    await expectLeft(await leave(cookie))
    expect(await account(cookie)).toContain('/en/sign-in')
    expect(sessionsOf('Calm Leaver')).toBe(1)
    await holder.release()
    await expect.poll(() => sessionsOf('Calm Leaver'), { timeout: 10_000 }).toBe(0)
    expect(await account(cookie)).toContain('/en/sign-in')
  })

  test('also after the lock was held longer than any write waits', async () => {
    const cookie = await signUp('Patient Leaver')
    const holder = await holdLock(site.databaseFile)
    await expectLeft(await leave(cookie))
    expect((await post('/en/sign-up', { pseudonym: 'Not stored', passphrase })).status).toBe(503)
    expect(await account(cookie)).toContain('/en/sign-in')
    await holder.release()
    await expect.poll(() => sessionsOf('Patient Leaver'), { timeout: 20_000 }).toBe(0)
  })

  test('and so do signing out and Wipe', async () => {
    for (const [path, pseudonym] of [
      ['/en/sign-out', 'Outgoing One'],
      ['/en/wipe', 'Wiping One'],
    ] as const) {
      const cookie = await signUp(pseudonym)
      const holder = await holdLock(site.databaseFile)
      const answer = await post(path, {}, cookie)
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([
        303,
        [expect.stringContaining('Max-Age=0')],
      ])
      expect(await account(cookie)).toContain('/en/sign-in')
      await holder.release()
      await expect.poll(() => sessionsOf(pseudonym), { timeout: 10_000 }).toBe(0)
    }
  })

  test('while there is no room for another page', async () => {
    const cookie = await signUp('Crowded Leaver')
    let isCrowded = true
    const crowd = Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        post('/en/sign-up', { pseudonym: `Crowd ${n}`, passphrase }),
      ),
    ).then((answers) => {
      isCrowded = false
      return answers.map(({ status }) => status)
    })
    await expectLeft(await leave(cookie))
    expect(isCrowded).toBe(true)
    expect(await crowd).toContain(503)
    expect(await account(cookie)).toContain('/en/sign-in')
  })

  test('for a guest, with no cookie, and by HEAD; but takes no form', async () => {
    const answer = await fetch(`${site.origin}/leave`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location'), answer.headers.getSetCookie()]).toEqual([
      303,
      elsewhere,
      [],
    ])
    expect(
      (await fetch(`${site.origin}/leave/?x`, { method: 'HEAD', redirect: 'manual' })).status,
    ).toBe(303)
    expect((await post('/leave', {})).status).toBeGreaterThanOrEqual(400)
  })

  test('a session that is ended as the server closes is gone when it is started again', async () => {
    const cookie = await signUp('Late Leaver')
    const holder = await holdLock(site.databaseFile)
    await expectLeft(await leave(cookie))
    const stopped = site.stop()
    await holder.release()
    await stopped
    expect(sessionsOf('Late Leaver')).toBe(0)
    await site.start()
  })
})
