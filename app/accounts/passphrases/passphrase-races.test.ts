import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isOnServer, useTestDatabase } from '../../../tests/factories/test-database.ts'
import { database } from '../../platform/database.server.ts'
import { pendingCodes } from '../recovery/pending-recovery-codes.server.ts'
import { recover } from '../recovery/recover.server.ts'
import { getLearner, sessionIdIn } from '../sessions/sessions.server.ts'
import { signIn } from '../sessions/sign-in.server.ts'
import { signUp } from '../sign-up.server.ts'
import { changePassphrase } from './change-passphrase.server.ts'

useTestDatabase()
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const passphrase = 'six quiet otters near the bridge'
const rounds = 12
let count = 0

function from(setCookie: string): Request {
  return new Request('http://localhost/en', {
    headers: { Cookie: setCookie.split(';')[0] as string },
  })
}

async function someone() {
  count += 1
  // Enough time that neither new accounts nor tries of a passphrase have to wait.
  vi.setSystemTime(Date.now() + 3_600_000)
  const pseudonym = `racer ${'abcdefghijklmnopqrstuvwxyz'[count % 26]}${count}`
  const made = await signUp({ pseudonym, passphrase, ownDevice: false })
  if (made.kind !== 'signed-up') throw new Error(made.kind)
  const codes = (await pendingCodes(sessionIdIn(made.cookie))) ?? []
  const { learnerId, sessionId } = (await getLearner(from(made.cookie)))!
  return { pseudonym, learnerId, sessionId, codes }
}

async function sessionsOf(learnerId: string): Promise<string[]> {
  const rows = await (await database()).session.findMany({ where: { learnerId } })
  return rows.map(({ id }) => id)
}

describe('P13: what happens at once', () => {
  test('a sign-in with the old passphrase leaves no session beside a change of it', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { pseudonym, ...own } = await someone()
      const { learnerId } = own
      const abuser = () => signIn({ pseudonym, passphrase, ownDevice: true })
      const newPassphrase = 'seven loud geese on the lake'
      const change = changePassphrase({ ...own, passphrase, newPassphrase, ownDevice: false })
      const [changed] = await Promise.all([change, abuser(), abuser(), abuser()])
      if (changed.kind !== 'changed') throw new Error(changed.kind)
      expect(await sessionsOf(learnerId)).toEqual([sessionIdIn(changed.cookie)])
      expect((await getLearner(from(changed.cookie)))?.learnerId).toBe(learnerId)
    }
  })

  test('of two changes of a passphrase one goes on, and one session is left', async () => {
    const { pseudonym, ...own } = await someone()
    const { learnerId } = own
    const wanted = ['first new one of these two', 'second new one of these two']
    const outcomes = await Promise.all(
      wanted.map((newPassphrase) =>
        changePassphrase({ ...own, passphrase, newPassphrase, ownDevice: false }),
      ),
    )
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'wrong-passphrase'])
    expect(await sessionsOf(learnerId)).toHaveLength(1)
    const won = wanted[outcomes.findIndex(({ kind }) => kind === 'changed')] as string
    expect((await signIn({ pseudonym, passphrase: won, ownDevice: false })).kind).toBe('signed-in')
  })

  test('two recovery codes at once leave one session, which belongs to the passphrase that is set', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { pseudonym, learnerId, codes } = await someone()
      const wanted = ['first new one of these two', 'second new one of these two']
      const outcomes = await Promise.all(
        wanted.map((newPassphrase, index) =>
          recover({ pseudonym, code: codes[index] as string, newPassphrase, ownDevice: false }),
        ),
      )
      const left = await sessionsOf(learnerId)
      expect(left).toHaveLength(1)
      const last = outcomes.findIndex(
        (outcome) => outcome.kind === 'recovered' && sessionIdIn(outcome.cookie) === left[0],
      )
      expect(
        (await signIn({ pseudonym, passphrase: wanted[last] as string, ownDevice: false })).kind,
      ).toBe('signed-in')
    }
  })

  test('one recovery code used twice at once sets one passphrase', async () => {
    const { pseudonym, learnerId, codes } = await someone()
    const attempts = ['first new one of these two', 'second new one of these two'].map(
      (newPassphrase) =>
        recover({ pseudonym, code: codes[0] as string, newPassphrase, ownDevice: false }),
    )
    expect((await Promise.all(attempts)).map(({ kind }) => kind).sort()).toEqual([
      'recovered',
      'refused',
    ])
    expect(await sessionsOf(learnerId)).toHaveLength(1)
  })

  // A file stores a moment as it is given, in whatever form.
  test.skipIf(isOnServer)(
    'a session that was checked lives as long as one that was just started',
    async () => {
      const { pseudonym, learnerId } = await someone()
      const outcome = await signIn({ pseudonym, passphrase, ownDevice: false })
      if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
      const rows = await (await database()).$queryRaw<{ type: string }[]>`
      SELECT DISTINCT typeof("expiresAt") AS type FROM "Session" WHERE "learnerId" = ${learnerId}`
      expect(rows).toHaveLength(1)
      vi.setSystemTime(Date.now() + 29 * 60_000)
      expect(await getLearner(from(outcome.cookie))).not.toBeNull()
      vi.setSystemTime(Date.now() + 31 * 60_000)
      expect(await getLearner(from(outcome.cookie))).toBeNull()
    },
  )
})
