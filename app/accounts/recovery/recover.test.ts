import { createHash } from 'node:crypto'
import * as argon2 from '@node-rs/argon2'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useTestDatabase } from '../../../tests/factories/test-database.ts'
import en from '../../i18n/texts/en/accounts.json'
import sv from '../../i18n/texts/sv/accounts.json'
import { formatCode } from '../../platform/code-format.ts'
import { database } from '../../platform/database.server.ts'
import { changePassphrase } from '../passphrases/change-passphrase.server.ts'
import { getLearner, sessionIdIn } from '../sessions/sessions.server.ts'
import { signIn } from '../sessions/sign-in.server.ts'
import { signUp } from '../sign-up.server.ts'
import {
  pendingCodes,
  pendingCodesLifetime,
  removePendingCodes,
} from './pending-recovery-codes.server.ts'
import { recover } from './recover.server.ts'
import { countCodes } from './recovery-code-store.server.ts'
import { issueRecoveryCodes, newCodes } from './recovery-codes.server.ts'
import { codeLength, codeLetters, normalizeRecoveryCode, typedCode } from './recovery-codes.ts'
import { renewCodes } from './renew-codes.server.ts'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>()
  return { ...real, verify: vi.fn(real.verify) }
})

useTestDatabase()
const passphrase = 'six quiet otters near the bridge'
const newPassphrase = 'seven loud geese on the lake'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function from(setCookie: string): Request {
  return new Request('http://localhost/en', {
    headers: { Cookie: setCookie.split(';')[0] as string },
  })
}

async function someone(pseudonym: string) {
  const made = await signUp({ pseudonym, passphrase, ownDevice: false })
  if (made.kind !== 'signed-up') throw new Error(made.kind)
  const { learnerId, sessionId } = (await getLearner(from(made.cookie)))!
  return {
    learnerId,
    sessionId,
    pseudonym,
    request: from(made.cookie),
    codes: (await pendingCodes(sessionId)) ?? [],
  }
}

const recovering = (pseudonym: string, code: string) =>
  recover({ pseudonym, code: normalizeRecoveryCode(code), newPassphrase, ownDevice: false })

describe('recovery codes', () => {
  test('are ten, each of 60 random bits or more, all different', () => {
    expect(codeLength * Math.log2(codeLetters.length)).toBeGreaterThanOrEqual(60)
    expect(new Set(codeLetters).size).toBe(codeLetters.length)
    const codes = Array.from({ length: 20 }, newCodes).flat()
    expect(new Set(codes).size).toBe(200)
    expect(new Set(codes.join('')).size).toBe(codeLetters.length)
  })

  test('are read as they are written by hand', () => {
    for (const code of newCodes()) {
      expect(formatCode(code)).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/)
      for (const typed of [
        formatCode(code),
        ` ${formatCode(code).toLowerCase().replaceAll('-', ' ')} `,
        code.replaceAll('0', 'o').replaceAll('1', 'l'),
      ])
        expect(typedCode.parse(typed)).toBe(code)
    }
  })

  test('P3: are stored as hashes only, and shown to the session that asked for them until they are written down', async () => {
    const { learnerId, sessionId, codes } = await someone('Recover Raven 1')
    expect(codes).toHaveLength(10)
    const stored = JSON.stringify(
      await (await database()).recoveryCode.findMany({ where: { learnerId } }),
    )
    for (const code of codes) expect(stored).not.toContain(code)
    const hashes = (await (await database()).recoveryCode.findMany({ where: { learnerId } })).map(
      ({ hash }) => hash,
    )
    for (const hash of hashes)
      expect(hash).toMatch(/^\$argon2id\$v=19\$m=4096,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(new Set(hashes.map((hash) => hash.split('$')[4])).size).toBe(10)
    expect(await countCodes(learnerId)).toBe(10)
    const elsewhere = await signIn({ pseudonym: 'Recover Raven 1', passphrase, ownDevice: false })
    expect(
      await pendingCodes(elsewhere.kind === 'signed-in' ? sessionIdIn(elsewhere.cookie) : ''),
    ).toBeNull()
    await removePendingCodes(sessionId)
    expect(await pendingCodes(sessionId)).toBeNull()
  })

  test('are forgotten after ten minutes, no matter who presses what', async () => {
    const { sessionId } = await someone('Recover Raven 2')
    vi.advanceTimersByTime(pendingCodesLifetime - 1)
    expect(await pendingCodes(sessionId)).not.toBeNull()
    vi.advanceTimersByTime(1)
    expect(await pendingCodes(sessionId)).toBeNull()
  })

  test('are renewed with the passphrase only, and the old ones end', async () => {
    const learner = await someone('Recover Raven 3')
    expect(await renewCodes({ ...learner, passphrase: 'wrong' })).toEqual({
      kind: 'wrong-passphrase',
    })
    expect(await pendingCodes(learner.sessionId)).toEqual(learner.codes)
    expect(await renewCodes({ ...learner, passphrase })).toEqual({ kind: 'renewed' })
    const fresh = (await pendingCodes(learner.sessionId)) ?? []
    expect(fresh.filter((code) => !learner.codes.includes(code))).toHaveLength(10)
    expect(await recovering(learner.pseudonym, learner.codes[0]!)).toEqual({ kind: 'refused' })
    expect(await recovering(learner.pseudonym, fresh[0]!)).toMatchObject({ kind: 'recovered' })
  })
})

test('codes that were asked for with a passphrase that is another by now are not made, and the old ones hold', async () => {
  const { learnerId, sessionId, pseudonym, codes } = await someone('Recover Raven 31')
  const asked = { learnerId, sessionId, checkedHash: 'the hash of an older one' }
  expect(await issueRecoveryCodes(asked)).toBe(false)
  expect(await pendingCodes(sessionId)).toEqual(codes)
  expect(await countCodes(learnerId)).toBe(10)
  expect(await recovering(pseudonym, codes[0]!)).toMatchObject({ kind: 'recovered' })
})

test('a new passphrase leaves the codes good, and the page says so and leads to new ones', async () => {
  const { pseudonym, codes, ...own } = await someone('Recover Raven 30')
  const changed = { ...own, passphrase, newPassphrase, ownDevice: false }
  expect(await changePassphrase(changed)).toMatchObject({ kind: 'changed' })
  for (const texts of [en, sv]) expect(texts.passphraseChanged).toMatch(/codes|koder/)
  expect(await recovering(pseudonym, codes[0]!)).toMatchObject({ kind: 'recovered' })
})

describe('recovering', () => {
  test('P3: sets the new passphrase, uses one code up, ends every session and starts a new one', async () => {
    const { learnerId, request, codes } = await someone('Recover Raven 4')
    const outcome = await recovering('recover RAVEN 4', formatCode(codes[3]!).toLowerCase())
    if (outcome.kind !== 'recovered') throw new Error(outcome.kind)
    expect(await getLearner(request)).toBeNull()
    expect((await getLearner(from(outcome.cookie)))?.learnerId).toBe(learnerId)
    expect(await countCodes(learnerId)).toBe(9)
    expect(await signIn({ pseudonym: 'Recover Raven 4', passphrase, ownDevice: false })).toEqual({
      kind: 'refused',
    })
    expect(
      await signIn({ pseudonym: 'Recover Raven 4', passphrase: newPassphrase, ownDevice: false }),
    ).toMatchObject({ kind: 'signed-in' })
    expect(await recovering('Recover Raven 4', codes[3]!)).toEqual({ kind: 'refused' })
  })

  test('with a code that was written down when codes had another hash succeeds, once', async () => {
    const { learnerId } = await someone('Recover Raven 9')
    const code = 'AAAABBBBCCCCDDDD'
    await (await database()).recoveryCode.create({
      data: { learnerId, hash: createHash('sha256').update(`${learnerId} ${code}`).digest('hex') },
    })
    expect(await recovering('Recover Raven 9', 'aaaa-bbbb-cccc-dddd')).toMatchObject({
      kind: 'recovered',
    })
    expect(await recovering('Recover Raven 9', code)).toEqual({ kind: 'refused' })
    expect(await countCodes(learnerId)).toBe(10)
  })

  test('is the same work with ten codes left, with one, with old ones and where nobody has the name', async () => {
    const [many, few, old] = [
      await someone('Recover Raven 10'),
      await someone('Recover Raven 11'),
      await someone('Recover Raven 12'),
    ]
    const codes = (await database()).recoveryCode
    await codes.deleteMany({ where: { learnerId: old.learnerId } })
    await codes.create({ data: { learnerId: old.learnerId, hash: 'f'.repeat(64) } })
    const one = await codes.findFirstOrThrow({ where: { learnerId: few.learnerId } })
    await codes.deleteMany({ where: { learnerId: few.learnerId, hash: { not: one.hash } } })
    for (const pseudonym of [many.pseudonym, few.pseudonym, old.pseudonym, 'Nobody 10']) {
      vi.mocked(argon2.verify).mockClear()
      expect(await recovering(pseudonym, '0000-0000-0000-0000')).toEqual({ kind: 'refused' })
      expect(argon2.verify).toHaveBeenCalledTimes(10)
    }
  })

  test('twice at once with one code succeeds once', async () => {
    const { codes } = await someone('Recover Raven 5')
    const outcomes = await Promise.all([1, 2].map(() => recovering('Recover Raven 5', codes[0]!)))
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['recovered', 'refused'])
  })

  test('with another’s code is refused', async () => {
    const { codes } = await someone('Recover Raven 6')
    await someone('Recover Raven 7')
    expect(await recovering('Recover Raven 7', codes[0]!)).toEqual({ kind: 'refused' })
  })

  test('is slowed, and a name that nobody has gets the same answers', async () => {
    await someone('Recover Raven 8')
    const answersTo = async (pseudonym: string) => {
      const answers: unknown[] = []
      for (let n = 0; n < 7; n++) answers.push(await recovering(pseudonym, '0000-0000-0000-0000'))
      return answers
    }
    const known = await answersTo('Recover Raven 8')
    expect(await answersTo('Nobody 8')).toEqual(known)
    expect(known.at(-1)).toEqual({ kind: 'wait', seconds: 1 })
    // Tries of codes and of passphrases are counted apart: neither keeps the owner from the other.
    expect(
      await signIn({ pseudonym: 'Recover Raven 8', passphrase, ownDevice: false }),
    ).toMatchObject({ kind: 'signed-in' })
  })
})
